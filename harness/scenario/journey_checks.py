"""Whether the steps of a journey fit together, and to the jobs of the world."""

from collections.abc import Iterator
from itertools import pairwise

from harness.core.durations import compact
from harness.scenario.job_checks import Problem
from harness.scenario.journey import CHANGES, STARTS, Step
from harness.scenario.scenario import Scenario


def journey_problems(scenario: Scenario) -> Iterator[Problem]:
    """Every way in which the steps do not fit together."""
    yield from _order(scenario)
    for index, step in enumerate(scenario.journey):
        for sentence in _about_job(scenario, step, scenario.journey[:index]):
            yield ("journey", index, "job"), sentence


def _order(scenario: Scenario) -> Iterator[Problem]:
    if not scenario.journey:
        yield ("journey",), "is empty; write at least one step"
    for index, (earlier, later) in enumerate(pairwise(scenario.journey), start=1):
        if later.at_ms < earlier.at_ms:
            said = f'"{compact(later.at_ms)}" is before the step above it, at {compact(earlier.at_ms)}'
            yield ("journey", index, "at"), f"{said}; write the steps in the order of time"


def _about_job(scenario: Scenario, step: Step, before: tuple[Step, ...]) -> Iterator[str]:
    job = scenario.world.job(step.job or "")
    if step.job is not None and job is None:
        known = ", ".join(one.id for one in scenario.world.jobs) or "none"
        yield f'"{step.job}" is no job of this world; jobs are {known}'
    if job is None:
        return
    if step.do in STARTS and job.start is not None:
        yield f'"{job.id}" is started by the world; take its start: away, or name a job that has none'
    if step.do in CHANGES and job in scenario.world.by_person and not _is_started(job.id, before):
        yield f'nobody has started "{job.id}" by then; write a step above it that does, or give the job a start:'


def _is_started(job: str, before: tuple[Step, ...]) -> bool:
    return any(one.do in STARTS and one.job == job for one in before)
