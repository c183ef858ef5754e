"""What no single part of a scenario can see: whether its parts fit together. Each problem has its place in the file."""

from collections.abc import Iterator
from itertools import pairwise

from harness.core.durations import compact
from harness.scenario.arrival_checks import start_problems
from harness.scenario.job_checks import Place, Problem, elsewhere_problems, job_problems
from harness.scenario.journey_checks import journey_problems
from harness.scenario.queue_checks import queue_problems
from harness.scenario.scenario import Scenario

__all__ = ["Place", "Problem", "problems"]


def problems(scenario: Scenario) -> Iterator[Problem]:
    """Every way in which the parts do not fit together."""
    yield from _jobs(scenario)
    yield from elsewhere_problems(scenario.world)
    yield from queue_problems(scenario.world)
    yield from start_problems(scenario.world, ends=scenario.until_ms is not None)
    yield from _refusals(scenario)
    yield from journey_problems(scenario)
    yield from _network(scenario)


def _jobs(scenario: Scenario) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, job in enumerate(scenario.world.jobs):
        place: Place = ("world", "jobs", index)
        if job.id in seen:
            yield (*place, "id"), f'"{job.id}" is the id of two jobs; give one of them another'
        seen.add(job.id)
        yield from job_problems(scenario.world, job, place)


def _refusals(scenario: Scenario) -> Iterator[Problem]:
    for index, (earlier, later) in enumerate(pairwise(scenario.world.refuse), start=1):
        if later.at_ms < earlier.end_ms:
            said = f'"{compact(later.at_ms)}" is before the refusal above it is over'
            yield ("world", "refuse", index, "at"), f"{said}; write them one after the other, or shorten that one"


def _network(scenario: Scenario) -> Iterator[Problem]:
    sound = True
    for index, part in enumerate(scenario.link.faults):
        try:
            part.fault()
        except ValueError as error:
            sound = False
            yield ("network", "faults", index), str(error)
    if sound:
        yield from _windows(scenario)


def _windows(scenario: Scenario) -> Iterator[Problem]:
    try:
        scenario.link.schedule()
    except ValueError as error:
        yield ("network", "faults"), str(error)
