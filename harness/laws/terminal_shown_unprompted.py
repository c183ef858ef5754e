"""The end of a job shows by itself, in every open view of it."""

from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.agreement import FACTS, tells_end
from harness.facts.case import Case
from harness.facts.finding import Breach
from harness.laws.base import law
from harness.laws.shapes.resp import Due, doubt_silence, is_fair

WITHIN_MS = 1_000


def endings(case: Case) -> list[Due]:
    """Applies to: each ending of a run, in each tab that speaks of the run when it comes, or comes to later."""
    moments = [
        (key, tab, from_ms)
        for key in case.truth.runs()
        if case.truth.ended_at(key) <= case.end_ms
        for tab in case.screen.tabs
        if (from_ms := _open_from(case, tab, key)) is not None
    ]
    dues = [_due(case, tab, from_ms, key) for key, tab, from_ms in moments]
    return [due for due in dues if is_fair(due, case)]


def _open_from(case: Case, tab: int, key: RunKey) -> int | None:
    """The end, or when the tab first spoke of a run that had ended before the page could ask how it goes."""
    ended_ms = int(case.truth.ended_at(key))
    if any(claim.kind in FACTS for claim in case.telling(key, tab, ended_ms)):
        return ended_ms
    claims = [claim.at_ms for claim in case.screen.claims(run=key, tab=tab) if claim.kind in FACTS]
    return claims[0] if claims and claims[0] > ended_ms else None


def _due(case: Case, tab: int, from_ms: int, key: RunKey) -> Due:
    return Due(run=key, tab=tab, from_ms=from_ms, due_ms=case.deadline(from_ms + WITHIN_MS + case.beta_ms, tab))


def _was_told(due: Due, case: Case) -> bool:
    """Whether the end stood in the view at some moment before the deadline: the page may have been turned since."""
    claims = case.screen.claims(run=due.run, tab=due.tab)
    moments = {due.due_ms, due.from_ms, *(claim.at_ms for claim in claims if due.from_ms < claim.at_ms <= due.due_ms)}
    return any(tells_end(case.telling(due.run, due.tab, at_ms), case) for at_ms in moments)


@law(
    id="terminal-shown-unprompted",
    title="The end of a job shows by itself",
    failure_title="A job ended and the page did not say so",
    requires="At most 1 s + β after a job ends, however it ends, every open view of it says so without "
    "a reload or a click.",
    why="People sit and wait for what is already over, or act on it too late.",
    severity=Severity.BLOCKER,
    source="article A107, A126; Nielsen, visibility of system status",
    targets=endings,
)
def terminal_shown_unprompted(due: Due, case: Case) -> Breach | None:
    """Expects: by the deadline a statement that the run is over has stood in the view; it may have made room since."""
    if _was_told(due, case):
        return None
    told = case.telling(due.run, due.tab, due.due_ms)
    doubt_silence(due, case)
    last = next((claim for claim in told if claim.kind in ("state", "count", "percent")), None)
    at_ms = int(due.due_ms)
    return Breach(
        run=due.run,
        tab=due.tab,
        at_ms=at_ms,
        until_ms=last.until_ms if last else at_ms,
        said=last.text if last else None,
        silence="did not say that the job had ended",
        truth=case.truth.describe(due.run, at_ms),
        slot="end",
    )
