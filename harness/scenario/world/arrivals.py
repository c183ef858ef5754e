"""Jobs that the world starts again and again, and the hours before the trial."""

from typing import Annotated

from pydantic import Field

from harness.scenario.types import Duration, Part, Positive
from harness.scenario.world.job import Job


class Every(Part):
    """The time from one start to the next: exactly so long, or exponential with a mean (a Poisson process)."""

    constant_ms: Duration | None = Field(alias="constant", default=None)
    exponential_ms: Duration | None = Field(alias="exponential", default=None)


class Arrivals(Part):
    """Jobs like ``job``, with its id and a number (sync-1, sync-2, ...), from one moment until another."""

    job: Job
    every: Every
    from_ms: Duration = Field(alias="from", default=0)
    until_ms: Duration | None = Field(alias="until", default=None)
    most: Positive = 1_000_000


class Past(Part):
    """What ran in the hours before the trial; its moments count from the beginning of the past."""

    hours: Annotated[int, Field(strict=True, ge=1, le=168)] = 24
    jobs: tuple[Job, ...] = ()
    arrivals: tuple[Arrivals, ...] = ()
