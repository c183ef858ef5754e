"""One trial as the server sees it: whom it answers for, by which clock, and what it noted."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Protocol

from starlette.requests import ClientDisconnect
from starlette.websockets import WebSocketDisconnect

from harness.network.meetings import Meetings
from harness.serve.relay import Relay
from harness.wire.base import Backend, Wire

GONE = (ClientDisconnect, WebSocketDisconnect)
LOOK_AHEAD_MS = 1_000
"""How far a stream looks for its next message at once."""


class LiveBackend(Backend, Protocol):
    """A back end whose truth grows as time passes."""

    @property
    def rewrites(self) -> int:
        """How often a command changed what was to come."""

    def reach(self, until_ms: int) -> None:
        """Know the truth at least until then."""


class File(Protocol):
    """A file of the page."""

    @property
    def body(self) -> bytes:
        """Its bytes."""

    @property
    def content_type(self) -> str:
        """Its media type."""


@dataclass(slots=True)
class Arrival:
    """A request that reached the server. ``fault`` is what it met there; ``job`` what it started or commanded."""

    id: int
    tab: int
    method: str
    path: str
    at_ms: int
    fault: str | None = None
    job: str | None = None


@dataclass(slots=True)
class Sent:
    """A message that the server sent on the stream that this request opened; ``lost`` by a fault at once."""

    stream: int
    sent_ms: int
    event: str | None
    bytes: int
    lost: bool = False


@dataclass
class Stage:
    """Everything of one trial that the server needs, and everything that it saw of it.

    ``file`` finds a file of the page by path; the second argument says whether a document is asked for.
    """

    host: str
    wire: Wire
    backend: LiveBackend
    now_ms: Callable[[], int]
    file: Callable[[str, bool], File | None]
    meetings: Meetings
    relay: Relay | None = None
    """The way to a real back end, which then answers whatever is asked for."""
    page: Relay | None = None
    """The way to a running server that has the page's files."""
    arrivals: list[Arrival] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    ordered: Callable[[Arrival], None] = lambda _: None
    """Told of each request after it was answered: it may have changed what is to come."""
    trouble: Exception | None = None
    """What went wrong in a wire or in the model: a flaw of ours that the page met as a broken server."""
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    @contextmanager
    def noting_trouble(self) -> Iterator[None]:
        """What goes wrong in here is the trial's end, unless it is only that the page has gone."""
        try:
            yield
        except GONE:
            pass
        except Exception as error:
            self.trouble = error.exceptions[0] if isinstance(error, ExceptionGroup) else error
            raise

    def arrived(self, tab: int, method: str, path: str) -> Arrival:
        """Note a request."""
        arrival = Arrival(id=len(self.arrivals) + 1, tab=tab, method=method, path=path, at_ms=self.now_ms())
        self.arrivals.append(arrival)
        self.backend.reach(arrival.at_ms)
        return arrival

    def answered(self, arrival: Arrival, rewrites: int) -> None:
        """The wire has answered; where that changed what is to come, every stream looks again."""
        self.ordered(arrival)
        if self.backend.rewrites != rewrites:
            self._changed.set()
            self._changed = asyncio.Event()

    async def wait(self, until_ms: int) -> None:
        """Until that moment, or until what is to come has changed."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), max(until_ms - self.now_ms(), 1) / 1000)
