"""One job of a world: what it is, when it starts, and what becomes of it."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from harness.scenario.types import Duration, Kebab, Part, Positive
from harness.scenario.world.cancellation import Cancellation
from harness.scenario.world.kinds import JobKind
from harness.scenario.world.outcomes import Flaky, Outcomes
from harness.scenario.world.pipeline import Growth, PhasePart, Spawn
from harness.scenario.world.retry import Retry


class Start(Part):
    """When the world itself starts a job."""

    at_ms: Duration = Field(alias="at")
    """When, from the start of the trial."""


class OnCritical(StrEnum):
    """What a run does when an item fails for a critical cause."""

    GO_ON = "go-on"
    PAUSE = "pause"
    FAIL = "fail"


class Job(Part):
    """One job: what it works on, how, and what becomes of that."""

    id: Kebab
    """By which the journey, other jobs and the report name it."""
    kind: JobKind
    """What it does; each kind has phases of its own."""
    items: Positive
    """How many things it works on."""
    title: str | None = None
    """What people call it; without it, its kind and its number of items."""
    start: Start | None = None
    """The world starts it then. Without it the journey, or another job, does."""
    outcomes: Outcomes | None = None
    """How many items fail or are skipped, and why; all others succeed."""
    flaky: Flaky | None = None
    """Items that fail at first and succeed when tried again."""
    phases: dict[Kebab, Duration] = Field(default={})
    """How long one item takes in a phase of the kind."""
    pipeline: tuple[PhasePart, ...] = ()
    """Phases of its own instead of those of its kind."""
    counted: bool = False
    """The total becomes known only once the first phase has counted."""
    grows: tuple[Growth, ...] = ()
    """More items are found on the way."""
    spawns: tuple[Spawn, ...] = ()
    """Jobs that it starts."""
    after: tuple[Kebab, ...] = ()
    """Jobs that must have ended first."""
    queue: Kebab = "default"
    """The queue in which it waits."""
    tenant: Kebab | None = None
    """Whose job it is, for limits that hold for each tenant."""
    priority: int = 0
    """In its queue, higher goes first."""
    retry: Retry | None = None
    """Instead of the world's."""
    cancellation: Cancellation | None = None
    """Instead of the world's."""
    on_critical: OnCritical = OnCritical.GO_ON
    """Whether it goes on, pauses or fails when an item fails for a critical cause."""
    mended_ms: Duration | None = Field(alias="mended", default=None)
    """When what does not pass by itself is mended: until then the same items fail in every further run. Without it a
    re-run finds everything mended, and a retry of what failed nothing."""

    @model_validator(mode="after")
    def _items_suffice(self) -> Self:
        named = (self.outcomes.total if self.outcomes else 0) + (self.flaky.items if self.flaky else 0)
        if named <= self.items:
            return self
        raise ValueError(f"outcomes and flaky name {named} items; write items: {named} or more, or name fewer")
