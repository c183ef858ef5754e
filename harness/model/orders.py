"""Jobs of a simulation: which specification a command means, and the order that a run carries out."""

from collections.abc import Callable
from dataclasses import dataclass, field

from harness.core.random import stream
from harness.core.words import RunKey
from harness.model.kinds import KINDS, Kind, Phase
from harness.model.order import Order
from harness.model.pipeline import phases_of
from harness.model.plans import Plans, plan_items
from harness.model.retry import Retries
from harness.model.run import Run
from harness.model.third_party import Api, Calls, LocalWork
from harness.scenario.world import Growth, Job, World


@dataclass(kw_only=True, slots=True)
class JobRecord:
    """One job of the simulation and its runs so far; the newest is the last."""

    id: str
    spec: Job
    plans: Plans
    runs: list[Run] = field(default_factory=list)

    @property
    def next_key(self) -> RunKey:
        """The key of the run that comes next."""
        return RunKey(self.id, len(self.runs) + 1)


class Orders:
    """Makes jobs and orders out of a world and a seed."""

    def __init__(self, world: World, seed: int, spawn: Callable[[str], str | None]) -> None:
        self._world = world
        self._seed = seed
        self._spawn = spawn
        self._apis = {name: Api(party, seed, name) for name, party in world.third_party.items()}

    def blocked_until_ms(self, now_ms: int) -> int:
        """Until when a third party takes no calls; now, where all take them."""
        return max((api.blocked_until_ms(now_ms) for api in self._apis.values()), default=now_ms)

    def new_job(self, id: str, spec: Job) -> JobRecord:
        """A job by that id; its items' fates come from a stream of its own."""
        plans = plan_items(spec, stream(self._seed, f"fates/{id}"), self._world.catalogue)
        return JobRecord(id=id, spec=spec, plans=plans)

    def first(self, job: JobRecord) -> Order:
        """The order of a job's first run: all items, and those that will come to light."""
        return self._order(job, job.plans, grows=job.spec.grows)

    def failed_only(self, job: JobRecord, now_ms: int) -> Order:
        """The order of a run over the items that failed in the newest one."""
        plans = job.plans.again(job.runs[-1].tally.failed)
        return self._order(job, plans.mended() if _is_mended(job.spec, now_ms, usually=False) else plans)

    def all_again(self, job: JobRecord, now_ms: int) -> Order:
        """The order of a run over all items."""
        plans = job.plans.and_more(sum(growth.by for growth in job.spec.grows))
        mended = _is_mended(job.spec, now_ms, usually=True)
        return self._order(job, plans.mended() if mended else plans.tried_again())

    def _order(self, job: JobRecord, plans: Plans, grows: tuple[Growth, ...] = ()) -> Order:
        kind, key = KINDS[job.spec.kind], job.next_key
        phases = phases_of(job.spec)
        return Order(
            key=key,
            spec=job.spec,
            world=self._world,
            kind=kind,
            phases=phases,
            plans=plans,
            grows=tuple(sorted(grows, key=lambda growth: growth.after)),
            calls=self._calls(kind, phases[-1], key),
            retries=self._retries(job.spec, key),
            spawn=self._spawn,
        )

    def _retries(self, spec: Job, key: RunKey) -> Retries:
        policy = spec.retry or self._world.retry
        if not policy.jitter:
            return Retries(policy)
        return Retries(policy, stream(self._seed, f"retries/{key.job}/{key.run}").random)

    def _calls(self, kind: Kind, phase: Phase, key: RunKey) -> Calls:
        api = self._apis.get(kind.calls or "")
        return LocalWork(phase.each_ms) if api is None else api.calls(key)


def _is_mended(spec: Job, now_ms: int, *, usually: bool) -> bool:
    """Whether what does not pass by itself has been mended by now, where the world tells it."""
    return usually if spec.mended_ms is None else now_ms >= spec.mended_ms
