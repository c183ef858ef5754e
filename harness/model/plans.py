"""What is to become of each item of a run: named outcomes are exact, the rest is left to the third party's chance."""

from dataclasses import dataclass, replace

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


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemPlan:
    """One item of a run, and what is to become of it."""

    id: str
    name: str
    fate: Fate


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """More items that come to light once so many have ended."""

    after: int
    plans: tuple[ItemPlan, ...]


def plan_items(job: Job, random: Random, catalogue: Catalogue = Catalogue.SELLER) -> tuple[ItemPlan, ...]:
    """Plans of all items in order; which items get the outcomes that are told by number is drawn from the stream."""
    usual = Fate(exact=job.outcomes is not None)
    named = _named(job, catalogue)
    fates = _fates(job)
    free = [place for place in range(job.items) if place not in named] if named else range(job.items)
    places = random.sample(free, min(len(fates), len(free)))
    fated = {**dict(zip(places, fates, strict=False)), **named}
    return tuple(_plan(place + 1, fated.get(place, usual), catalogue) for place in range(job.items))


def plan_found(job: Job, catalogue: Catalogue = Catalogue.SELLER) -> tuple[Found, ...]:
    """The items that come to light later, numbered on."""
    fate, first, found = Fate(exact=job.outcomes is not None), job.items + 1, []
    for growth in sorted(job.grows, key=lambda one: one.after):
        plans = tuple(_plan(number, fate, catalogue) for number in range(first, first + growth.by))
        found.append(Found(after=growth.after, plans=plans))
        first += growth.by
    return tuple(found)


def _plan(number: int, fate: Fate, catalogue: Catalogue) -> ItemPlan:
    return ItemPlan(id=ids.item_id(number), name=item_name(number, catalogue), fate=fate)


def _named(job: Job, catalogue: Catalogue) -> dict[int, Fate]:
    """The fates of items that the file tells by their id or by an attribute, by place from 0; an id counts more."""
    outcomes = job.outcomes
    if outcomes is None or not (outcomes.items or outcomes.where):
        return {}
    fates: dict[int, Fate] = {}
    for place in range(job.items) if outcomes.where else ():
        known = attributes(place + 1, catalogue)
        cause = next((one.cause for one in outcomes.where if known.get(one.attribute) == one.value), None)
        if cause is not None:
            fates[place] = _failing(cause)
    return fates | {ids.item_number(id) - 1: _failing(cause) for id, cause in outcomes.items.items()}


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


def plan_again(failed: tuple[ItemPlan, ...]) -> tuple[ItemPlan, ...]:
    """Plans for a retry of failed items only: what was transient is over, spoilt data is still spoilt."""
    return tuple(plan if plan.fate.is_lasting else mended(plan) for plan in failed)


def mended(plan: ItemPlan) -> ItemPlan:
    """The plan of an item whose trouble is over: it succeeds, or is skipped as before."""
    return replace(plan, fate=Fate(exact=True, skip=plan.fate.skip))
