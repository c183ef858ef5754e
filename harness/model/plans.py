"""What is to become of each item of a run: named outcomes are exact, everything else is left to the third party's chance."""

from dataclasses import dataclass, replace
from harness.core.random import Random

from harness.core import causes, ids
from harness.model.goods import item_name
from harness.scenario.world import Job


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemPlan:
    """``failing`` attempts fail with ``cause`` (None: all of them); ``exact`` items end as planned whatever chance says."""

    id: str
    name: str
    exact: bool = False
    skip: str | None = None
    cause: str | None = None
    failing: int | None = 0

    def scripted_cause(self, attempt: int) -> str | None:
        """The cause with which this attempt must fail."""
        return self.cause if self.failing is None or attempt <= self.failing else None

    def is_safe(self, attempt: int, *, last: bool) -> bool:
        """Whether this attempt must not fail by chance: the last one, or the one that a flaky item wins with."""
        return self.exact and (last or bool(self.failing))

    @property
    def spoilt_data(self) -> bool:
        """Whether checking the data finds the fault, before the third party is asked."""
        return (
            self.failing is None
            and self.cause is not None
            and causes.cause(self.cause).cls is causes.CauseClass.USER_DATA
        )


def plan_items(job: Job, items: int, random: Random) -> tuple[ItemPlan, ...]:
    """Plans of all items in order; which items get the named outcomes is drawn from the stream."""
    exact = job.outcomes is not None
    plans = [ItemPlan(id=ids.item_id(n), name=item_name(n), exact=exact) for n in range(1, items + 1)]
    fates = _fates(job)[:items]
    for index, fate in zip(random.sample(range(items), len(fates)), fates, strict=True):
        plans[index] = replace(plans[index], exact=True, **fate)
    return tuple(plans)


def _fates(job: Job) -> list[dict[str, str | int | None]]:
    fates: list[dict[str, str | int | None]] = []
    if job.outcomes:
        for cause, count in job.outcomes.failed.items():
            fates += [{"cause": cause, "failing": None}] * count
        for reason, count in job.outcomes.skipped.items():
            fates += [{"skip": reason}] * count
    if job.flaky:
        fates += [{"cause": job.flaky.cause, "failing": job.flaky.attempts}] * job.flaky.items
    return fates


def plan_again(failed: tuple[ItemPlan, ...]) -> tuple[ItemPlan, ...]:
    """Plans for a retry of failed items only: what was transient is over, spoilt data is still spoilt."""
    return tuple(plan if _stays(plan) else mended(plan) for plan in failed)


def mended(plan: ItemPlan) -> ItemPlan:
    """The plan of an item whose trouble is over: it succeeds, or is skipped as before."""
    return replace(plan, exact=True, cause=None, failing=0)


def _stays(plan: ItemPlan) -> bool:
    return plan.failing is None and plan.cause is not None and not causes.cause(plan.cause).retryable
