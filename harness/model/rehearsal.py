"""A scenario played through without a page: the person's submits reach the server as they are made."""

from harness.core.errors import UsageError
from harness.model.commands import Submit
from harness.model.simulation import Simulation
from harness.scenario.journey import STARTS
from harness.scenario.scenario import Scenario

LONGEST_MS = 24 * 3_600_000


def rehearse(scenario: Scenario, seed: int | None = None) -> Simulation:
    """The simulation of the scenario up to its last event; a double click submits once, as it should."""
    simulation = Simulation(scenario.world, scenario.seed if seed is None else seed)
    for step in scenario.journey:
        job = scenario.world.job(step.job or "") if step.do in STARTS else None
        if job is not None:
            simulation.advance(step.at_ms + scenario.world.accept_ms)
            simulation.command(Submit(kind=job.kind.value, job=job.id))
    while (next_ms := simulation.next_ms) is not None:
        if next_ms > LONGEST_MS:
            raise UsageError(f"{scenario.id}: jobs go on for more than a day; give them fewer items or shorter times")
        simulation.advance(next_ms)
    return simulation
