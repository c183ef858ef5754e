"""The API of somebody else, called by the last phase of a job: how fast it is, and all that can be wrong with it."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Self

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from harness.core.durations import compact
from harness.scenario.types import Duration, Part, Positive
from harness.scenario.world.latency import Latency, Lognormal, Some

THIRD_PARTIES = ("marketplace",)


def _third_party(id: str) -> str:
    if id in THIRD_PARTIES:
        return id
    raise ValueError(f'"{id}" is no third party; write {", ".join(THIRD_PARTIES)}')


ThirdPartyId = Annotated[str, AfterValidator(_third_party), WithJsonSchema({"enum": list(THIRD_PARTIES)})]
Share = Annotated[float, Field(ge=0, le=1)]
ShareBelowAll = Annotated[float, Field(ge=0, lt=1)]


class RateLimit(Part):
    """How many calls get through; each one beyond is turned away."""

    calls: Positive
    """How many calls get through."""
    per_ms: Some = Field(alias="per")
    """In any stretch of time so long, of all runs together."""
    retry_after_ms: Some | None = Field(alias="retry_after", default=None)
    """How long every call is turned away after one too many; without it, until the limit lets one through again, and
    the answer names that moment."""


class Bursts(Part):
    """Good and bad times in turn, each of exponential length."""

    good_ms: Some = Field(alias="good")
    """How long a good time lasts on average."""
    bad_ms: Some = Field(alias="bad")
    """How long a bad time lasts on average."""
    failures: Share = 0.8
    """The share of calls refused in a bad time."""


class OutageKind(StrEnum):
    """An outage lets no call succeed; in a brown-out calls are slower, and more of them fail."""

    OUTAGE = "outage"
    BROWN_OUT = "brown-out"


class Outage(Part):
    """A stretch of time in which the third party is down or slow, for every run."""

    at_ms: Duration = Field(alias="at")
    """When it begins, from the start of the trial."""
    for_ms: Some = Field(alias="for")
    """How long it lasts."""
    kind: OutageKind = OutageKind.OUTAGE
    """Whether nothing gets through, or all goes slowly."""
    slower: Annotated[float, Field(ge=1, le=1_000)] | None = None
    """A brown-out: how many times as long an answer takes."""
    failures: Share | None = None
    """A brown-out: the share of calls refused."""

    @model_validator(mode="after")
    def _only_brown_outs_have_degrees(self) -> Self:
        told = [name for name in ("slower", "failures") if getattr(self, name) is not None]
        if self.kind is OutageKind.OUTAGE and told:
            said = f"an outage has no {' and no '.join(told)}, for nothing gets through"
            raise ValueError(f"{said}; leave that out, or write kind: brown-out")
        if self.kind is OutageKind.BROWN_OUT and not told:
            raise ValueError("changes nothing; write slower: 5, failures: 0.3 or both")
        return self

    @property
    def end_ms(self) -> int:
        """The moment at which all is well again."""
        return self.at_ms + self.for_ms


def _apart(outages: Iterable[Outage]) -> tuple[Outage, ...]:
    told = tuple(outages)
    for earlier, later in pairwise(told):
        if later.at_ms < earlier.end_ms:
            said = f"the one at {compact(later.at_ms)} begins before the one at {compact(earlier.at_ms)} has ended"
            raise ValueError(f"{said}; write them in the order of time, each after the end of the one before")
    return told


class ThirdParty(Part):
    """An API that the last phase calls once for each item."""

    latency: Latency = Lognormal(p50_ms="3s", p99_ms="8s", cap_ms="30s")
    """How long an answer takes."""
    timeout_ms: Duration = Field(alias="timeout", default=10_000)
    """When a call is given up."""
    failures: ShareBelowAll = 0.0
    """The share of calls that it refuses."""
    rate_limit: RateLimit | None = None
    """How many calls it lets through."""
    bursts: Bursts | None = None
    """Times in which much fails."""
    outages: Annotated[tuple[Outage, ...], AfterValidator(_apart)] = ()
    """Times in which it is down or slow."""
    late: Share = 0.0
    """The share of calls given up whose work was done all the same."""
    partial: ShareBelowAll = 0.0
    """The share of answers that are incomplete, and so of no use."""
