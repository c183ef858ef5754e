"""Automatic retry: what is tried again, how often and when."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from harness.scenario.types import Duration, Part, Positive


class RetryOf(StrEnum):
    """What an automatic retry takes up again."""

    ITEMS = "items"
    JOB = "job"


class Retry(Part):
    """How often something is tried, and how long after one another."""

    attempts: Positive = 3
    """How often something is tried in all; 1 is no retry."""
    backoff_ms: Duration = Field(alias="backoff", default=10_000)
    """The wait before the second attempt."""
    factor: Annotated[float, Field(ge=1)] = 2.0
    """How many times as long each further wait is; 1 is always as long."""
    longest_ms: Duration = Field(alias="longest", default=3_600_000)
    """No wait is longer."""
    jitter: Annotated[float, Field(ge=0, le=1)] = 0.0
    """The share of a wait that chance takes away or adds: 0.2 makes 10 s anything from 8 to 12 s."""
    of: RetryOf = RetryOf.ITEMS
    """Each item that failed; or the whole job once all were tried, with every item that did not succeed."""
