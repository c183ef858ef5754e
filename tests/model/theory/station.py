"""A station of the model: Poisson arrivals, one queue, some workers, the latency of a third party as service.

Arrivals, queue, pool and latency are those of harness.model. Only the telling is left out: what those who wait are told
(place, expected start) costs ten times the queue itself, and moves nobody, as test_station shows.
"""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import simpy
from pydantic import TypeAdapter

from harness.core.random import stream
from harness.core.words import RunKey
from harness.model.arrivals import moments
from harness.model.latency import drawing
from harness.model.log import Log
from harness.model.queue import Claim, WorkQueue
from harness.model.queue_telling import Telling
from harness.scenario.world import Arrivals, JobKind, Latency, World

MEAN_MS = 60_000
SEED = 2


@dataclass(frozen=True, slots=True)
class Depth:
    """How fine a difference is told apart, and with which share of the jobs that it takes to tell 3 %."""

    scaled: float
    share: float

    def jobs(self, jobs: int) -> int:
        """So many of the jobs that tell 3 %."""
        return round(jobs * self.share)


DEEP, QUICK = Depth(1.03, 1.0), Depth(1.15, 0.15)


def depth(deep: bool) -> Depth:
    """``make soak`` tells service apart that takes 3 % longer, ``make test`` 15 %."""
    return DEEP if deep else QUICK


_LATENCY: TypeAdapter[Latency] = TypeAdapter(Latency)


def service(kind: str, scale: float = 1.0) -> dict[str, Any]:
    """A latency as a file tells it, with a mean of one minute times ``scale``."""
    mean = f"{round(MEAN_MS * scale)}ms"
    match kind:
        case "constant":
            return {"constant": mean}
        case "uniform":
            bounds = {"from": f"{round(MEAN_MS * scale / 2)}ms", "to": f"{round(MEAN_MS * scale * 3 / 2)}ms"}
            return {"uniform": bounds}
        case "gamma":
            return {"gamma": {"mean": mean, "shape": 2}}
        case _:
            return {"exponential": {"mean": mean}}


def arriving(servers: int, load: float, jobs: int) -> dict[str, Any]:
    """Arrivals as a file tells them, by which so many workers are busy to that share, at the nominal mean."""
    every = f"{round(MEAN_MS / servers / load)}ms"
    job = {"id": "sync", "kind": "update", "items": 1, "phases": {"validate": "0s"}}
    return {"job": job, "every": {"exponential": every}, "most": jobs}


@contextmanager
def untold() -> Iterator[None]:
    """Nobody is told anything while they wait."""
    with patch.object(Telling, "review", _silent), patch.object(Telling, "welcome", _silent):
        yield


def _silent(*_: object, **__: object) -> None:
    """Say nothing."""


def waits_ms(latency: dict[str, Any], servers: int, load: float, jobs: int, seed: int = SEED) -> list[int]:
    """How long each job waited for its worker, in the order of arrival."""
    env = simpy.Environment()
    log = Log(env)
    queue = WorkQueue(env, log, World(workers=servers))
    parts = Arrivals.model_validate(arriving(servers, load, jobs))
    draw, random = drawing(_LATENCY.validate_python(latency)), stream(seed, "service")
    waited = [0] * jobs

    def customer(number: int, came_ms: int) -> Generator[simpy.Event, Any, None]:
        key = RunKey(f"sync-{number}", 1)
        worker = yield from queue.enter(Claim(key=key, kind=JobKind.UPDATE))
        waited[number] = int(env.now) - came_ms
        yield env.timeout(draw(random))
        queue.release(worker)

    def door() -> Generator[simpy.Event, Any, None]:
        for number, at_ms in enumerate(moments(parts, stream(seed, "arrivals"))):
            yield env.timeout(at_ms - int(env.now))
            env.process(customer(number, at_ms))

    env.process(door())
    env.run()
    return waited
