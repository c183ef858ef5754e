"""TEXT in numbers: what a view must carry, each count in a slot, and what it must not say in its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.facts.binding import counter_of
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.laws.base import CannotTell, NotObservable
from harness.laws.shapes.resp import Due, moments
from harness.microcopy.reading import Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """One number that a view has to carry: which counter, and what that stands at. ``what`` says what became of them:
    ``failed``, ``were skipped``. One that is not ``needed`` may be left out, and must be true all the same.
    ``or_else`` are counters at other values that tell the same.
    """

    counter: str
    value: int
    what: str
    needed: bool = True
    or_else: tuple[tuple[str, int], ...] = ()

    @property
    def told_by(self) -> frozenset[tuple[str, int]]:
        """The counters at the values that carry it."""
        return frozenset(((self.counter, self.value), *self.or_else))


def contradiction(slots: Sequence[Slot], told: Sequence[Claim], case: Case) -> Claim | None:
    """The first number that stands for a slot and is another one; a group of one cause stands for itself alone."""
    values: dict[str, set[int]] = {}
    for name, value in (held for slot in slots for held in slot.told_by):
        values.setdefault(name, set()).add(value)
    for claim in _counts(told):
        counter = counter_of(claim, case)
        if claim.reading.cause is None and counter in values and claim.value not in values[counter]:
            return claim
    return None


def omitted(slots: Sequence[Slot], told: Sequence[Claim], case: Case) -> list[Slot]:
    """The slots that nothing carries, and that a page can know."""
    carried = {(counter_of(claim, case), claim.value) for claim in _counts(told)}
    return [slot for slot in slots if slot.needed and case.can_know(slot.counter) and not slot.told_by & carried]


def tellings(due: Due, slots: Sequence[Slot], case: Case) -> list[list[Claim]]:
    """What the view said at each moment by the deadline at which it may have carried them; at the last one alone where
    nothing has to be carried, for then what stood there before the end would do.
    """
    asked = any(slot.needed and case.can_know(slot.counter) for slot in slots)
    at = moments(due, case) if asked else [due.due_ms]
    return [case.telling(due.run, due.tab, at_ms) for at_ms in at]


def check_known(slots: Sequence[Slot], case: Case) -> None:
    """Raises NotObservable where the back end tells none of the numbers that a view has to carry."""
    needed = [slot for slot in slots if slot.needed]
    if needed and not any(case.can_know(slot.counter) for slot in needed):
        raise NotObservable(f"the back end never tells how many {' and how many '.join(slot.what for slot in needed)}")


def doubt_groups(missing: Sequence[Slot], told: Sequence[Claim], case: Case) -> None:
    """Raises CannotTell where a number is left out that the groups of its causes sum up to."""
    for slot in missing:
        counted = (claim for claim in _counts(told) if counter_of(claim, case) == slot.counter)
        groups = {claim.reading.cause: claim.value or 0 for claim in counted}
        if groups and None not in groups and sum(groups.values()) == slot.value:
            raise CannotTell(
                f"the {slot.value} that {slot.what} are told by their causes only, in {len(groups)} numbers"
            )


def missing_numbers(missing: Sequence[Slot], nouns: str) -> str:
    """``did not say how many items succeeded, failed and were skipped``."""
    *more, last = [slot.what for slot in missing]
    return f"did not say how many {nouns} {', '.join(more)}{' and ' if more else ''}{last}"


def _counts(told: Sequence[Claim]) -> list[Claim]:
    counted = (claim for claim in told if claim.kind is Kind.COUNT and claim.phase is None)
    return [claim for claim in counted if claim.value is not None and claim.surface in ("text", "bar")]
