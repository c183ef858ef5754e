"""RESP: an answer stands on the page by a deadline."""

from dataclasses import dataclass

from harness.core.words import RunKey
from harness.facts.case import Case
from harness.laws.base import CannotTell


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


def doubt_silence(due: Due, case: Case) -> None:
    """Before a page is blamed for silence: raises CannotTell if it said something that could not be read."""
    for held in case.screen.unread:
        if held.tab == due.tab and held.at_ms <= due.due_ms < held.until_ms and held.run == due.run:
            raise CannotTell(f'could not read "{held.text}"')
