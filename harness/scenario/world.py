"""The world of a scenario: workers, the third party, retries, and the jobs that the world or the person starts."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from harness.scenario.types import Duration, FailureId, Kebab, Part, Positive, SkipId


class JobKind(StrEnum):
    """What a job does; the model knows the phases of each."""

    PUBLISH = "publish"
    IMPORT = "import"


PHASES: dict[JobKind, tuple[str, ...]] = {
    JobKind.PUBLISH: ("validate", "publish"),
    JobKind.IMPORT: ("upload", "scan", "map", "validate", "process"),
}


class Latency(Part):
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


class ThirdParty(Part):
    """An API that the last phase calls once for each item. ``failures`` is the share of calls that it refuses."""

    latency: Latency = Latency.model_validate({"p50": "3s", "p99": "8s", "cap": "30s"})
    timeout_ms: Duration = Field(alias="timeout", default=10_000)
    failures: Annotated[float, Field(ge=0, lt=1)] = 0.0


class Retry(Part):
    """Automatic retry of one item: at most ``attempts`` in all; waits grow by ``factor`` (1 is a constant wait)."""

    attempts: Positive = 3
    backoff_ms: Duration = Field(alias="backoff", default=10_000)
    factor: Annotated[float, Field(ge=1)] = 2.0


class Start(Part):
    """When the world itself starts a job."""

    at_ms: Duration = Field(alias="at")


class Outcomes(Part):
    """Exactly how many items fail or are skipped, by cause; every other item succeeds."""

    failed: dict[FailureId, Positive] = Field(default={})
    skipped: dict[SkipId, Positive] = Field(default={})

    @property
    def total(self) -> int:
        """How many items do not succeed."""
        return sum(self.failed.values()) + sum(self.skipped.values())


class Flaky(Part):
    """Items whose first attempts fail and whose next one succeeds."""

    items: Positive
    attempts: Positive = 1
    cause: FailureId = "timeout"


class Job(Part):
    """One job. With ``start`` the world starts it, without it the person's journey does."""

    id: Kebab
    kind: JobKind
    items: Positive
    title: str | None = None
    start: Start | None = None
    outcomes: Outcomes | None = None
    flaky: Flaky | None = None
    phases: dict[Kebab, Duration] = Field(default={})

    @model_validator(mode="after")
    def _items_suffice(self) -> Self:
        named = (self.outcomes.total if self.outcomes else 0) + (self.flaky.items if self.flaky else 0)
        if named <= self.items:
            return self
        raise ValueError(f"outcomes and flaky name {named} items; write items: {named} or more, or name fewer")


def _third_party(id: str) -> str:
    if id in THIRD_PARTIES:
        return id
    raise ValueError(f'"{id}" is no third party; write {", ".join(THIRD_PARTIES)}')


THIRD_PARTIES = ("marketplace",)
ThirdPartyId = Annotated[str, AfterValidator(_third_party), WithJsonSchema({"enum": list(THIRD_PARTIES)})]


class World(Part):
    """Everything the simulation needs beside the seed and the commands."""

    workers: Positive = 2
    accept_ms: Duration = Field(alias="accept", default=400)
    third_party: dict[ThirdPartyId, ThirdParty] = Field(default={})
    retry: Retry = Retry()
    jobs: tuple[Job, ...] = ()

    def job(self, id: str) -> Job | None:
        """The job with that id."""
        return next((job for job in self.jobs if job.id == id), None)
