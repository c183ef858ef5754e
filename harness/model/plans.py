"""What is to become of each item of a run: named outcomes are exact, the rest is left to the third party's chance."""

from dataclasses import dataclass, replace

from harness.core import causes, ids
from harness.core.random import Random
from harness.model.goods import item_name
from harness.scenario.world import Job, Outcomes


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


def plan_items(job: Job, items: int, random: Random) -> tuple[ItemPlan, ...]:
    """Plans of all items in order; which items get the named outcomes is drawn from the stream."""
    exact = job.outcomes is not None
    fates = _fates(job)[:items]
    places = random.sample(range(items), len(fates))
    fated = dict(zip(places, fates, strict=True))
    return tuple(_plan(number, fated.get(number - 1, Fate(exact=exact))) for number in range(1, items + 1))


def _plan(number: int, fate: Fate) -> ItemPlan:
    return ItemPlan(id=ids.item_id(number), name=item_name(number), fate=fate)


def _fates(job: Job) -> list[Fate]:
    outcomes, fates = job.outcomes or Outcomes(), list[Fate]()
    for cause, count in outcomes.failed.items():
        fates += [Fate(exact=True, cause=cause, failing=None)] * count
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
