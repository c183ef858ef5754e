"""A scenario played through without a page: the person's submits reach the server as they are made."""

from harness.core.errors import UsageError
from harness.model.commands import Submit
from harness.model.refusals import refusal_at
from harness.model.simulation import Simulation
from harness.scenario.journey import STARTS
from harness.scenario.scenario import Scenario

LONGEST_MS = 24 * 3_600_000


def rehearse(scenario: Scenario, seed: int | None = None) -> Simulation:
    """The simulation of the scenario to its end, or to its last event; a double click submits once, as it should.

    Raises UsageError where its jobs go on for more than a day.
    """
    simulation = Simulation(scenario.world, scenario.seed if seed is None else seed)
    for step in scenario.journey:
        job = scenario.world.job(step.job or "") if step.do in STARTS else None
        if job is not None and refusal_at(scenario.world, step.at_ms) is None:
            simulation.advance(step.at_ms + scenario.world.accept_ms)
            simulation.command(Submit(kind=job.kind.value, job=job.id))
    _run_out(simulation, scenario)
    return simulation


def _run_out(simulation: Simulation, scenario: Scenario) -> None:
    end_ms = LONGEST_MS if scenario.until_ms is None else scenario.until_ms
    while (next_ms := simulation.next_ms) is not None and next_ms <= end_ms:
        simulation.advance(next_ms)
    if next_ms is not None and scenario.until_ms is None:
        way_out = "give them fewer items or shorter times, or the scenario an end (until:)"
        raise UsageError(f"{scenario.id}: jobs go on for more than a day; {way_out}")
