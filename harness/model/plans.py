"""What is to become of each item of a run: named outcomes are exact, the rest is left to the third party's chance."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload

from harness.core import causes, ids
from harness.core.random import Random
from harness.model.goods import attributes, item_name
from harness.scenario.world import Catalogue, Job, Outcomes


@dataclass(frozen=True, kw_only=True, slots=True)
class Fate:
    """``failing`` attempts fail with ``cause`` (None: all of them); an ``exact`` item ends as planned whatever."""

    exact: bool = False
    skip: str | None = None
    cause: str | None = None
    failing: int | None = 0

    @property
    def is_lasting(self) -> bool:
        """Whether another attempt, even in another run, must fail in the same way."""
        return self.failing is None and self.cause is not None and not causes.cause(self.cause).retryable

    @property
    def spoilt_data(self) -> bool:
        """Whether checking the data finds the fault, before the third party is asked."""
        return self.is_lasting and causes.cause(self.cause or "").cls is causes.CauseClass.USER_DATA

    def scripted_cause(self, attempt: int) -> str | None:
        """The cause with which this attempt must fail."""
        return self.cause if self.failing is None or attempt <= self.failing else None

    def is_safe(self, *, last: bool) -> bool:
        """Whether an attempt without scripted cause is kept from chance: the last, or a flaky item's winning one."""
        return self.exact and (last or bool(self.failing))


class ItemPlan(NamedTuple):
    """One item of a run, and what is to become of it."""

    id: str
    name: str
    fate: Fate


class Plans(Sequence[ItemPlan]):
    """The items of a run in order, by their numbers. A million of them take no room: a plan is made when asked for.

    ``known`` is how many items the job has had so far, those that were left out among them.
    """

    def __init__(
        self, numbers: Sequence[int], fates: dict[int, Fate], usual: Fate, catalogue: Catalogue, known: int
    ) -> None:
        self._numbers = numbers
        self._fates = fates
        self._usual = usual
        self._catalogue = catalogue
        self._known = known

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> ItemPlan: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[ItemPlan]: ...
    def __getitem__(self, index: int | slice) -> ItemPlan | Sequence[ItemPlan]:
        if isinstance(index, slice):
            return Plans(self._numbers[index], self._fates, self._usual, self._catalogue, self._known)
        number = self._numbers[index]
        return ItemPlan(ids.item_id(number), item_name(number, self._catalogue), self._fates.get(number, self._usual))

    def spoilt(self) -> frozenset[int]:
        """The places, from 0, of items whose data a check finds spoilt."""
        if not any(fate.spoilt_data for fate in self._fates.values()):
            return frozenset()
        usual = self._usual
        fates = (self._fates.get(number, usual) for number in self._numbers)
        return frozenset(place for place, fate in enumerate(fates) if fate.spoilt_data)

    def without(self, places: Container[int]) -> "Plans":
        """The items but those at some places."""
        numbers = [number for place, number in enumerate(self._numbers) if place not in places]
        return Plans(numbers, self._fates, self._usual, self._catalogue, self._known)

    def and_more(self, count: int) -> "Plans":
        """The items and so many more, numbered on, to which nothing in particular happens."""
        known = self._known + count
        numbers = [*self._numbers, *range(self._known + 1, known + 1)]
        return Plans(numbers, self._fates, self._usual, self._catalogue, known)

    def again(self, failed: Sequence[ItemPlan]) -> "Plans":
        """A retry of failed items only: what was transient is over, spoilt data is still spoilt."""
        fates = {ids.item_number(plan.id): plan.fate if plan.fate.is_lasting else mended(plan.fate) for plan in failed}
        return Plans(list(fates), fates, Fate(exact=True), self._catalogue, self._known)

    def tried_again(self) -> "Plans":
        """All the items as another attempt finds them: what was transient is over, what was spoilt is still so."""
        fates = {number: fate if fate.is_lasting else mended(fate) for number, fate in self._fates.items()}
        return Plans(self._numbers, fates, Fate(exact=True), self._catalogue, self._known)

    def mended(self) -> "Plans":
        """All the items, with their trouble over."""
        fates = {number: mended(fate) for number, fate in self._fates.items()}
        return Plans(self._numbers, fates, Fate(exact=True), self._catalogue, self._known)


def mended(fate: Fate) -> Fate:
    """The fate of an item whose trouble is over: it succeeds, or is skipped as before."""
    return Fate(exact=True, skip=fate.skip)


def plan_items(job: Job, random: Random, catalogue: Catalogue = Catalogue.SELLER) -> Plans:
    """Plans of all items in order; which items get the outcomes that are told by number is drawn from the stream."""
    numbers = range(1, job.items + 1)
    named = _named(job, catalogue)
    fates = _fates(job)
    free = [number for number in numbers if number not in named] if named else numbers
    drawn = random.sample(free, min(len(fates), len(free)))
    fated = {**dict(zip(drawn, fates, strict=False)), **named}
    return Plans(numbers, fated, Fate(exact=job.outcomes is not None), catalogue, job.items)


def _named(job: Job, catalogue: Catalogue) -> dict[int, Fate]:
    """The fates of items that the file tells by their id or by an attribute, by number; an id counts more."""
    outcomes = job.outcomes
    if outcomes is None or not (outcomes.items or outcomes.where):
        return {}
    fates: dict[int, Fate] = {}
    for number in range(1, job.items + 1) if outcomes.where else ():
        known = attributes(number, catalogue)
        cause = next((one.cause for one in outcomes.where if known.get(one.attribute) == one.value), None)
        if cause is not None:
            fates[number] = _failing(cause)
    return fates | {ids.item_number(id): _failing(cause) for id, cause in outcomes.items.items()}


def _failing(cause: str) -> Fate:
    return Fate(exact=True, cause=cause, failing=None)


def _fates(job: Job) -> list[Fate]:
    outcomes, fates = job.outcomes or Outcomes(), list[Fate]()
    for cause, count in outcomes.failed.items():
        fates += [_failing(cause)] * count
    for reason, count in outcomes.skipped.items():
        fates += [Fate(exact=True, skip=reason)] * count
    if job.flaky:
        fates += [Fate(exact=True, cause=job.flaky.cause, failing=job.flaky.attempts)] * job.flaky.items
    return fates
