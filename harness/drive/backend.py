"""The simulated back end behind a wire: the truth as far as it is known, rebuilt when a command arrives in its past."""

from collections.abc import MutableMapping
from typing import Any

from harness.core.errors import HarnessTrouble
from harness.facts.truth import Truth
from harness.model.commands import Submit
from harness.model.simulation import Simulation
from harness.scenario.world import World


class SimulatedBackend:
    """Carries out commands at their own moment. The simulator cannot go back, so it is built again up to there."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.memory: MutableMapping[str, Any] = {}
        self.rewrites = 0
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

    def submit(self, *, kind: str, items: int | None, at_ms: int) -> str:
        """Start a job at that moment; what was simulated beyond it is withdrawn and simulated anew."""
        horizon_ms = max(self._horizon_ms, at_ms)
        before = [event for event in self._simulation.events if event.at_ms < at_ms]
        if at_ms < self._simulation.now_ms:
            self._simulation = self._simulation.with_command(at_ms, command := Submit(kind=kind, items=items))
            job = next(event.job for event in reversed(self._simulation.events) if event.kind == "job.accepted")
        else:
            self._simulation.advance(at_ms)
            job = self._simulation.command(command := Submit(kind=kind, items=items))
        self._check_past(before, command)
        self._simulation.advance(horizon_ms)
        self._truth = Truth(self._simulation.events)
        self._horizon_ms = horizon_ms
        self.rewrites += 1
        return job

    def settled_ms(self, limit_ms: int) -> int:
        """When nothing is left to happen, or the limit."""
        while self._simulation.next_ms is not None and self._horizon_ms < limit_ms:
            self.reach(min(max(self._simulation.next_ms, self._horizon_ms + 60_000), limit_ms))
        events = self._simulation.events
        return events[-1].at_ms if events else 0

    def _check_past(self, before: list[Any], command: Submit) -> None:
        if self._simulation.events[: len(before)] != before:
            raise HarnessTrouble(f"the model's past changed when {command} arrived")
