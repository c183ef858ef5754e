"""Jobs of a simulation: which specification a command means, and the order that a run carries out."""

from dataclasses import dataclass, field

from harness.core.random import stream
from harness.core.words import RunKey
from harness.model.kinds import KINDS, Kind, Phase
from harness.model.plans import ItemPlan, mended, plan_again, plan_items
from harness.model.retry import Retries
from harness.model.run import Order, Run
from harness.model.third_party import Api, Calls, LocalWork
from harness.scenario.world import Job, World


@dataclass(kw_only=True, slots=True)
class JobRecord:
    """One job of the simulation and its runs so far; the newest is the last."""

    id: str
    spec: Job
    plans: tuple[ItemPlan, ...]
    runs: list[Run] = field(default_factory=list)

    @property
    def next_key(self) -> RunKey:
        """The key of the run that comes next."""
        return RunKey(self.id, len(self.runs) + 1)


class Orders:
    """Makes jobs and orders out of a world and a seed."""

    def __init__(self, world: World, seed: int) -> None:
        self._world = world
        self._seed = seed
        self._apis = {name: Api(party, seed, name) for name, party in world.third_party.items()}

    def new_job(self, id: str, spec: Job) -> JobRecord:
        """A job by that id; its items' fates come from a stream of its own."""
        return JobRecord(id=id, spec=spec, plans=plan_items(spec, spec.items, stream(self._seed, f"fates/{id}")))

    def first(self, job: JobRecord) -> Order:
        """The order of a job's first run: all items."""
        return self._order(job, job.plans)

    def failed_only(self, job: JobRecord) -> Order:
        """The order of a run over the items that failed in the newest one."""
        return self._order(job, plan_again(tuple(job.runs[-1].tally.failed)))

    def all_again(self, job: JobRecord) -> Order:
        """The order of a run over all items, with their trouble mended."""
        return self._order(job, tuple(mended(plan) for plan in job.plans))

    def _order(self, job: JobRecord, plans: tuple[ItemPlan, ...]) -> Order:
        kind, key = KINDS[job.spec.kind], job.next_key
        phases = phases_of(job.spec)
        calls = self._calls(kind, phases[-1], key)
        retries = Retries(self._world.retry)
        return Order(key=key, spec=job.spec, kind=kind, phases=phases, plans=plans, calls=calls, retries=retries)

    def _calls(self, kind: Kind, phase: Phase, key: RunKey) -> Calls:
        api = self._apis.get(kind.calls or "")
        return LocalWork(phase.each_ms) if api is None else api.calls(key)


def phases_of(spec: Job) -> tuple[Phase, ...]:
    """The phases of a job's kind, with the times per item that the scenario sets."""
    phases = KINDS[spec.kind].phases
    return tuple(
        Phase(id=phase.id, title=phase.title, each_ms=spec.phases.get(phase.id, phase.each_ms)) for phase in phases
    )
