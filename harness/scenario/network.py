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


def _path(match: str) -> str:
    if match.startswith(("/", "*")):
        return match
    raise ValueError(f'"{match}" begins no path, so no request fits; write /{match}, or *{match} for paths that end so')


ProfileId = Annotated[str, AfterValidator(_profile), WithJsonSchema({"enum": list(profiles.ids())})]
_Window = Annotated[Duration, Field(alias="for", description="How long it lasts.")]
_Kind = Field(description="What happens.")


class _Fault(Part):
    at_ms: Duration = Field(alias="at")
    """When it begins, from the start of the trial."""


class _Matching(_Fault):
    method: str | None = None
    """Only requests with this method, such as POST; without it, any."""
    match: Annotated[str, AfterValidator(_path)] | None = None
    """Only requests whose path begins so. `*` stands for anything; with one, it has to fit to the end of the query."""
    nth: Positive = 1
    """Which of these requests it strikes, or strikes first: 1 for the first that comes."""


class OfflineFault(_Fault):
    """The device has no network."""

    kind: Literal["offline"] = _Kind
    for_ms: _Window

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Offline(at_ms=self.at_ms, end_ms=self.at_ms + self.for_ms)


class BlackholeFault(_Fault):
    """Connections stay open, and nothing arrives."""

    kind: Literal["blackhole"] = _Kind
    for_ms: _Window

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Blackhole(at_ms=self.at_ms, end_ms=self.at_ms + self.for_ms)


class DropFault(_Fault):
    """Open connections close cleanly, once."""

    kind: Literal["drop"] = _Kind

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Drop(at_ms=self.at_ms)


class SlowFault(_Fault):
    """Another profile for a while."""

    kind: Literal["slow"] = _Kind
    for_ms: _Window
    profile: ProfileId
    """The profile that holds meanwhile."""

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Slow(at_ms=self.at_ms, end_ms=self.at_ms + self.for_ms, profile=profiles.profile(self.profile))


class LostResponseFault(_Matching):
    """The server does the work, and its answer to the nth matching request is lost."""

    kind: Literal["lost_response"] = _Kind
    for_ms: _Window

    def fault(self) -> faults.Fault:
        """The fault as data."""
        end_ms = self.at_ms + self.for_ms
        return faults.LostResponse(at_ms=self.at_ms, end_ms=end_ms, method=self.method, match=self.match, nth=self.nth)


class HttpFault(_Matching):
    """Matching requests are answered with an error."""

    kind: Literal["http"] = _Kind
    for_ms: Duration | None = Field(alias="for", default=None, description="How long it lasts; without it, to the end.")
    status: Annotated[int, Field(strict=True)]
    """The HTTP status, 400 or more."""
    count: Positive | None = 1
    """How many of these requests it strikes; `null`: all that come."""
    retry_after_ms: Duration | None = Field(alias="retry_after", default=None)
    """How long to wait, as the answer says in whole seconds (`Retry-After`)."""

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


class ResetFault(_Fault):
    """Open connections break with an error, once."""

    kind: Literal["reset"] = _Kind

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Reset(at_ms=self.at_ms)


class RefusedFault(_Fault):
    """Nobody takes connections, though the device has a network."""

    kind: Literal["refused"] = _Kind
    for_ms: _Window

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Refused(at_ms=self.at_ms, end_ms=self.at_ms + self.for_ms)


class TrickleFault(_Fault):
    """Bytes arrive in small pieces."""

    kind: Literal["trickle"] = _Kind
    for_ms: _Window
    bytes: Positive = 100
    """How many bytes arrive at a time."""
    every_ms: Annotated[Duration, Field(alias="every", description="How long after one piece the next one comes.")] = 50

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Trickle(
            at_ms=self.at_ms, end_ms=self.at_ms + self.for_ms, bytes=self.bytes, every_ms=self.every_ms
        )


class BufferedFault(_Fault):
    """Event streams are held, and let out in bursts."""

    kind: Literal["buffered"] = _Kind
    for_ms: _Window
    every_ms: Annotated[
        Duration, Field(alias="every", description="How long what streams send is held, until all of it is let out.")
    ]

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Buffered(at_ms=self.at_ms, end_ms=self.at_ms + self.for_ms, every_ms=self.every_ms)


class ReplayedFault(_Fault):
    """What event streams send arrives twice."""

    kind: Literal["replayed"] = _Kind
    for_ms: _Window

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Replayed(at_ms=self.at_ms, end_ms=self.at_ms + self.for_ms)


class ReorderedFault(_Fault):
    """What event streams send arrives in another order."""

    kind: Literal["reordered"] = _Kind
    for_ms: _Window

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Reordered(at_ms=self.at_ms, end_ms=self.at_ms + self.for_ms)


class GapFault(_Fault):
    """What event streams send never arrives, and they stay open."""

    kind: Literal["gap"] = _Kind
    for_ms: _Window

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.Gap(at_ms=self.at_ms, end_ms=self.at_ms + self.for_ms)


class ServerRestartFault(_Fault):
    """Event streams close, and event ids start again, once."""

    kind: Literal["server_restart"] = _Kind

    def fault(self) -> faults.Fault:
        """The fault as data."""
        return faults.ServerRestart(at_ms=self.at_ms)


_OfLink = OfflineFault | BlackholeFault | DropFault | ResetFault | RefusedFault | SlowFault | TrickleFault
_AtTheServer = LostResponseFault | HttpFault
_InStream = BufferedFault | ReplayedFault | ReorderedFault | GapFault | ServerRestartFault
FaultPart = Annotated[_OfLink | _AtTheServer | _InStream, Field(discriminator="kind")]


class NetworkPart(Part):
    """The trial's own profile, and what interrupts it."""

    profile: ProfileId = "wifi"
    """How fast the link is, and what it does by itself."""
    faults: tuple[FaultPart, ...] = ()
    """What happens to it, and when. Of offline, blackhole, refused, reset, slow and trickle, one ends before
    the next begins."""

    def schedule(self) -> Schedule:
        """The network as data."""
        return Schedule.over(profiles.profile(self.profile), (part.fault() for part in self.faults))
