"""What a page owed in one trial, tab by tab, and what became of it."""

from dataclasses import dataclass

from harness.facts.case import Case
from harness.speech.judged import Judged
from harness.speech.kept import due, kept
from harness.speech.obligations import Obligation, obligations


@dataclass(frozen=True, kw_only=True, slots=True)
class Duty:
    """One obligation on one tab, when it was due there, and what became of its slots; none where the tab could not be
    judged.
    """

    owed: Obligation
    tab: int
    title: str
    due_ms: int
    slots: tuple[Judged, ...] | None


def duties(case: Case) -> list[Duty]:
    """Every obligation of the trial on every tab, in the order in which they arise."""
    return [_duty(owed, case, tab) for owed in obligations(case) for tab in case.screen.tabs if owed.tab in (None, tab)]


def _duty(owed: Obligation, case: Case, tab: int) -> Duty:
    due_ms = due(owed, case, tab)
    slots = kept(owed, case, tab, due_ms)
    return Duty(owed=owed, tab=tab, title=case.title_of(owed.run), due_ms=int(min(due_ms, case.end_ms)), slots=slots)
