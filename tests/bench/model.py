"""What the model costs, as a ratio to bare SimPy carrying out as many events in the same run; and how it grows."""

import gc
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from unittest.mock import patch

import simpy

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from harness.model.commands import Cancel, Submit
from harness.model.simulation import Simulation, Told
from harness.scenario.world import World

ROUNDS = 5
SIZES = (1_000, 10_000, 100_000, 1_000_000)
FOREVER_MS = 10**12
BARE, MODEL, REPLAYED, LATE = "bare SimPy", "model", "replayed", "with a late command"


@dataclass(frozen=True, slots=True)
class Case:
    """A world and the commands that are given to it."""

    name: str
    world: World
    told: tuple[Told, ...] = ()


@dataclass(slots=True)
class Costs:
    """Seconds of each round by what was timed, and how many events there were: in the log, and in SimPy."""

    logged: int = 0
    stepped: int = 0
    taken: dict[str, list[float]] = field(default_factory=dict)

    def seconds(self, name: str) -> float:
        """The median round."""
        return median(self.taken[name])

    def ratio(self, name: str) -> float:
        """How many times as long as bare SimPy."""
        return self.seconds(name) / self.seconds(BARE)


@dataclass(frozen=True, slots=True)
class Growth:
    """One publish of so many items, in a process of its own."""

    items: int
    seconds: float
    bytes: int

    @property
    def each_us(self) -> float:
        """Microseconds an item."""
        return self.seconds / self.items * 1e6

    @property
    def each_bytes(self) -> float:
        """Bytes an item, beyond what the process has without any."""
        return self.bytes / self.items


def cases() -> Iterator[Case]:
    """A long publish with trouble; many small jobs before few workers; a long publish that is cancelled."""
    yield Case("publish of 20,000", publish(20_000), ((0, Submit(kind="publish")),))
    yield Case("3,000 small jobs, 2 workers", crowd(3_000))
    cancelled = ((0, Submit(kind="publish")), (30_000_000, Cancel(job="publish")))
    yield Case("publish cancelled half-way", publish(20_000), cancelled)


def publish(items: int) -> World:
    """One publish; one call in twenty fails."""
    job = {"id": "publish", "kind": "publish", "items": items}
    return World.model_validate({"jobs": [job], "third_party": {"marketplace": {"failures": 0.05}}})


def crowd(jobs: int) -> World:
    """A station with a load of 0.8."""
    job = {"id": "sync", "kind": "sync", "items": 3}
    part = {"job": job, "every": {"exponential": "7s"}, "most": jobs}
    return World.model_validate({"workers": 2, "arrivals": [part], "third_party": {"marketplace": {}}})


def measure(case: Case, rounds: int = ROUNDS) -> Costs:
    """Interleaved rounds of everything, so that a busy machine is busy for all of them."""
    finished = Simulation.replayed(case.world, 1, case.told, FOREVER_MS)
    end_ms = finished.events[-1].at_ms
    costs = Costs(logged=len(finished.events), stepped=stepped(case))
    late = (end_ms - 1, Submit(kind="import", items=1))
    works: dict[str, Callable[[], object]] = {
        BARE: lambda: bare(costs.logged),
        MODEL: lambda: played(case),
        REPLAYED: lambda: Simulation.replayed(case.world, 1, case.told, end_ms),
        LATE: lambda: finished.with_command(*late),
    }
    for round_number in range(rounds + 1):
        for name, work in works.items():
            taken = timed(work)
            if round_number:  # the first round warms up
                costs.taken.setdefault(name, []).append(taken)
    return costs


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes; what earlier work left behind is not counted."""
    gc.collect()
    begun = perf_counter()
    work()
    return perf_counter() - begun


def bare(events: int) -> simpy.Environment:
    """One process of SimPy that waits as often as the model logs an event, and does nothing else."""
    env = simpy.Environment()

    def waiting() -> Generator[simpy.Event, Any, None]:
        for _ in range(events):
            yield env.timeout(1)

    env.process(waiting())
    env.run()
    return env


def played(case: Case) -> Simulation:
    """The case from its beginning to its end."""
    return Simulation.replayed(case.world, 1, case.told, FOREVER_MS)


def stepped(case: Case) -> int:
    """How many events SimPy carries out for the case."""
    steps, step = count(), simpy.Environment.step

    def counted(env: simpy.Environment) -> None:
        next(steps)
        step(env)

    with patch.object(simpy.Environment, "step", counted):
        played(case)
    return next(steps)


def growth(items: int) -> Growth:
    """Measured in a process of its own, for memory is that of a process at its highest."""
    command = [sys.executable, __file__, str(items)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Growth(**json.loads(done.stdout))


def grow(items: int) -> dict[str, float]:
    """A publish of so many items here and now."""
    played(Case("warm up", publish(100), ((0, Submit(kind="publish")),)))
    before = _peak_bytes()
    begun = perf_counter()
    played(Case("publish", publish(items), ((0, Submit(kind="publish")),)))
    return {"items": items, "seconds": perf_counter() - begun, "bytes": _peak_bytes() - before}


def _peak_bytes() -> int:
    """Linux hands the peak of getrusage down to child processes; its own is in the process's status."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text(encoding="utf-8").partition("VmHWM:")[2].split()[0]) * 1_024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1_024


if __name__ == "__main__":
    print(json.dumps(grow(int(sys.argv[1]))))
