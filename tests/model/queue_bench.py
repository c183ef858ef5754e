"""Runs of a few steps each that enter a queue, are interrupted by crashes, and write down who served whom when."""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

import simpy
from hypothesis import strategies as st

from harness.core.words import RunKey
from harness.model.log import Log
from harness.model.queue import Claim, Worker, WorkQueue
from harness.model.queue_line import Ticket
from harness.scenario.world import Job, JobKind, World
from harness.trace.truth_event import TruthEvent

STEP_MS = 100


@dataclass(kw_only=True, slots=True)
class Stretch:
    """A run with a worker, from one moment to another."""

    job: str
    worker: str
    begin_ms: int
    end_ms: int = 10**9


@dataclass(kw_only=True, slots=True)
class Visit:
    """One run: when it enters, and how many steps of 100 ms it takes. ``knows``: it can say what is left."""

    job: Job
    at_ms: int = 0
    steps: int = 10
    cancel_ms: int | None = None
    knows: bool = True


@dataclass(slots=True)
class _Course:
    left: int
    lost: simpy.Event | None = None


@dataclass(slots=True)
class Bench:
    """A queue by itself, with the runs that visit it."""

    world: World
    visits: list[Visit]
    blocked_ms: int = 0
    env: simpy.Environment = field(default_factory=simpy.Environment)
    stretches: list[Stretch] = field(default_factory=list)
    log: Log = field(init=False)
    queue: WorkQueue = field(init=False)

    def __post_init__(self) -> None:
        self.log = Log(self.env)
        self.queue = WorkQueue(self.env, self.log, self.world, lambda now_ms: max(now_ms, self.blocked_ms))
        for visit in self.visits:
            process = self.env.process(self._visit(visit))
            if visit.cancel_ms is not None:
                self.env.process(self._cancel(visit, process))

    @property
    def events(self) -> list[TruthEvent]:
        return self.log.events

    def told(self, *words: str) -> list[tuple[Any, ...]]:
        return [
            (event.at_ms, event.kind, event.job, *(event.data.get(word) for word in words)) for event in self.events
        ]

    def started(self) -> list[tuple[int, str, str]]:
        return [(one.begin_ms, one.job, one.worker) for one in self.stretches]

    def _visit(self, visit: Visit) -> Generator[simpy.Event, Any, None]:
        yield self.env.timeout(visit.at_ms)
        course, front = _Course(visit.steps), False
        try:
            while course.left:
                claim = Claim.of(RunKey(visit.job.id, 1), visit.job, self._left_ms(visit, course), front=front)
                worker = yield from self.queue.enter(claim)
                yield from self._work(visit, course, worker)
                front = True
        except simpy.Interrupt:
            self.queue.job_ended(visit.job.id)

    def _left_ms(self, visit: Visit, course: _Course) -> Any:
        return lambda: course.left * STEP_MS if visit.knows else None

    def _work(self, visit: Visit, course: _Course, worker: Worker) -> Generator[simpy.Event, Any, None]:
        stretch = Stretch(job=visit.job.id, worker=worker.name, begin_ms=int(self.env.now))
        self.stretches.append(stretch)
        lost = self.env.event()
        worker.on_lost = lambda: self._lose(stretch, lost)
        while course.left and not worker.leaving:
            if worker.paused is not None:
                yield worker.paused | lost
            yield self.env.timeout(STEP_MS) | lost
            if lost.triggered:
                return
            course.left -= 1
        stretch.end_ms = int(self.env.now)
        if not course.left:
            self.queue.job_ended(visit.job.id)
        self.queue.release(worker)

    def _lose(self, stretch: Stretch, lost: simpy.Event) -> None:
        stretch.end_ms = int(self.env.now)
        lost.succeed()

    def _cancel(self, visit: Visit, process: simpy.Process) -> Generator[simpy.Event, Any, None]:
        yield self.env.timeout(visit.cancel_ms or 0)
        if self.queue.leave(RunKey(visit.job.id, 1)):
            process.interrupt()


def job(id: str, **parts: Any) -> Job:
    return Job.model_validate({"id": id, "kind": "sync", "items": 1, **parts})


def bench(visits: list[Visit], blocked_ms: int = 0, **parts: Any) -> Bench:
    """A bench out of what a file would say of the world."""
    return Bench(World.model_validate(parts), visits, blocked_ms)


@st.composite
def schedules(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Events of a pool of two workers that never lose the last one; it is open at the end."""
    events: list[dict[str, Any]] = []
    workers, at_ms = 2, 0
    for _ in range(draw(st.integers(0, 4))):
        at_ms += draw(st.integers(1, 900))
        do = draw(st.sampled_from(["add", "pause", *(["lose", "crash"] if workers > 1 else [])]))
        workers += {"add": 1, "pause": 0}.get(do, -1)
        events.append({"at": f"{at_ms}ms", "do": do})
        if do == "pause":
            at_ms += draw(st.integers(1, 900))
            events.append({"at": f"{at_ms}ms", "do": "resume"})
    return events


@st.composite
def benches(draw: st.DrawFn, *, scheduled: bool = True) -> Bench:
    """Two pools for three queues, limits on a kind and a tenant, up to 14 runs that wait for each other."""
    pools = [
        {"id": "one", "workers": 2, "queues": ["fast", "slow"], "schedule": draw(schedules()) if scheduled else []},
        {"id": "two", "workers": 1, "queues": ["slow", "own"]},
    ]
    visits: list[Visit] = []
    for number in range(draw(st.integers(1, 14))):
        told = job(
            f"job-{number}",
            kind=draw(st.sampled_from(["sync", "import"])),
            queue=draw(st.sampled_from(["fast", "slow", "slow", "own"])),
            tenant=draw(st.sampled_from([None, "acme"])),
            priority=draw(st.sampled_from([0, 0, 0, 1])),
            after=[f"job-{draw(st.integers(0, number - 1))}"] if number and draw(st.integers(0, 4)) == 0 else [],
        )
        at_ms, steps = draw(st.integers(0, 1_500)), draw(st.integers(1, 8))
        cancel_ms = at_ms + draw(st.integers(1, 900)) if draw(st.integers(0, 5)) == 0 else None
        visits.append(Visit(job=told, at_ms=at_ms, steps=steps, cancel_ms=cancel_ms, knows=draw(st.booleans())))
    queues = [{"id": "fast", "priority": 1}, {"id": "slow"}, {"id": "own"}]
    return bench(visits, queues=queues, pools=pools, limits={"kind": {"import": 2}, "tenant": {"acme": 1}})


def ticket(number: int, queue: str = "default") -> Ticket:
    """Somebody who waits, as the one with that number who came."""
    claim = Claim(key=RunKey(f"job-{number}", 1), kind=JobKind.SYNC, queue=queue)
    return Ticket(claim=claim, rank=(True, 0, 0, number), turn=simpy.Event(simpy.Environment()))
