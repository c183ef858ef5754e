"""What is passed on to a real back end, and what comes back."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from harness.serve.relay import Relay

Result = TypeVar("Result")
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
COME = "HTTP/1.1 200 OK\r\n"


def a_request(method: str = "GET", body: bytes = b"", *headers: tuple[bytes, bytes]) -> Request:
    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": body, "more_body": False}

    scope = {
        "type": "http",
        "method": method,
        "raw_path": b"/a%20b/",
        "query_string": b"x=1",
        "headers": [(b"host", b"t1.localhost"), *headers],
    }
    return Request(scope, receive)


def against(talk: Talk, ask: Callable[[Relay], Awaitable[Result]]) -> Result:
    """What comes of it, before a server that talks so."""

    async def run() -> Result:
        server = await asyncio.start_server(talk, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            return await ask(Relay(f"http://127.0.0.1:{port}"))

    return asyncio.run(run())


def saying(answer: str, heard: list[bytes]) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(answer.encode())
        writer.close()

    return talk


def test_a_request_goes_as_it_came_without_what_is_the_harness_s_own() -> None:
    heard: list[bytes] = []
    request = a_request("POST", b"kind", (b"content-length", b"4"), (b"x-meanwhile-tab", b"2"), (b"cookie", b"a=1"))
    against(saying(f"{COME}content-length: 0\r\n\r\n", heard), lambda relay: relay.answer(request, "publish"))
    head = heard[0].decode().lower().splitlines()
    assert head[0] == "post /a%20b/?x=1 http/1.1"
    assert {"host: t1.localhost", "cookie: a=1", "content-length: 4", "x-meanwhile-job: publish"} <= set(head)
    assert not any(line.startswith("x-meanwhile-tab") for line in head)


def test_an_answer_comes_as_it_was_sent() -> None:
    told = f"{COME}set-cookie: a=1\r\nset-cookie: b=2\r\ntransfer-encoding: chunked\r\n\r\n3\r\none\r\n0\r\n\r\n"
    answer = against(saying(told, []), lambda relay: relay.answer(a_request()))
    assert (answer.status_code, answer.body) == (200, b"one")
    assert answer.raw_headers == [(b"content-length", b"3"), (b"set-cookie", b"a=1"), (b"set-cookie", b"b=2")]


def test_the_messages_of_a_stream_come_one_by_one() -> None:
    goes_on = asyncio.Event()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(f"{COME}content-type: text/event-stream\r\n\r\ndata: 1\n\n".encode())
        await goes_on.wait()
        writer.write(b"data: 2\n\n")
        writer.close()

    async def ask(relay: Relay) -> list[bytes]:
        answer = await relay.answer(a_request())
        assert isinstance(answer, StreamingResponse)
        heard = []
        async for chunk in answer.body_iterator:
            heard.append(bytes(chunk) if not isinstance(chunk, str) else chunk.encode())
            goes_on.set()
        return heard

    assert against(talk, ask) == [b"data: 1\n\n", b"data: 2\n\n"]


def test_a_back_end_that_says_nothing_is_a_bad_gateway() -> None:
    async def nobody() -> Response:
        return await Relay("http://127.0.0.1:1").answer(a_request())

    assert asyncio.run(nobody()).status_code == 502
    assert against(saying("", []), lambda relay: relay.answer(a_request())).status_code == 502
