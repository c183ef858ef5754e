"""Passes a request on to a server that runs somewhere, and its answer back, as a reverse proxy does."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress
from dataclasses import dataclass

import h11
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from harness.targets.running import address

JOB = b"x-meanwhile-job"
OUR_OWN = b"x-meanwhile-"
HOP_BY_HOP = frozenset((b"connection", b"keep-alive", b"transfer-encoding", b"content-length", b"upgrade"))
"""Of one connection only (RFC 9110, section 7.6.1), or written anew on the next."""
AT_ONCE = 65_536
BAD_GATEWAY = 502
STREAM = b"text/event-stream"
Header = tuple[bytes, bytes]


@dataclass(frozen=True)
class Relay:
    """``url`` is where the server listens."""

    url: str

    async def answer(self, request: Request, job: str | None = None) -> Response:
        """What the server answers; 502 where it does not. ``job`` is the id of the job that the request starts."""
        try:
            return await self._answer(request, job)
        except (OSError, h11.RemoteProtocolError):
            return Response(status_code=BAD_GATEWAY)

    async def _answer(self, request: Request, job: str | None) -> Response:
        host, port = address(self.url)
        reader, writer = await asyncio.open_connection(host, port, ssl=self.url.startswith("https:") or None)
        exchange = _Exchange(h11.Connection(h11.CLIENT), reader, writer)
        try:
            head = await exchange.ask(request.method, _target(request), _headers(request, job), await request.body())
        except BaseException:
            await exchange.close()
            raise
        headers = [*_kept((bytes(name), bytes(value)) for name, value in head.headers)]
        if any(name == b"content-type" and value.startswith(STREAM) for name, value in headers):
            return _with(StreamingResponse(exchange.body(), head.status_code), headers)
        return _with(Response(b"".join([chunk async for chunk in exchange.body()]), head.status_code), headers)


@dataclass(frozen=True)
class _Exchange:
    """One request on a connection of its own."""

    talk: h11.Connection
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def ask(self, method: str, target: bytes, headers: list[Header], body: bytes) -> h11.Response:
        """Send it, and wait for the head of the answer."""
        request = h11.Request(method=method, target=target, headers=headers)
        for event in (request, h11.Data(data=body), h11.EndOfMessage()):
            self.writer.write(self.talk.send(event) or b"")
        while not isinstance(head := await self._next(), h11.Response):
            if isinstance(head, h11.ConnectionClosed):
                raise h11.RemoteProtocolError("the connection was closed before an answer came")
        return head

    async def body(self) -> AsyncIterator[bytes]:
        """The body as it comes; then the connection is closed."""
        try:
            while isinstance(data := await self._next(), h11.Data):
                yield bytes(data.data)
        finally:
            await self.close()

    async def close(self) -> None:
        """Be done with the connection, however it is."""
        self.writer.close()
        with suppress(OSError):
            await self.writer.wait_closed()

    async def _next(self) -> object:
        while (event := self.talk.next_event()) is h11.NEED_DATA:
            self.talk.receive_data(await self.reader.read(AT_ONCE))
        return event


def _target(request: Request) -> bytes:
    path, query = request.scope["raw_path"], request.scope["query_string"]
    return b"%b?%b" % (path, query) if query else bytes(path)


def _headers(request: Request, job: str | None) -> list[Header]:
    """Those of the browser, without what is the harness's own."""
    told = [one for one in _kept(request.headers.raw) if not one[0].startswith(OUR_OWN)]
    starts = [] if job is None else [(JOB, job.encode())]
    length = request.headers.get("content-length")
    sized = [] if length is None else [(b"content-length", length.encode())]
    return [*told, *starts, *sized, (b"connection", b"close")]


def _kept(headers: Iterable[Header]) -> Iterable[Header]:
    return (one for one in headers if one[0].lower() not in HOP_BY_HOP)


def _with(answer: Response, headers: list[Header]) -> Response:
    """The answer with those headers, beside the length that it has got."""
    answer.raw_headers = [*(one for one in answer.raw_headers if one[0] == b"content-length"), *headers]
    return answer
