"""The server's side of all trials of a session: one application, one host name a trial."""

import asyncio
import re
from collections.abc import AsyncIterator
from typing import cast

from starlette.requests import Request
from starlette.responses import Response as Answer
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from harness.network.faults import LostResponse
from harness.serve.stage import Arrival, Sent, Stage
from harness.serve.streams import messages, noted
from harness.wire.base import Stream, WireRequest
from harness.wire.sse import encode

TAB = "x-meanwhile-tab"
NO_SUCH_HOST = 421
LEAST_ERROR = 400
READS = frozenset(("GET", "HEAD", "OPTIONS"))
IN_THE_CACHE = {"cache-control": "max-age=3600"}


class App:
    """An ASGI application. What it is asked under a name that is no trial's is refused: it answers for nobody else."""

    def __init__(self) -> None:
        self._stages: dict[str, Stage] = {}

    def open(self, stage: Stage) -> None:
        """Answer for that trial from now on."""
        self._stages[stage.host] = stage

    def close(self, stage: Stage) -> None:
        """The trial is over."""
        self._stages.pop(stage.host, None)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] == "lifespan":
            return
        if scope["type"] == "websocket":
            await WebSocket(scope, receive, send).close()
            return
        request = Request(scope, receive)
        stage = self._stages.get(request.headers.get("host", "").partition(":")[0])
        answer = Answer(status_code=NO_SUCH_HOST) if stage is None else await _answer(stage, request, receive)
        if answer is not None:
            await answer(scope, receive, send)


async def _answer(stage: Stage, request: Request, receive: Receive) -> Answer | None:
    """None where the connection was broken on purpose."""
    path = request.scope["raw_path"].decode("ascii")
    if not any(re.match(claim, path) for claim in stage.wire.claims):
        return _file(stage, request, path) if stage.relay is None else await stage.relay.answer(request)
    query = request.scope["query_string"].decode("ascii")
    arrival = stage.arrived(int(request.headers.get(TAB, 0)), request.method, f"{path}?{query}" if query else path)
    if refusal := stage.meetings.refusal(arrival.method, arrival.path, arrival.at_ms):
        arrival.fault = refusal.kind
        told = refusal.to_page()
        return Answer(told["body"], told["status"], told["headers"])
    loss = stage.meetings.loss(arrival.method, arrival.path, arrival.at_ms)
    answer = await _respond(stage, request, arrival)
    if loss is not None:
        await _lose(stage, arrival, loss, receive)
        return None
    return answer


async def _respond(stage: Stage, request: Request, arrival: Arrival) -> Answer:
    """A real back end answers where there is one. What a write starts there, and what it may not, the wire says."""
    if stage.relay is None:
        return await _by_wire(stage, request, arrival)
    if arrival.method not in READS:
        said = await _by_wire(stage, request, arrival)
        if said.status_code >= LEAST_ERROR:
            return said
    answer = await stage.relay.answer(request, arrival.job)
    if isinstance(answer, StreamingResponse):
        answer.body_iterator = noted(cast(AsyncIterator[bytes], answer.body_iterator), stage, arrival.id)
    return answer


async def _by_wire(stage: Stage, request: Request, arrival: Arrival) -> Answer:
    """What the wire answers, and when."""
    rewrites = stage.backend.rewrites
    body = (await request.body()).decode("utf-8", "surrogateescape") or None
    answer = stage.wire.respond(_asked(request, arrival, body), stage.backend)
    stage.answered(arrival, rewrites)
    if isinstance(answer, Stream):
        return StreamingResponse(_bytes(stage, answer, arrival), answer.status, answer.headers)
    await asyncio.sleep(answer.delay_ms / 1000)
    return Answer(answer.body, answer.status, answer.headers)


def _asked(request: Request, arrival: Arrival, body: str | None) -> WireRequest:
    return WireRequest(
        method=arrival.method,
        path=arrival.path,
        at_ms=arrival.at_ms,
        headers={name.lower(): value for name, value in request.headers.items() if name != TAB},
        body=body,
        tab=arrival.tab,
        id=str(arrival.id),
    )


async def _bytes(stage: Stage, stream: Stream, arrival: Arrival) -> AsyncIterator[bytes]:
    async for frame in messages(stage, stream):
        chunk = encode(frame).encode()
        if frame.is_message:
            told_ms = stage.now_ms() - frame.held_ms
            stage.sent.append(Sent(arrival.id, told_ms, frame.event, len(chunk), frame.lost))
        if not frame.lost:
            yield chunk


async def _lose(stage: Stage, arrival: Arrival, loss: LostResponse, receive: Receive) -> None:
    """The work is done; the answer never leaves, and at the fault's end the connection breaks."""
    arrival.fault = loss.kind
    await asyncio.sleep(max(loss.end_ms - stage.now_ms(), 0) / 1000)
    # ASGI has no word for it: uvicorn's cycle, whose method ``receive`` is, holds the transport.
    receive.__self__.transport.abort()  # type: ignore[attr-defined]
    await asyncio.sleep(0)


def _file(stage: Stage, request: Request, path: str) -> Answer:
    document = request.headers.get("sec-fetch-dest") == "document"
    found = stage.file(path, document)
    if found is None:
        return Answer(status_code=404)
    return Answer(found.body, media_type=found.content_type, headers={} if document else IN_THE_CACHE)
