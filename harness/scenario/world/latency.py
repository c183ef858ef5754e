"""How long an answer takes: one of several distributions, told by numbers that a person can measure."""

from typing import Self

from pydantic import Field, model_validator

from harness.scenario.types import Duration, Part


class Lognormal(Part):
    """A lognormal distribution, told by its median and its 99th percentile; no answer takes longer than the cap."""

    p50_ms: Duration = Field(alias="p50")
    p99_ms: Duration = Field(alias="p99")
    cap_ms: Duration = Field(alias="cap", default=30_000)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if 0 < self.p50_ms <= self.p99_ms <= self.cap_ms:
            return self
        raise ValueError(
            "p50, p99 and cap must rise from more than 0; write them in that order, such as p50: 3s, p99: 8s, cap: 30s"
        )


Latency = Lognormal
