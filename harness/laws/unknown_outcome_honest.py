"""No answer is not an answer: while a request has none, the page claims neither success nor failure."""

from dataclasses import dataclass

from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.asked import asked, name_of
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.facts.network_windows import CATCH_UP_MS
from harness.facts.spans import covering
from harness.facts.submits import Submit
from harness.laws.base import law
from harness.laws.job_acknowledged import APPEARS
from harness.laws.shapes.resp import Due, doubt_silence
from harness.microcopy.reading import Kind

PATIENCE_MS = 10_000
"""An answer that is lost while the network is there: the page has as long as laws.md gives a person,
10 s, to see it.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Silence:
    """A request of the person's whose answer never came, or came late. ``due_ms`` is when the page has to know what
    became of it.
    """

    submit: Submit
    run: RunKey
    from_ms: int
    until_ms: float
    due_ms: float


def silences(case: Case) -> list[Silence]:
    """Applies to: each start, cancellation, retry or re-run that the server took, and whose answer did not reach the
    page.
    """
    return [silence for submit in asked(case) if submit.unanswered if (silence := _silence(submit, case)) is not None]


def _silence(submit: Submit, case: Case) -> Silence | None:
    if submit.run is None:
        return None
    lost = submit.unanswered[0]
    window = covering([span for span in case.withheld if span[1] - span[0] > 1], lost.sent_ms)
    returned_ms = max(window[1] if window else 0, lost.sent_ms + PATIENCE_MS)
    due_ms = returned_ms + CATCH_UP_MS + case.beta_ms
    answered_ms = submit.answered_ms if submit.answered_ms is not None else due_ms
    if not case.ends_after(due_ms) or case.prompted(submit.tab, lost.sent_ms, due_ms):
        return None
    return Silence(
        submit=submit, run=submit.run, from_ms=lost.sent_ms, until_ms=min(answered_ms, due_ms), due_ms=due_ms
    )


@law(
    id="unknown-outcome-honest",
    title="No answer is not an answer",
    failure_title="The page took the lack of an answer for an answer",
    requires="While a start, cancellation, retry or re-run has no answer the page claims neither success nor failure; "
    "within 5 s + β of the connection's return it shows what is so.",
    why="Told that it failed, people start it again and do the work twice; told that it worked, they never look again.",
    instead="“We do not know yet whether it was started”, and the page asks the server by the key of the start "
    "before it says more.",
    severity=Severity.BLOCKER,
    source="article A16, A17; RFC 9110, 202",
    targets=silences,
)
def unknown_outcome_honest(silence: Silence, case: Case) -> Breach | None:
    """Expects: no claim of an outcome while there is no answer, and the job on the page at the deadline."""
    false = next((claim for claim in _while_silent(silence, case) if _claims_outcome(claim, case)), None)
    if false is not None:
        at_ms = max(false.at_ms, silence.from_ms)
        return Breach.at(false, said=false.text, truth=_truth(silence, at_ms, case), at_ms=at_ms)
    due = Due(run=silence.run, tab=silence.submit.tab, from_ms=silence.from_ms, due_ms=silence.due_ms)
    if any(claim.kind in APPEARS for claim in case.telling(due.run, due.tab, due.due_ms)):
        return None
    doubt_silence(due, case)
    at_ms = int(due.due_ms)
    silent = f"did not show what had become of the {name_of(silence.submit)}"
    return Breach(
        run=due.run,
        tab=due.tab,
        at_ms=at_ms,
        until_ms=at_ms,
        said=None,
        silence=silent,
        truth=_truth(silence, at_ms, case),
    )


def _while_silent(silence: Silence, case: Case) -> list[Claim]:
    return [
        claim
        for claim in case.screen.claims(tab=silence.submit.tab)
        if claim.run == silence.run
        and claim.at_ms >= silence.from_ms
        and any(start < silence.until_ms and silence.from_ms < until for start, until in claim.seen)
    ]


def _claims_outcome(claim: Claim, case: Case) -> bool:
    if claim.kind is Kind.ENDED and claim.phase is None:
        return claim.at_ms < case.truth.ended_at(claim.run)
    return claim.kind is Kind.TROUBLE


def _truth(silence: Silence, at_ms: int, case: Case) -> str:
    accepted_ms, name = int(case.truth.accepted_at(silence.run)), name_of(silence.submit)
    doing = case.truth.describe(silence.run, max(at_ms, accepted_ms))
    return f"the server had taken the {'job' if name == 'start' else name} and no answer had come ({doing})"
