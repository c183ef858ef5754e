"""The end of a job shows by itself, in every open view of it."""

from harness.core.verdicts import Severity
from harness.core.words import Outcome
from harness.facts.agreement import tells_end
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.endings import endings
from harness.facts.finding import Breach
from harness.laws.base import CannotTell, law
from harness.laws.shapes.resp import Due, doubt_silence, is_fair, moments
from harness.microcopy.reading import Kind

WITHIN_MS = 1_000


def views_of_endings(case: Case) -> list[Due]:
    """Applies to: each ending of a run, in each tab that speaks of the run when it comes, or comes to later."""
    dues = [
        Due(
            run=ending.run,
            tab=ending.tab,
            from_ms=ending.from_ms,
            due_ms=case.deadline(ending.from_ms + WITHIN_MS + case.beta_ms, ending.tab),
        )
        for ending in endings(case)
    ]
    return [due for due in dues if is_fair(due, case)]


@law(
    id="terminal-shown-unprompted",
    title="The end of a job shows by itself",
    failure_title="A job ended and the page did not say so",
    requires="At most 1 s + β after a job ends, however it ends, every open view of it says so without "
    "a reload or a click.",
    why="People sit and wait for what is already over, or act on it too late.",
    instead="The page listens, or asks again, until the job has ended, in every view that shows it.",
    severity=Severity.BLOCKER,
    source="article A107, A126; Nielsen, visibility of system status",
    targets=views_of_endings,
)
def terminal_shown_unprompted(due: Due, case: Case) -> Breach | None:
    """Expects: by the deadline a statement that the run is over has stood in the view; it may have made room since."""
    if any(tells_end(case.telling(due.run, due.tab, at_ms), case) for at_ms in moments(due, case)):
        return None
    told = case.telling(due.run, due.tab, due.due_ms)
    doubt_silence(due, case)
    _doubt_trouble(due, told, case)
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


def _doubt_trouble(due: Due, told: list[Claim], case: Case) -> None:
    """ "Something went wrong", when a run failed, may be meant for its end. Whether it goes on it does not say."""
    view = case.truth.view(due.run, due.from_ms)
    if view is None or view.outcome not in (Outcome.FAILED, Outcome.PARTIAL):
        return
    trouble = next((claim for claim in told if claim.kind is Kind.TROUBLE and claim.at_ms >= due.from_ms), None)
    if trouble is not None:
        raise CannotTell(f'"{trouble.text}" does not say whether the job goes on')
