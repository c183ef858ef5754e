"""A told wire before a world that was simulated, or before a log that a test wrote down."""

import json
from collections.abc import Iterable
from typing import Any

from harness.drive.backend import SimulatedBackend
from harness.facts.truth import Truth
from harness.told.file import Over
from harness.trace.truth_event import TruthEvent
from harness.wire.base import Response, Stream, WireRequest
from harness.wire.told.wire import ToldWire
from tests.told.support import book
from tests.wire.support import SEED, WORLD

FORM = "application/x-www-form-urlencoded"


def told(text: str, *, over: Iterable[Over] = ("sse", "websocket")) -> ToldWire:
    """A wire as a file tells it."""
    return ToldWire(book(text), over=frozenset(over))


def holding(events: list[TruthEvent]) -> SimulatedBackend:
    """A back end of which just this is true."""
    backend = SimulatedBackend(WORLD, SEED)
    backend._truth = Truth(events)
    return backend


def ask(
    wire: ToldWire, backend: SimulatedBackend, asked: str, at_ms: int, body: str | None = None, **headers: str
) -> Response:
    """One request, told as ``GET /path``; it must not open a stream. ``if_none_match`` is written ``if-none-match``."""
    answer = respond(wire, backend, asked, at_ms, body, **headers)
    assert isinstance(answer, Response)
    return answer


def listen(wire: ToldWire, backend: SimulatedBackend, asked: str, at_ms: int) -> Stream:
    """One request that must open a stream."""
    answer = respond(wire, backend, asked, at_ms)
    assert isinstance(answer, Stream)
    return answer


def respond(
    wire: ToldWire, backend: SimulatedBackend, asked: str, at_ms: int, body: str | None = None, **headers: str
) -> Response | Stream:
    """One request, told as ``GET /path``."""
    method, path = asked.split(" ")
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = WireRequest(method=method, path=path, at_ms=at_ms, headers=named, body=body, id="r1")
    return wire.respond(request, backend)


def document(answer: Response) -> Any:
    """The body, read as JSON."""
    return json.loads(answer.body)
