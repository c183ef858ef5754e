"""Starts that the server refuses."""

from typing import Literal

from pydantic import Field

from harness.scenario.types import Duration, Part

RefusedStatus = Literal[403, 409, 422, 429, 503]


class Refusal(Part):
    """A submit that arrives from ``at``, for so long, is answered with that status; no job comes to be."""

    at_ms: Duration = Field(alias="at", default=0)
    for_ms: Duration | None = Field(alias="for", default=None)
    status: RefusedStatus
    retry_after_ms: Duration | None = Field(alias="retry_after", default=None)
