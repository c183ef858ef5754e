"""Waits in M/G/1 agree with Pollaczek and Khinchine, and would not if service took a few hundredths longer.

As for Erlang's formula: one long series a case, a 99 % interval by twenty batch means, 42,000 jobs each for 3 %.
The last two are the whole simulation: jobs of one item that arrive by a world file, whose service is the
marketplace's latency.
"""

from typing import Any

import pytest

from harness.model.simulation import Simulation
from harness.scenario.world import World
from tests.model.theory.formulas import mean_wait_in_mg1
from tests.model.theory.intervals import Interval, batch_means
from tests.model.theory.station import MEAN_MS, SEED, arriving, depth, service, untold, waits_ms

pytestmark = pytest.mark.slow

WARM_UP, JOBS, WHOLE_JOBS, LOAD = 2_000, 42_000, 22_000, 0.7
VARIATIONS = {"constant": 0.0, "uniform": 1 / 12, "gamma": 1 / 2}
FOREVER_MS = 10**12


def interval(kind: str, scale: float, jobs: int) -> Interval:
    with untold():
        return batch_means(waits_ms(service(kind, scale), 1, LOAD, jobs), WARM_UP)


def whole_interval(kind: str, scale: float, jobs: int) -> Interval:
    with untold():
        return batch_means(_waits_in_the_log(_world(kind, scale, jobs)), WARM_UP)


def _world(kind: str, scale: float, jobs: int) -> World:
    marketplace: dict[str, Any] = {"latency": service(kind, scale), "timeout": "100h"}
    parts = {"workers": 1, "arrivals": [arriving(1, LOAD, jobs)], "third_party": {"marketplace": marketplace}}
    return World.model_validate(parts)


def _waits_in_the_log(world: World) -> list[int]:
    simulation = Simulation(world, SEED)
    simulation.advance(FOREVER_MS)
    came = {event.job: event.at_ms for event in simulation.events if event.kind == "job.accepted"}
    return [event.at_ms - came[event.job] for event in simulation.events if event.kind == "run.started"]


@pytest.mark.parametrize("kind", VARIATIONS)
def test_waits_agree_with_pollaczek_and_khinchine(kind: str, deep: bool) -> None:
    assert mean_wait_in_mg1(LOAD, MEAN_MS, VARIATIONS[kind]) in interval(kind, 1, depth(deep).jobs(JOBS))


@pytest.mark.parametrize("kind", VARIATIONS)
def test_scaled_service_is_told_apart(kind: str, deep: bool) -> None:
    fine = depth(deep)
    assert mean_wait_in_mg1(LOAD, MEAN_MS, VARIATIONS[kind]) not in interval(kind, fine.scaled, fine.jobs(JOBS))


def test_the_whole_simulation_agrees_too(deep: bool) -> None:
    jobs = depth(deep).jobs(WHOLE_JOBS)
    assert mean_wait_in_mg1(LOAD, MEAN_MS, VARIATIONS["uniform"]) in whole_interval("uniform", 1, jobs)


def test_the_whole_simulation_with_scaled_service_is_told_apart(deep: bool) -> None:
    fine = depth(deep)
    interval = whole_interval("uniform", fine.scaled, fine.jobs(WHOLE_JOBS))
    assert mean_wait_in_mg1(LOAD, MEAN_MS, VARIATIONS["uniform"]) not in interval
