"""What the world starts by itself: jobs at their moments, jobs that arrive again and again, and what ran before."""

from collections.abc import Callable, Generator, Iterator
from itertools import islice
from math import floor, log
from typing import Any

import simpy

from harness.core.random import Random, stream
from harness.scenario.world import Arrivals, Every, Job, World

HOUR_MS = 3_600_000

Accept = Callable[[Job], None]


def begin_ms(world: World) -> int:
    """When the world begins: at 0, or as long before as its past goes back."""
    return -world.past.hours * HOUR_MS if world.past else 0


def moments(arrivals: Arrivals, random: Random) -> Iterator[int]:
    """When jobs arrive, counted from where the file counts from; never at ``until`` or later."""
    for at_ms in islice(_endless(arrivals.every, arrivals.from_ms, random), arrivals.most):
        if arrivals.until_ms is not None and at_ms >= arrivals.until_ms:
            return
        yield at_ms


def _endless(every: Every, from_ms: int, random: Random) -> Iterator[int]:
    """Constant arrivals begin at once, those of a Poisson process after a first wait."""
    since_ms = 0.0 if every.constant_ms is not None else _wait_ms(every, random)
    while True:
        yield from_ms + floor(since_ms)
        since_ms += _wait_ms(every, random)


def _wait_ms(every: Every, random: Random) -> float:
    if every.constant_ms is not None:
        return every.constant_ms
    return -(every.exponential_ms or 0) * log(1 - random.random())


class Starts:
    """Sees to it that everything that the world starts is accepted at its moment."""

    def __init__(self, env: simpy.Environment, world: World, seed: int, *, start: Accept, arrive: Accept) -> None:
        self._env = env
        self._seed = seed
        self._start = start
        self._arrive = arrive
        if world.past is not None:
            self._begin(world.past.jobs, world.past.arrivals, begin_ms(world), "arrivals/past")
        self._begin(world.jobs, world.arrivals, 0, "arrivals")

    def _begin(self, jobs: tuple[Job, ...], arrivals: tuple[Arrivals, ...], zero_ms: int, name: str) -> None:
        for job in jobs:
            if job.start is not None:
                self._start_at(zero_ms + job.start.at_ms, job)
        for part in arrivals:
            random = stream(self._seed, f"{name}/{part.job.id}")
            end_ms = 0 if zero_ms < 0 else None
            self._env.process(self._arriving(part, random, zero_ms, end_ms))

    def _start_at(self, at_ms: int, job: Job) -> None:
        start = self._env.timeout(at_ms - int(self._env.now))
        assert start.callbacks is not None
        start.callbacks.append(lambda _: self._start(job))

    def _arriving(
        self, part: Arrivals, random: Random, zero_ms: int, end_ms: int | None
    ) -> Generator[simpy.Event, Any, None]:
        """The process of one stream of arrivals; what belongs to the past ends with it."""
        for moment_ms in moments(part, random):
            at_ms = zero_ms + moment_ms
            if end_ms is not None and at_ms >= end_ms:
                return
            yield self._env.timeout(at_ms - int(self._env.now))
            self._arrive(part.job)
