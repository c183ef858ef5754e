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


class OnCritical(StrEnum):
    """What a run does when an item fails for a critical cause."""

    GO_ON = "go-on"
    PAUSE = "pause"
    FAIL = "fail"


class Job(Part):
    """One job. With ``start`` the world starts it, without it the person's journey (or another job) does.

    ``after`` names jobs that must have ended first. ``counted`` makes the total known only once the first phase has
    counted; ``grows`` lets it grow. ``retry`` and ``cancellation`` take the place of the world's. ``mended`` is when
    what does not pass by itself is mended: before it, the same items fail in every further run. Where it is not told, a
    re-run finds everything mended, and a retry of what failed nothing.
    """

    id: Kebab
    kind: JobKind
    items: Positive
    title: str | None = None
    start: Start | None = None
    outcomes: Outcomes | None = None
    flaky: Flaky | None = None
    phases: dict[Kebab, Duration] = Field(default={})
    pipeline: tuple[PhasePart, ...] = ()
    counted: bool = False
    grows: tuple[Growth, ...] = ()
    spawns: tuple[Spawn, ...] = ()
    after: tuple[Kebab, ...] = ()
    queue: Kebab = "default"
    tenant: Kebab | None = None
    priority: int = 0
    retry: Retry | None = None
    cancellation: Cancellation | None = None
    on_critical: OnCritical = OnCritical.GO_ON
    mended_ms: Duration | None = Field(alias="mended", default=None)

    @model_validator(mode="after")
    def _items_suffice(self) -> Self:
        named = (self.outcomes.total if self.outcomes else 0) + (self.flaky.items if self.flaky else 0)
        if named <= self.items:
            return self
        raise ValueError(f"outcomes and flaky name {named} items; write items: {named} or more, or name fewer")
