"""Losing touch is said: a page that gets no more news says so in time, and makes nothing of a short interruption."""

from dataclasses import dataclass

from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.agreement import FACTS
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.facts.spans import common
from harness.laws.base import law
from harness.laws.shapes.hold import gaps
from harness.laws.shapes.resp import Due, doubt_silence
from harness.microcopy.reading import Kind

SAID_AFTER_MS = 10_000
"""Ours (laws.md, section 4): a person has to know by then."""
SHORT_MS = 2_000
"""Ours (laws.md, section 4): a shorter interruption is nobody's business."""
FLICKER_MS = 2_000
"""Ours: a notice may be drawn anew in between."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cut:
    """News stopped arriving in a tab that shows an unfinished run. ``due_ms``: until then it has to be said; None where
    it was too short for that.
    """

    run: RunKey
    tab: int
    from_ms: int
    until_ms: float
    due_ms: float | None


def cuts(case: Case) -> list[Cut]:
    """Applies to: each silence of more than 10 s + β, and each interruption of less than 2 s, of a tab in front that
    shows a run which has not ended.
    """
    return [*_long(case), *_short(case)]


def _long(case: Case) -> list[Cut]:
    found = []
    for silence in case.silences:
        due_ms = silence.from_ms + SAID_AFTER_MS + case.beta_ms
        run = unfinished(case, silence.tab, silence.from_ms)
        seen = case.screen.visibility.seen_throughout(silence.tab, due_ms - FLICKER_MS, due_ms)
        if run is not None and seen and due_ms < silence.until_ms:
            found.append(
                Cut(run=run, tab=silence.tab, from_ms=silence.from_ms, until_ms=silence.until_ms, due_ms=due_ms)
            )
    return found


def _short(case: Case) -> list[Cut]:
    return [
        Cut(run=run, tab=contact.tab, from_ms=int(start), until_ms=until, due_ms=None)
        for contact in case.contacts
        for start, until in contact.interruptions()
        if until - start < SHORT_MS and until < contact.until_ms
        if case.screen.visibility.seen_throughout(contact.tab, start, until)
        if (run := unfinished(case, contact.tab, start)) is not None
    ]


def unfinished(case: Case, tab: int, at_ms: float) -> RunKey | None:
    """A run that the tab shows at that moment and that has not ended."""
    told = (claim.run for claim in case.screen.standing(tab, at_ms) if claim.kind in FACTS)
    return next((run for run in told if case.truth.ended_at(run) > at_ms), None)


@law(
    id="offline-disclosed",
    title="Losing touch is said",
    failure_title="The page lost touch and did not say so in time, or made much of nothing",
    requires="When updates stop arriving for over 10 s the page says that it is offline or not updating; an "
    "interruption under 2 s shows nothing.",
    why="Old numbers without a notice are taken for what is so, and people act on them.",
    instead="After some seconds of silence: “No connection. What you see is as of 10:41:07.” Brief interruptions "
    "pass without a word.",
    severity=Severity.BLOCKER,
    source="article A128, A135; web.dev, offline UX",
    targets=cuts,
)
def offline_disclosed(cut: Cut, case: Case) -> Breach | None:
    """Expects: from the deadline to the return a notice stands; of a short interruption there is none."""
    notices = [claim for claim in case.screen.claims(kind=Kind.CONNECTION, tab=cut.tab) if claim.word != "back"]
    if cut.due_ms is None:
        return _fuss(cut, notices, case)
    required = common([(cut.due_ms, cut.until_ms)], case.screen.visibility.seen(cut.tab))
    silent = gaps(required, [span for claim in notices for span in claim.seen], FLICKER_MS)
    if not silent:
        return None
    at_ms, until_ms = int(silent[0][0]), silent[0][1]
    doubt_silence(Due(run=cut.run, tab=cut.tab, from_ms=cut.from_ms, due_ms=at_ms), case)
    seconds = round((at_ms - cut.from_ms) / 1_000)
    return Breach(
        run=cut.run,
        tab=cut.tab,
        at_ms=at_ms,
        until_ms=until_ms,
        said=None,
        silence="did not say that it was out of touch",
        truth=f"nothing had reached it for {seconds} s ({case.truth.describe(cut.run, at_ms)})",
        slot="silence",
    )


def _fuss(cut: Cut, notices: list[Claim], case: Case) -> Breach | None:
    made = (
        claim for claim in notices if cut.from_ms <= claim.at_ms <= cut.until_ms and claim.surface != "announcement"
    )
    notice = next(made, None)
    if notice is None:
        return None
    lasted = f"the interruption lasted {round(cut.until_ms - cut.from_ms)} ms"
    return Breach(
        run=cut.run, tab=cut.tab, at_ms=notice.at_ms, until_ms=notice.until_ms, said=notice.text,
        truth=f"the network was back at once: {lasted}", slot="fuss",
    )  # fmt: skip
