"""Whether the steps of a journey fit together, and to the jobs of the world."""

from collections.abc import Iterator
from itertools import pairwise

from harness.core.durations import compact
from harness.scenario.desk import Desk
from harness.scenario.job_checks import Problem
from harness.scenario.journey import CHANGES, STARTS, Do, Step
from harness.scenario.scenario import Scenario


def journey_problems(scenario: Scenario) -> Iterator[Problem]:
    """Every way in which the steps do not fit together."""
    yield from _order(scenario)
    yield from _tabs(scenario.journey)
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


def _tabs(journey: tuple[Step, ...]) -> Iterator[Problem]:
    """Every step is done in a tab that is open then."""
    desk = Desk()
    desk.open()
    for index, step in enumerate(journey):
        if step.tab is not None and step.tab - 1 not in desk.tabs:
            known = ", ".join(str(tab + 1) for tab in desk.tabs)
            said = f"open are {known}" if known else "none is open; write do: open-tab above it"
            yield ("journey", index, "tab"), f'"{step.tab}" is no tab that is open by then; {said}'
        elif step.tab is not None or desk.front is not None:
            _do(desk, step)
        elif step.do in (Do.OPEN_TAB, Do.OPEN_WINDOW):
            desk.open()
        else:
            sentence = "needs a tab, and the steps above have closed it; write do: open-tab before it"
            yield ("journey", index, "do"), f'"{step.do}" {sentence}'


def _do(desk: Desk, step: Step) -> None:
    """What the step changes of what is open."""
    front = desk.front or 0
    tab = front if step.tab is None else step.tab - 1
    if step.do is Do.CLOSE_TAB:
        desk.close(tab)
        return
    if tab != front:
        desk.turn_to(tab)
    if step.do in (Do.OPEN_TAB, Do.OPEN_WINDOW):
        desk.open(window=step.do is Do.OPEN_WINDOW)


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
