"""What a run is to do: made when the run is accepted, and never changed."""

from collections.abc import Callable
from dataclasses import dataclass

from harness.core.words import RunKey
from harness.model.kinds import Kind, Phase
from harness.model.plans import Plans
from harness.model.retry import Retries
from harness.model.third_party import Calls
from harness.scenario.world import Cancellation, Growth, Job, World


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """``spawn`` starts another job of the world and returns its id, None where it runs already."""

    key: RunKey
    spec: Job
    world: World
    kind: Kind
    phases: tuple[Phase, ...]
    plans: Plans
    grows: tuple[Growth, ...] = ()
    calls: Calls
    retries: Retries
    spawn: Callable[[str], str | None]

    @property
    def last_phase(self) -> Phase:
        """The phase in which items end."""
        return self.phases[-1]

    @property
    def cancellation(self) -> Cancellation:
        """What a cancellation does to this run."""
        return self.spec.cancellation or self.world.cancellation
