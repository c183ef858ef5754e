"""RESP: an answer stands on the page by a deadline."""

from collections.abc import Callable
from dataclasses import dataclass

from harness.core.words import RunKey
from harness.facts.case import Case
from harness.facts.claims import Unread
from harness.laws.base import CannotTell, doubt_words


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """One opportunity: what happened at ``from_ms`` has to show in the tab by ``due_ms``."""

    run: RunKey
    tab: int
    from_ms: int
    due_ms: float


def is_fair(due: Due, case: Case) -> bool:
    """Whether the tab stood in front until the deadline, the person did not step in, and the trial went on
    beyond it.
    """
    return (
        case.ends_after(due.due_ms)
        and case.screen.visibility.is_seen(due.tab, due.due_ms)
        and not case.prompted(due.tab, due.from_ms, due.due_ms)
    )


def moments(due: Due, case: Case) -> list[float]:
    """The moments from the start to the deadline at which the tab came to say something else of the run, the deadline
    last. What was told in time may have made room since.
    """
    claims = case.screen.claims(run=due.run, tab=due.tab)
    turns = {float(claim.at_ms) for claim in claims if due.from_ms < claim.at_ms < due.due_ms}
    return [*sorted({float(due.from_ms), *turns} - {due.due_ms}), due.due_ms]


def doubt_silence(due: Due, case: Case, about: Callable[[Unread], bool] = lambda held: True) -> None:
    """Before a page is blamed for silence: raises CannotTell if it said something that could not be read, and that may
    have been about it; NotObservable if it speaks a language that nobody here can read.
    """
    doubt_words(case)
    for held in case.screen.unread:
        stood = held.tab == due.tab and held.at_ms <= due.due_ms < held.until_ms and held.run == due.run
        if stood and about(held):
            raise CannotTell(f'could not read "{held.text}"')
