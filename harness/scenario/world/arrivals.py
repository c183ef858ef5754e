"""Jobs that the world starts again and again, and the hours before the trial."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from harness.scenario.types import Duration, Part, Positive
from harness.scenario.world.job import Job


class Every(Part):
    """The time from one start to the next: exactly so long, or exponential with a mean (a Poisson process)."""

    constant_ms: Duration | None = Field(alias="constant", default=None)
    """Exactly so long."""
    exponential_ms: Duration | None = Field(alias="exponential", default=None)
    """So long on average; how long it took so far says nothing of when the next comes (a Poisson process)."""

    @model_validator(mode="after")
    def _just_one(self) -> Self:
        told = [wait_ms for wait_ms in (self.constant_ms, self.exponential_ms) if wait_ms is not None]
        if len(told) == 1 and told[0] > 0:
            return self
        raise ValueError("the time between two starts is one of two, and more than 0; write constant: or exponential:")


class Arrivals(Part):
    """Jobs like ``job``, with its id and a number (sync-1, sync-2, ...), from one moment until another."""

    job: Job
    """What each of them is like."""
    every: Every
    """The time from one start to the next."""
    from_ms: Duration = Field(alias="from", default=0)
    """From when on they come."""
    until_ms: Duration | None = Field(alias="until", default=None)
    """When they stop coming; without it, never."""
    most: Positive = 1_000_000
    """No more than so many."""

    @model_validator(mode="after")
    def _some_time(self) -> Self:
        if self.until_ms is None or self.from_ms < self.until_ms:
            return self
        raise ValueError("nothing arrives, for until is not after from; write a later until:")


class Past(Part):
    """What ran in the hours before the trial; its moments count from the beginning of the past."""

    hours: Annotated[int, Field(strict=True, ge=1, le=168)] = 24
    """How long the past is."""
    jobs: tuple[Job, ...] = ()
    """Jobs that ran in it."""
    arrivals: tuple[Arrivals, ...] = ()
    """Jobs that started in it again and again."""
