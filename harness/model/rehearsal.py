"""A scenario played through without a page: what the person wants reaches the server as they want it."""

from collections.abc import Iterator
from contextlib import suppress

from harness.core.errors import UsageError
from harness.model.commands import Cancel, Command, CommandRefused, Continue, Rerun, RetryFailed, Submit
from harness.model.refusals import refusal_at
from harness.model.simulation import Simulation
from harness.scenario.journey import STARTS, Answer, Do
from harness.scenario.scenario import Scenario

LONGEST_MS = 24 * 3_600_000
CHANGES: dict[Do, type[Cancel | RetryFailed | Rerun | Continue]] = {
    Do.CANCEL: Cancel,
    Do.RETRY_FAILED: RetryFailed,
    Do.RERUN: Rerun,
    Do.CONTINUE: Continue,
}


def rehearse(scenario: Scenario, seed: int | None = None) -> Simulation:
    """The simulation of the scenario to its end, or to its last event; a double click submits once, as it should.

    Raises UsageError where its jobs go on for more than a day.
    """
    simulation = Simulation(scenario.world, scenario.seed if seed is None else seed)
    for at_ms, command in sorted(_commands(scenario), key=lambda told: told[0]):
        simulation.advance(at_ms)
        with suppress(CommandRefused):  # a journey may ask for what is no longer to be had
            simulation.command(command)
    _run_out(simulation, scenario)
    return simulation


def _commands(scenario: Scenario) -> Iterator[tuple[int, Command]]:
    """What the server is told, and when; a cancellation that the person thinks better of is none."""
    for step in scenario.journey:
        job = scenario.world.job(step.job or "")
        if job is None:
            continue
        if step.do in STARTS and refusal_at(scenario.world, step.at_ms) is None:
            yield step.at_ms + scenario.world.accept_ms, Submit(kind=job.kind.value, job=job.id)
        elif step.do in CHANGES and step.answer is Answer.CONFIRM:
            yield step.at_ms, CHANGES[step.do](job=job.id)


def _run_out(simulation: Simulation, scenario: Scenario) -> None:
    end_ms = LONGEST_MS if scenario.until_ms is None else scenario.until_ms
    while (next_ms := simulation.next_ms) is not None and next_ms <= end_ms:
        simulation.advance(next_ms)
    if next_ms is not None and scenario.until_ms is None:
        way_out = "give them fewer items or shorter times, or the scenario an end (until:)"
        raise UsageError(f"{scenario.id}: jobs go on for more than a day; {way_out}")
