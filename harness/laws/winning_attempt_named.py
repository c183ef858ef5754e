"""Which attempt did it: where a job came through only on a later attempt, its completion says on which."""

from dataclasses import dataclass

from harness.core.verdicts import Severity
from harness.core.words import Outcome
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.endings import Ending, endings, speaks_in_full
from harness.facts.finding import Breach
from harness.facts.retries import numbers_of, winning_attempts
from harness.laws.base import law, tells_of_trying
from harness.laws.shapes.resp import Due, doubt_silence, is_fair, moments
from harness.microcopy.reading import Kind

WITHIN_MS = 1_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Won:
    """One opportunity: the attempts after the first on which items of a run succeeded, to be told by the deadline."""

    due: Due
    attempts: tuple[int, ...]


def late_successes(case: Case) -> list[Won]:
    """Applies to: each run that ended succeeded and of which some item needed more than one attempt, in each tab that
    gives it more than a row of a list; on pages that speak of attempts at all.
    """
    made = [_won(ending, case) for ending in _later(case)] if _speaks_of_attempts(case) else []
    return [one for one in made if is_fair(one.due, case) and _is_in_full(one.due, case)]


def _later(case: Case) -> list[Ending]:
    ended = (ending for ending in endings(case) if ending.view.outcome is Outcome.SUCCEEDED)
    return [ending for ending in ended if winning_attempts(case, ending.run)]


def _won(ending: Ending, case: Case) -> Won:
    due_ms = case.deadline(ending.from_ms + WITHIN_MS + case.beta_ms, ending.tab)
    due = Due(run=ending.run, tab=ending.tab, from_ms=ending.from_ms, due_ms=due_ms)
    return Won(due=due, attempts=winning_attempts(case, ending.run))


def _is_in_full(due: Due, case: Case) -> bool:
    return any(speaks_in_full(case, due.run, due.tab, at_ms) for at_ms in moments(due, case))


def _speaks_of_attempts(case: Case) -> bool:
    return bool(case.screen.claims(kind=Kind.ATTEMPT))


def _unseen(case: Case) -> str | None:
    later = [ending for ending in _later(case) if case.screen.claims(run=ending.run)]
    if not later:
        return None
    if not _speaks_of_attempts(case):
        return "the page nowhere speaks of attempts"
    told = any(speaks_in_full(case, ending.run, ending.tab, ending.from_ms) for ending in later)
    return None if told else "the page tells of the job that came through in a row of a list only"


@law(
    id="winning-attempt-named",
    title="The page says which attempt succeeded",
    failure_title="A job came through on a later attempt and the page does not say truly on which",
    requires="At most 1 s + β after a run has succeeded of which some items needed more than one attempt, a page that "
    "speaks of attempts at all names one on which some of them succeeded.",
    why="Who knows that it took three attempts can tell a service that is in trouble from one that is well.",
    instead="“Published; it worked on attempt 2.”",
    severity=Severity.MINOR,
    source="article A68",
    targets=late_successes,
    unseen=_unseen,
)
def winning_attempt_named(won: Won, case: Case) -> Breach | None:
    """Expects: at some moment by the deadline an attempt stood in the view on which items succeeded."""
    due = won.due
    tellings = _tellings(due, case)
    if any(numbers_of(claim) & set(won.attempts) for told in tellings for claim in told):
        return None
    wrong = next(iter(tellings[-1]), None)
    if wrong is None:
        doubt_silence(due, case, tells_of_trying)
    at_ms = int(due.due_ms)
    return Breach(
        run=due.run, tab=due.tab, at_ms=at_ms, until_ms=wrong.until_ms if wrong else at_ms,
        said=wrong.text if wrong else None, silence="did not say on which attempt the job succeeded",
        truth=_truth(won), slot="attempt",
    )  # fmt: skip


def _tellings(due: Due, case: Case) -> list[list[Claim]]:
    """What is said of attempts, but that one failed: at each moment at which the view tells the end, and at last."""
    views = [case.telling(due.run, due.tab, at_ms) for at_ms in moments(due, case)]
    ends = [view for view in views[:-1] if any(_tells_end(claim) for claim in view)]
    return [[claim for claim in view if _names_attempt(claim)] for view in (*ends, views[-1])]


def _tells_end(claim: Claim) -> bool:
    return claim.kind is Kind.ENDED and claim.phase is None and not claim.listed


def _names_attempt(claim: Claim) -> bool:
    return claim.kind is Kind.ATTEMPT and claim.word != "failed"


def _truth(won: Won) -> str:
    attempts = " and ".join(str(attempt) for attempt in won.attempts)
    return f"it had succeeded on attempt{'' if len(won.attempts) == 1 else 's'} {attempts}"
