"""Three numbers at once: what succeeded, what failed and what was skipped stand together when a mixed run has ended."""

from dataclasses import dataclass

from harness.core.verdicts import Severity
from harness.facts.case import Case
from harness.facts.endings import Ending, endings, speaks_in_full
from harness.facts.finding import Breach
from harness.facts.views import RunView
from harness.laws.base import has_number, law
from harness.laws.shapes.numbers import (
    Slot,
    check_known,
    contradiction,
    doubt_groups,
    missing_numbers,
    omitted,
    tellings,
)
from harness.laws.shapes.resp import Due, doubt_silence, is_fair, moments

WITHIN_MS = 1_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Breakdown:
    """One opportunity: the numbers that the view has to hold together by the deadline."""

    due: Due
    view: RunView
    slots: tuple[Slot, ...]


def mixed_endings(case: Case) -> list[Breakdown]:
    """Applies to: each ending of a run whose items came to more than one end, in each tab that gives the run more than
    a row of a list. Where all came to one end there is nothing to break down.
    """
    made = [_breakdown(ending, case) for ending in endings(case) if _is_mixed(ending.view)]
    return [one for one in made if is_fair(one.due, case) and _is_in_full(one.due, case)]


def _is_mixed(view: RunView) -> bool:
    return sum(slot.needed for slot in _slots(view)) > 1


def _breakdown(ending: Ending, case: Case) -> Breakdown:
    due_ms = case.deadline(ending.from_ms + WITHIN_MS + case.beta_ms, ending.tab)
    due = Due(run=ending.run, tab=ending.tab, from_ms=ending.from_ms, due_ms=due_ms)
    return Breakdown(due=due, view=ending.view, slots=_slots(ending.view))


def _slots(view: RunView) -> tuple[Slot, ...]:
    """What is none need not be said."""
    counts = view.counts
    ends = (
        ("succeeded", counts.succeeded, "succeeded"),
        ("failed", counts.failed, "failed"),
        ("skipped", counts.skipped, "were skipped"),
        ("remaining", counts.remaining or 0, "were not attempted"),
    )
    return tuple(Slot(counter=name, value=value, what=what, needed=value > 0) for name, value, what in ends)


def _is_in_full(due: Due, case: Case) -> bool:
    return any(speaks_in_full(case, due.run, due.tab, at_ms) for at_ms in moments(due, case))


def _unseen(case: Case) -> str | None:
    mixed = [ending for ending in endings(case) if _is_mixed(ending.view)]
    told = any(speaks_in_full(case, ending.run, ending.tab, ending.from_ms) for ending in mixed)
    return "the page tells of the job that ended in a row of a list only" if mixed and not told else None


@law(
    id="outcome-breakdown-true",
    title="What succeeded, failed and was skipped is told in true numbers, together",
    failure_title="A job had a mixed end and the page does not break it down truly",
    requires="At most 1 s + β after a run ends whose items came to different ends, the numbers of those that "
    "succeeded, failed, were skipped and were not attempted stand together and equal the truth; what is none may be "
    "left out.",
    why="By these numbers people know what is done, what they have to mend and what they can leave alone.",
    instead="“20 published, 3 failed, 5 skipped”, side by side, from the moment that it ended and still after a "
    "reload.",
    severity=Severity.BLOCKER,
    source="article A73, A76, A139",
    targets=mixed_endings,
    unseen=_unseen,
)
def outcome_breakdown_true(breakdown: Breakdown, case: Case) -> Breach | None:
    """Expects: at some moment by the deadline all the numbers stood in the view together, and none was another one."""
    due, slots = breakdown.due, breakdown.slots
    views = tellings(due, slots, case)
    if any(contradiction(slots, told, case) is None and not omitted(slots, told, case) for told in views):
        check_known(slots, case)
        return None
    at_ms, truth = int(due.due_ms), case.truth.describe(due.run, int(due.due_ms))
    told = views[-1]
    wrong = contradiction(slots, told, case)
    if wrong is not None:
        return Breach.at(wrong, said=wrong.text, truth=truth, at_ms=at_ms)
    missing = omitted(slots, told, case)
    doubt_silence(due, case, has_number)
    doubt_groups(missing, told, case)
    silence = missing_numbers(missing, f"{breakdown.view.noun}s")
    return Breach(
        run=due.run, tab=due.tab, at_ms=at_ms, until_ms=at_ms, said=None, silence=silence, truth=truth, slot="breakdown"
    )
