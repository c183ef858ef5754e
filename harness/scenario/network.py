"""The network part of the file: a profile and faults, as a person writes them."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from harness.core.errors import UsageError
from harness.network import faults, profiles
from harness.network.schedule import Schedule
from harness.scenario.types import Duration, Part, Positive


def _profile(id: str) -> str:
    try:
        profiles.profile(id)
    except UsageError as error:
        raise ValueError(str(error)) from error
    return id


ProfileId = Annotated[str, AfterValidator(_profile), WithJsonSchema({"enum": list(profiles.ids())})]
_Window = Annotated[Duration, Field(alias="for")]


class _Fault(Part):
    at_ms: Duration = Field(alias="at")


class OfflineFault(_Fault):
    """The device has no network."""

    kind: Literal["offline"]
    for_ms: _Window

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Offline(at_ms=self.at_ms, end_ms=self.at_ms + self.for_ms)


class BlackholeFault(_Fault):
    """Connections stay open, and nothing arrives."""

    kind: Literal["blackhole"]
    for_ms: _Window

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Blackhole(at_ms=self.at_ms, end_ms=self.at_ms + self.for_ms)


class DropFault(_Fault):
    """Open connections close cleanly, once."""

    kind: Literal["drop"]

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Drop(at_ms=self.at_ms)


class SlowFault(_Fault):
    """Another profile for a while."""

    kind: Literal["slow"]
    for_ms: _Window
    profile: ProfileId

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Slow(at_ms=self.at_ms, end_ms=self.at_ms + self.for_ms, profile=profiles.profile(self.profile))


class LostResponseFault(_Fault):
    """The server does the work, and its answer to the nth matching request is lost."""

    kind: Literal["lost_response"]
    for_ms: _Window
    method: str | None = None
    match: str | None = None
    nth: Positive = 1

    def fault(self) -> faults.Fault:
        """The fault as data."""
        end_ms = self.at_ms + self.for_ms
        return faults.LostResponse(at_ms=self.at_ms, end_ms=end_ms, method=self.method, match=self.match, nth=self.nth)


class HttpFault(_Fault):
    """Matching requests are answered with an error."""

    kind: Literal["http"]
    for_ms: Duration | None = Field(alias="for", default=None)
    status: Annotated[int, Field(strict=True)]
    method: str | None = None
    match: str | None = None
    nth: Positive = 1
    count: Positive | None = 1
    retry_after_ms: Duration | None = Field(alias="retry_after", default=None)

    def fault(self) -> faults.Fault:
        """The fault as data."""
        wait_ms = self.retry_after_ms
        return faults.Http(
            at_ms=self.at_ms,
            end_ms=None if self.for_ms is None else self.at_ms + self.for_ms,
            status=self.status,
            method=self.method,
            match=self.match,
            nth=self.nth,
            count=self.count,
            retry_after_s=None if wait_ms is None else -(-wait_ms // 1_000),
        )


FaultPart = Annotated[
    OfflineFault | BlackholeFault | DropFault | SlowFault | LostResponseFault | HttpFault, Field(discriminator="kind")
]


class NetworkPart(Part):
    """The trial's own profile, and what interrupts it."""

    profile: ProfileId = "wifi"
    faults: tuple[FaultPart, ...] = ()

    def schedule(self) -> Schedule:
        """The network as data."""
        return Schedule.over(profiles.profile(self.profile), (part.fault() for part in self.faults))
