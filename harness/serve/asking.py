"""One request of a page: how it arrives, what it meets at the server, what the wire answers."""

import asyncio

from starlette.requests import HTTPConnection
from starlette.types import Message, Receive, Scope, Send

from harness.network.faults import LostResponse
from harness.serve.stage import Arrival, Stage
from harness.wire.base import Response, Stream, WireRequest
from harness.wire.streams import agreed

TAB = "x-meanwhile-tab"
NUMBER = "x-meanwhile-request"
"""What an answer carries back: by which number the server knows the request."""
HEADS = frozenset(("http.response.start", "websocket.accept", "websocket.http.response.start"))


def path_of(asked: HTTPConnection) -> str:
    """The path as it was asked for, without its query."""
    raw: bytes = asked.scope["raw_path"]
    return raw.decode("ascii")


def arrived(stage: Stage, asked: HTTPConnection, method: str = "GET") -> Arrival:
    """Note it."""
    path, query = path_of(asked), asked.scope["query_string"].decode("ascii")
    arrival = stage.arrived(int(asked.headers.get(TAB, 0)), method, f"{path}?{query}" if query else path)
    asked.scope[NUMBER] = arrival.id
    return arrival


def numbering(scope: Scope, send: Send) -> Send:
    """``send``, which puts the number of the request into the head of its answer."""

    async def numbered(message: Message) -> None:
        if NUMBER in scope and message["type"] in HEADS:
            own = (NUMBER.encode(), str(scope[NUMBER]).encode())
            message = {**message, "headers": [*message.get("headers", ()), own]}
        await send(message)

    return numbered


def refused(stage: Stage, arrival: Arrival) -> Response | None:
    """The answer of something before the server, where a fault has it."""
    refusal = stage.meetings.refusal(arrival.method, arrival.path, arrival.at_ms)
    if refusal is None:
        return None
    arrival.fault = refusal.kind
    told = refusal.to_page()
    return Response(status=told["status"], headers=told["headers"], body=told["body"])


async def by_wire(stage: Stage, asked: HTTPConnection, arrival: Arrival, body: str | None = None) -> Response | Stream:
    """What the wire answers, once the server is done."""
    rewrites = stage.backend.rewrites
    request = WireRequest(
        method=arrival.method,
        path=arrival.path,
        at_ms=arrival.at_ms,
        headers={name.lower(): value for name, value in asked.headers.items() if name != TAB},
        body=body,
        tab=arrival.tab,
        id=str(arrival.id),
    )
    answer = agreed(request, stage.wire.respond(request, stage.backend))
    stage.answered(arrival, rewrites)
    if isinstance(answer, Response):
        await asyncio.sleep(answer.delay_ms / 1000)
    return answer


async def lose(stage: Stage, arrival: Arrival, loss: LostResponse, receive: Receive) -> None:
    """The work is done; the answer never leaves, and at the fault's end the connection breaks."""
    arrival.fault = loss.kind
    await asyncio.sleep(max(loss.end_ms - stage.now_ms(), 0) / 1000)
    # ASGI has no word for it: uvicorn's protocol, whose method ``receive`` is, holds the transport.
    receive.__self__.transport.abort()  # type: ignore[attr-defined]
    await asyncio.sleep(0)
