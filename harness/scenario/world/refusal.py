"""Starts that the server refuses."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from harness.scenario.types import Duration, Part

RefusedStatus = Literal[403, 409, 422, 429, 503]
PASSING = (429, 503)
"""What says that it passes by itself, and may say when."""


def _some_time(duration_ms: int) -> int:
    if duration_ms > 0:
        return duration_ms
    raise ValueError('"0s" refuses nothing; write a longer time, or leave "for" out to refuse until the end')


class Refusal(Part):
    """A time in which each start is refused; no job comes to be."""

    at_ms: Duration = Field(alias="at", default=0)
    """From when on, from the start of the trial."""
    for_ms: Annotated[Duration, AfterValidator(_some_time)] | None = Field(alias="for", default=None)
    """How long it lasts; without it, to the end."""
    status: RefusedStatus
    """The status of the answer."""
    retry_after_ms: Duration | None = Field(alias="retry_after", default=None)
    """What the header Retry-After tells, in whole seconds."""

    @model_validator(mode="after")
    def _passes(self) -> Self:
        if self.retry_after_ms is None or self.status in PASSING:
            return self
        raise ValueError(f"retry_after does not go with {self.status}, which does not pass by itself; leave it out")

    @property
    def end_ms(self) -> float:
        """The first moment at which it holds no more."""
        return float("inf") if self.for_ms is None else self.at_ms + self.for_ms
