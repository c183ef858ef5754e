"""A server of a test: one scripted wire before a real simulation, asked over real sockets."""

import asyncio
import http.client
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from harness.core.stopwatch import WallClock
from harness.drive.backend import SimulatedBackend
from harness.network import profiles
from harness.network.faults import Fault
from harness.network.meetings import Meetings
from harness.network.schedule import Schedule
from harness.scenario.world import World
from harness.serve.app import App
from harness.serve.server import LOOPBACK, Server
from harness.serve.stage import Stage
from harness.wire.base import Frame, Response, Stream, WireRequest

HOST = "t1.localhost"
WORLD = World.model_validate({"jobs": [{"id": "publish", "kind": "publish", "items": 4}]})


@dataclass(frozen=True)
class Page:
    """A file of the page."""

    body: bytes = b"<!doctype html>"
    content_type: str = "text/html"


@dataclass
class Wire:
    """Answers with ``answer``; a stream sends what ``frames`` holds, at its moments."""

    answer: Callable[[WireRequest], Response | Stream]
    frames: list[Frame] = field(default_factory=list)
    requests: list[WireRequest] = field(default_factory=list)
    claims: tuple[str, ...] = ("/api/",)
    canaries: tuple[str, ...] = ()

    def respond(self, request: WireRequest, _backend: object) -> Response | Stream:
        """Remember the request, and answer."""
        self.requests.append(request)
        return self.answer(request)

    def publish(self, _stream: Stream, _backend: object, from_ms: int, until_ms: int) -> tuple[Frame, ...]:
        """The frames of that stretch."""
        return tuple(frame for frame in self.frames if from_ms < frame.sent_ms <= until_ms)


def staged(wire: Wire, *faults: Fault, host: str = HOST) -> Stage:
    """A trial that begins now."""
    clock = WallClock()
    return Stage(
        host=host,
        wire=wire,
        backend=SimulatedBackend(WORLD, 1),
        now_ms=lambda: clock.now_ms,
        file=lambda path, document: Page() if path == "/" else None,
        meetings=Meetings(Schedule.over(profiles.profile("ideal"), faults)),
    )


@asynccontextmanager
async def serving(*stages: Stage) -> AsyncIterator[int]:
    """The port of a server that answers for these trials."""
    app = App()
    for stage in stages:
        app.open(stage)
    server = Server(app)
    await server.start()
    try:
        yield server.port
    finally:
        await server.stop()


@dataclass(frozen=True)
class Got:
    """An answer as it came."""

    status: int
    headers: dict[str, str]
    body: str


async def ask(
    port: int, path: str, *, method: str = "GET", body: str | None = None, host: str = HOST, **headers: str
) -> Got:
    """Ask it, in a thread. Raises ConnectionError where the connection breaks without an answer."""
    return await asyncio.to_thread(_ask, port, path, method, body, {"Host": host, **headers})


def _ask(port: int, path: str, method: str, body: str | None, headers: dict[str, str]) -> Got:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=20)
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return Got(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode())
    finally:
        connection.close()


def text(body: str) -> Response:
    """A plain answer."""
    return Response(status=200, headers={"content-type": "text/plain"}, body=body)
