"""The simulated back end behind a wire: the truth as far as it is known, rebuilt when a command arrives in its past."""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any

from harness.core.errors import HarnessTrouble
from harness.facts.truth import Truth
from harness.model.commands import Command, CommandRefused, Submit
from harness.model.simulation import COMMANDS, Simulation
from harness.scenario.world import Cancellation, ElsewhereDo, World


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What the simulation was told to do; ``refused`` says why nothing came of it."""

    do: str
    job: str
    at_ms: int
    run: int | None
    refused: str | None = None


class SimulatedBackend:
    """Carries out commands at their own moment. The simulator cannot go back, so it is built again up to there."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.memory: MutableMapping[str, Any] = {}
        self.rewrites = 0
        self.orders: list[Order] = []
        self._simulation = Simulation(world, seed)
        self._horizon_ms = 0
        self._truth = Truth(self._simulation.events)

    @property
    def truth(self) -> Truth:
        """What really happened, up to the horizon."""
        return self._truth

    @property
    def horizon_ms(self) -> int:
        """The moment until which the truth is complete."""
        return self._horizon_ms

    def reach(self, until_ms: int) -> None:
        """Know the truth at least until then."""
        if until_ms <= self._horizon_ms:
            return
        known = len(self._simulation.events)
        self._simulation.advance(until_ms)
        self._truth.extend(self._simulation.events[known:])
        self._horizon_ms = until_ms

    def cancellation(self, job: str) -> Cancellation:
        """What a cancellation does to the runs of a job that there is."""
        return self._simulation.cancellation(job)

    def submit(self, *, kind: str, items: int | None, at_ms: int, failed: Mapping[int, str] | None = None) -> str:
        """Start a job at that moment; what was simulated beyond it is withdrawn and simulated anew."""
        return self._carry_out("submit", Submit(kind=kind, items=items, failed=failed), kind, at_ms)

    def command(self, *, do: str, job: str, at_ms: int) -> None:
        """Have a job do something at that moment. Raises CommandRefused."""
        self._carry_out(do, COMMANDS[ElsewhereDo(do)](job=job), job, at_ms)

    def _carry_out(self, do: str, command: Command, job: str, at_ms: int) -> str:
        self.reach(at_ms)
        before = [event for event in self._simulation.events if event.at_ms < at_ms]
        try:
            job = self._told(command, at_ms)
        except CommandRefused as refusal:
            self.orders.append(Order(do=do, job=job, at_ms=at_ms, run=None, refused=str(refusal)))
            raise
        self._check_past(before, command)
        self._simulation.advance(self._horizon_ms)
        self._truth = Truth(self._simulation.events)
        self.rewrites += 1
        view = self._truth.job(job, at_ms)
        self.orders.append(Order(do=do, job=job, at_ms=at_ms, run=view.key.run if view else None))
        return job

    def _told(self, command: Command, at_ms: int) -> str:
        if at_ms == self._simulation.now_ms:
            return self._simulation.command(command)
        self._simulation = self._simulation.with_command(at_ms, command)
        if not isinstance(command, Submit):
            return command.job
        return next(event.job for event in reversed(self._simulation.events) if event.kind == "job.accepted")

    def settled_ms(self, limit_ms: int) -> int:
        """When nothing is left to happen, or the limit."""
        while self._simulation.next_ms is not None and self._horizon_ms < limit_ms:
            self.reach(min(max(self._simulation.next_ms, self._horizon_ms + 60_000), limit_ms))
        events = self._simulation.events
        return events[-1].at_ms if events else 0

    def _check_past(self, before: list[Any], command: Command) -> None:
        if self._simulation.events[: len(before)] != before:
            raise HarnessTrouble(f"the model's past changed when {command} arrived")
