"""The endings of runs as the tabs come to know them: what a page owes when a job is over counts from these moments."""

from dataclasses import dataclass

from harness.core.words import RunKey
from harness.facts.agreement import FACTS
from harness.facts.case import Case
from harness.facts.views import RunView


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """A run ended, and the tab spoke of it then, or came to later: from ``from_ms`` on it knows."""

    run: RunKey
    tab: int
    from_ms: int
    view: RunView


def endings(case: Case) -> list[Ending]:
    """Each ending of a run in each tab that speaks of the run when it comes, or comes to later."""
    return [
        Ending(run=key, tab=tab, from_ms=from_ms, view=view)
        for key in case.truth.runs()
        if case.truth.ended_at(key) <= case.end_ms and (view := case.truth.view(key, case.end_ms)) is not None
        for tab in case.screen.tabs
        if (from_ms := _open_from(case, tab, key)) is not None
    ]


def speaks_in_full(case: Case, key: RunKey, tab: int, at_ms: float) -> bool:
    """Whether the tab gives the run more than a row in a list of jobs at that moment."""
    return any(claim.kind in FACTS and not claim.listed for claim in case.telling(key, tab, at_ms))


def _open_from(case: Case, tab: int, key: RunKey) -> int | None:
    """The end, or when the tab first spoke of a run that had ended before the page could ask how it goes."""
    ended_ms = int(case.truth.ended_at(key))
    if any(claim.kind in FACTS for claim in case.telling(key, tab, ended_ms)):
        return ended_ms
    claims = [claim.at_ms for claim in case.screen.claims(run=key, tab=tab) if claim.kind in FACTS]
    return claims[0] if claims and claims[0] > ended_ms else None
