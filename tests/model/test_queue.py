from collections.abc import Generator
from typing import Any

import simpy

from harness.core.words import RunKey
from harness.model.log import Log
from harness.model.queue import Claim, WorkQueue
from harness.scenario.world import JobKind, World


class Bench:
    """Runs that enter a queue in the order of their names and hold their worker for a second."""

    def __init__(self, workers: int, names: str) -> None:
        self.env = simpy.Environment()
        self.log = Log(self.env)
        self.queue = WorkQueue(self.env, self.log, World(workers=workers))
        self.started: list[tuple[int, str, str]] = []
        for name in names:
            self.env.process(self.work(name))

    def work(self, name: str) -> Generator[simpy.Event, Any, None]:
        worker = yield from self.queue.enter(Claim(key=RunKey(name, 1), kind=JobKind.SYNC))
        self.started.append((int(self.env.now), name, worker.name))
        yield self.env.timeout(1_000)
        self.queue.release(worker)

    def told(self) -> list[tuple[int, str, str, int]]:
        return [(event.at_ms, event.kind, event.job, event.data["ahead"]) for event in self.log.events]


def test_first_come_first_served_and_everyone_knows_the_place() -> None:
    bench = Bench(1, "abcd")
    bench.env.run()
    assert bench.started == [
        (0, "a", "worker-1"),
        (1_000, "b", "worker-1"),
        (2_000, "c", "worker-1"),
        (3_000, "d", "worker-1"),
    ]
    assert bench.told() == [
        (0, "run.queued", "b", 0),
        (0, "run.queued", "c", 1),
        (0, "run.queued", "d", 2),
        (1_000, "queue.moved", "c", 0),
        (1_000, "queue.moved", "d", 1),
        (2_000, "queue.moved", "d", 0),
    ]


def test_with_a_free_worker_nobody_waits() -> None:
    bench = Bench(3, "abc")
    bench.env.run()
    assert [start for start, _, _ in bench.started] == [0, 0, 0]
    assert bench.told() == []


def test_who_leaves_lets_the_others_move_up() -> None:
    bench = Bench(1, "abcd")
    bench.env.run(until=500)
    assert bench.queue.leave(RunKey("c", 1))
    assert not bench.queue.leave(RunKey("a", 1))
    bench.env.run()
    assert [name for _, name, _ in bench.started] == ["a", "b", "d"]
    assert (500, "queue.moved", "d", 1) in bench.told()
    assert (500, "queue.moved", "b", 0) not in bench.told()
