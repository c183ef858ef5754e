"""Old values carry their age: while nothing arrives nothing advances, and the page says of when its values are."""

from dataclasses import dataclass

from harness.core.durations import spoken
from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.agreement import FACTS, true_spans
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.contact import Heard, Silence
from harness.facts.finding import Breach
from harness.facts.spans import Span, common
from harness.facts.stamps import fitting
from harness.laws.base import CannotTell, law
from harness.laws.offline_disclosed import FLICKER_MS, SAID_AFTER_MS, unfinished
from harness.laws.shapes.hold import gaps
from harness.laws.shapes.resp import Due, doubt_silence
from harness.microcopy.reading import Kind

STAMP_MS = 2_000
"""Ours: an as-of time may be so far from the last update; so much later a page may still be drawing what came last."""
POINT = 1
"""Percentages of one fraction, rounded in different ways."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Still:
    """A stretch in which nothing arrived in a tab that shows an unfinished run. ``stamped``: whether the age is asked
    for; else it is asked that nothing moves.
    """

    run: RunKey
    tab: int
    from_ms: int
    until_ms: float
    heard: Heard
    stamped: bool


def stills(case: Case) -> list[Still]:
    """Applies to: each silence of more than 10 s + β, for the age; each of more than 2 s, for what moves meanwhile."""
    return [
        still for silence in case.silences if silence.heard is not None for still in _of(silence, silence.heard, case)
    ]


def _of(silence: Silence, heard: Heard, case: Case) -> list[Still]:
    run = unfinished(case, silence.tab, silence.from_ms)
    if run is None:
        return []
    due_ms = silence.from_ms + SAID_AFTER_MS + case.beta_ms
    moving = Still(
        run=run, tab=silence.tab, from_ms=heard.at_ms + STAMP_MS, until_ms=silence.until_ms, heard=heard, stamped=False
    )
    aged = Still(run=run, tab=silence.tab, from_ms=due_ms, until_ms=silence.until_ms, heard=heard, stamped=True)
    return [still for still in (moving, aged) if _is_fair(still, case)]


def _is_fair(still: Still, case: Case) -> bool:
    acted = any(still.tab == press.tab and still.from_ms <= press.at_ms < still.until_ms for press in case.presses)
    return still.from_ms < still.until_ms and case.screen.visibility.is_seen(still.tab, still.from_ms) and not acted


@law(
    id="frozen-and-stamped",
    title="Old values carry their age",
    failure_title="Out of touch, the page went on by itself or did not say how old its values were",
    requires="While nothing is received the last known values stay as they are, with an as-of time within 2 s of the "
    "last update; nothing advances or ends on the page's own clock.",
    why="A bar that runs on without news is made up, and values without an age are taken for those of now.",
    instead="“Last update at 10:41:07”, and everything below it stands still until news comes.",
    severity=Severity.BLOCKER,
    source="article A136; web.dev, offline UX; RFC 5861",
    targets=stills,
)
def frozen_and_stamped(still: Still, case: Case) -> Breach | None:
    """Expects: no new fact while nothing comes, or a true age throughout."""
    return _aged(still, case) if still.stamped else _moved(still, case)


def _moved(still: Still, case: Case) -> Breach | None:
    told = case.screen.claims(run=still.run, tab=still.tab)
    new = (claim for claim in told if claim.kind in FACTS and still.from_ms <= claim.at_ms < still.until_ms)
    made_up = next((claim for claim in new if not _was_known(claim, still, told, case)), None)
    if made_up is None:
        return None
    return Breach.at(
        made_up, said=made_up.text, truth=f"nothing had reached the page since {spoken(still.heard.at_ms)}"
    )


def _was_known(claim: Claim, still: Still, told: list[Claim], case: Case) -> bool:
    """Whether the page could know it by its last news: it stood then already, or was so by then."""
    stood = [held for held in told if held.at_ms <= still.from_ms < held.until_ms and held.kind is claim.kind]
    if any(
        (held.word, held.value, held.reading.total) == (claim.word, claim.value, claim.reading.total) for held in stood
    ):
        return True
    if claim.kind is Kind.PERCENT:
        return _is_near(claim, stood)
    spans = true_spans(claim, case)
    return spans is None or any(start <= still.heard.at_ms for start, _ in spans)


def _is_near(claim: Claim, stood: list[Claim]) -> bool:
    values = [held.value for held in stood if held.phase == claim.phase and held.value is not None]
    return not values or any(abs(value - (claim.value or 0)) <= POINT for value in values)


def _aged(still: Still, case: Case) -> Breach | None:
    window = _last_update(still, case)
    stamps = [claim for claim in case.screen.claims(kind=Kind.AS_OF, tab=still.tab) if claim.surface != "announcement"]
    right = {id(claim): fitting(claim, window) for claim in stamps}
    required = common([(still.from_ms, still.until_ms)], case.screen.visibility.seen(still.tab))
    untold = gaps(required, [span for claim in stamps for span in right[id(claim)] or ()], FLICKER_MS)
    if not untold:
        return None
    at_ms = int(untold[0][0])
    standing = next((claim for claim in stamps if claim.stands(at_ms)), None)
    if standing is not None and right[id(standing)] is None:
        raise CannotTell(f'could not read the time of "{standing.text}"')
    doubt_silence(Due(run=still.run, tab=still.tab, from_ms=int(still.from_ms), due_ms=at_ms), case)
    return Breach(
        run=still.run,
        tab=still.tab,
        at_ms=at_ms,
        until_ms=untold[0][1],
        said=standing.text if standing else None,
        silence="did not say how old its values were",
        truth=f"the last update had come at {spoken(still.heard.at_ms)}",
        slot="age",
    )


def _last_update(still: Still, case: Case) -> Span:
    """From the run's last change that the page can have heard of, or the sending of the last news, to its arrival.

    It is as much longer on both sides as a stamp may be off.
    """
    changes = case.truth.moments(still.run, 0, still.heard.at_ms)
    return min([still.heard.asked_ms, *changes[-1:]]) - STAMP_MS, still.heard.at_ms + STAMP_MS
