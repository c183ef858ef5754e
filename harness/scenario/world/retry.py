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
    """At most ``attempts`` in all; waits grow by ``factor`` (1 is a constant wait) up to ``longest``.

    ``jitter`` is the share of a wait that chance takes away or adds: 0.2 makes 10 s anything from 8 to 12 s.
    ``of: job`` takes up the whole job again, with every item that did not succeed, once the run has tried them all.
    """

    attempts: Positive = 3
    backoff_ms: Duration = Field(alias="backoff", default=10_000)
    factor: Annotated[float, Field(ge=1)] = 2.0
    longest_ms: Duration = Field(alias="longest", default=3_600_000)
    jitter: Annotated[float, Field(ge=0, le=1)] = 0.0
    of: RetryOf = RetryOf.ITEMS
