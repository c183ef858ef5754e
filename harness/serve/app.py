"""The server's side of all trials of a session: one application, one host name a trial."""

import re
from collections.abc import AsyncIterator
from typing import cast

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response as Answer
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from harness.serve.asking import arrived, by_wire, lose, numbering, path_of, refused
from harness.serve.sockets import converse
from harness.serve.stage import Arrival, Stage
from harness.serve.streams import messages, note, noted
from harness.wire.base import Response, Stream
from harness.wire.streams import message

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
        send = numbering(scope, send)
        match scope["type"]:
            case "http":
                await self._request(Request(scope, receive), receive, send)
            case "websocket":
                await self._socket(WebSocket(scope, receive, send), receive)

    async def _request(self, request: Request, receive: Receive, send: Send) -> None:
        stage = self._stage(request)
        if stage is None:
            await Answer(status_code=NO_SUCH_HOST)(request.scope, receive, send)
            return
        with stage.noting_trouble():
            answer = await _answer(stage, request, receive)
            if answer is not None:
                await answer(request.scope, receive, send)

    async def _socket(self, socket: WebSocket, receive: Receive) -> None:
        """A real back end's own sockets are not passed on: there are none, as behind many a proxy."""
        stage = self._stage(socket)
        if stage is None or stage.relay is not None or not _is_claimed(stage, socket):
            await socket.close()
        else:
            with stage.noting_trouble():
                await converse(stage, socket, receive)

    def _stage(self, asked: HTTPConnection) -> Stage | None:
        return self._stages.get(asked.headers.get("host", "").partition(":")[0])


def _is_claimed(stage: Stage, asked: HTTPConnection) -> bool:
    return any(re.match(claim, path_of(asked)) for claim in stage.wire.claims)


async def _answer(stage: Stage, request: Request, receive: Receive) -> Answer | None:
    """None where the connection was broken on purpose."""
    if not _is_claimed(stage, request):
        way = stage.relay or stage.page
        return _file(stage, request) if way is None else await way.answer(request)
    arrival = arrived(stage, request, request.method)
    if refusal := refused(stage, arrival):
        return _plain(refusal)
    loss = stage.meetings.loss(arrival.method, arrival.path, arrival.at_ms)
    answer = await _respond(stage, request, arrival)
    if loss is not None:
        await lose(stage, arrival, loss, receive)
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
    body = (await request.body()).decode("utf-8", "surrogateescape") or None
    answer = await by_wire(stage, request, arrival, body)
    if isinstance(answer, Response):
        return _plain(answer)
    return StreamingResponse(_bytes(stage, answer, arrival), answer.status, answer.headers)


def _plain(answer: Response) -> Answer:
    return Answer(answer.body, answer.status, answer.headers)


async def _bytes(stage: Stage, stream: Stream, arrival: Arrival) -> AsyncIterator[bytes]:
    async for frame in messages(stage, stream):
        chunk = message(stream, frame).encode()
        note(stage, arrival, frame, len(chunk))
        if not frame.lost:
            yield chunk


def _file(stage: Stage, request: Request) -> Answer:
    document = request.headers.get("sec-fetch-dest") == "document"
    found = stage.file(path_of(request), document)
    if found is None:
        return Answer(status_code=404)
    return Answer(found.body, media_type=found.content_type, headers={} if document else IN_THE_CACHE)
