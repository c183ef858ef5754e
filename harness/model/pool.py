"""Workers, and the pools that they belong to."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import simpy

from harness.scenario import world
from harness.scenario.world import PoolDo, PoolEvent, World


@dataclass(eq=False, slots=True)
class Worker:
    """Carries out one run at a time.

    ``paused`` is there while its pool is paused, and succeeds at the end of that; ``paused_until_ms`` is that moment,
    where it is known. A worker that is ``leaving`` is to finish its item and to be released then. ``on_lost`` is set by
    the run that it serves, and called when it crashes; a ``crashed`` worker is never released.
    """

    name: str
    paused: simpy.Event | None = None
    paused_until_ms: int | None = None
    leaving: bool = False
    crashed: bool = False
    on_lost: Callable[[], None] | None = field(default=None, repr=False)


class Pool:
    """Workers that serve some queues: those who wait for work, longest first, and those at work, longest first."""

    def __init__(self, env: simpy.Environment, prefix: str, spec: world.Pool) -> None:
        self._env = env
        self._prefix = prefix
        self._made = 0
        self.queues = spec.queues
        self.schedule = sorted(spec.schedule, key=lambda event: event.at_ms)
        self.idle: deque[Worker] = deque()
        self.busy: dict[Worker, None] = {}
        self.paused: simpy.Event | None = None
        self.paused_until_ms: int | None = None
        self._add(spec.workers)

    @property
    def is_open(self) -> bool:
        """Whether it can start a run now."""
        return bool(self.idle) and self.paused is None

    def take(self) -> Worker:
        """The worker that has waited longest goes to work."""
        worker = self.idle.popleft()
        self.busy[worker] = None
        return worker

    def put_back(self, worker: Worker) -> None:
        """A worker is done; one that leaves is gone now."""
        del self.busy[worker]
        worker.on_lost = None
        if not worker.leaving:
            self.idle.append(worker)

    def happens(self, event: PoolEvent) -> list[Worker]:
        """Carry out an event of the schedule. Returns the workers that crashed at work."""
        match event.do:
            case PoolDo.ADD:
                self._add(event.workers)
            case PoolDo.LOSE:
                self._lose(event.workers)
            case PoolDo.CRASH:
                return self._crash(event.workers)
            case PoolDo.PAUSE:
                self._pause(event)
            case PoolDo.RESUME:
                self._resume()
        return []

    def _add(self, workers: int) -> None:
        for _ in range(workers):
            self._made += 1
            self.idle.append(self._marked(Worker(f"{self._prefix}-{self._made}")))

    def _lose(self, workers: int) -> None:
        """Idle ones first; then those that began last, once they have finished their item."""
        while workers and self.idle:
            self.idle.pop()
            workers -= 1
        staying = (worker for worker in reversed(self.busy) if not worker.leaving)
        for worker in islice(staying, workers):
            worker.leaving = True

    def _crash(self, workers: int) -> list[Worker]:
        """Those at work longest; then idle ones."""
        lost = list(islice(self.busy, workers))
        for worker in lost:
            del self.busy[worker]
            worker.crashed = True
        for _ in range(min(workers - len(lost), len(self.idle))):
            self.idle.popleft()
        return lost

    def _pause(self, event: PoolEvent) -> None:
        if self.paused is None:
            ends = (later.at_ms for later in self.schedule if later.do is PoolDo.RESUME and later.at_ms >= event.at_ms)
            self.paused, self.paused_until_ms = self._env.event(), next(ends, None)
            self._mark_all()

    def _resume(self) -> None:
        if self.paused is not None:
            over, self.paused, self.paused_until_ms = self.paused, None, None
            self._mark_all()
            over.succeed()

    def _mark_all(self) -> None:
        for worker in (*self.idle, *self.busy):
            self._marked(worker)

    def _marked(self, worker: Worker) -> Worker:
        worker.paused, worker.paused_until_ms = self.paused, self.paused_until_ms
        return worker


def pools(env: simpy.Environment, told: World) -> tuple[Pool, ...]:
    """The pools of a world; one that serves every queue where it names none."""
    if told.pools:
        return tuple(Pool(env, spec.id, spec) for spec in told.pools)
    queues = tuple(queue.id for queue in told.queues)
    return (Pool(env, "worker", world.Pool(id="worker", workers=told.workers, queues=queues)),)


def serving(all_pools: Iterable[Pool], queues: Iterable[str]) -> dict[str, tuple[Pool, ...]]:
    """The pools that serve each queue."""
    return {queue: tuple(pool for pool in all_pools if queue in pool.queues) for queue in queues}


def rivals(served: Mapping[str, tuple[Pool, ...]]) -> dict[str, tuple[str, ...]]:
    """For each queue, itself and those that share a pool with it."""
    return {
        queue: tuple(other for other in served if other == queue or not set(mine).isdisjoint(served[other]))
        for queue, mine in served.items()
    }


def scheduled(
    env: simpy.Environment, pool: Pool, happened: Callable[[list[Worker]], None]
) -> Generator[simpy.Event, Any, None]:
    """The process of a pool's schedule; it tells after each event who crashed at work."""
    for event in pool.schedule:
        yield env.timeout(event.at_ms - int(env.now))
        happened(pool.happens(event))
