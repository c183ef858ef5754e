"""The server listens on the loopback alone, and leaves nothing behind."""

import asyncio
import socket

import pytest

from harness.serve.server import LOOPBACK
from harness.wire.base import Stream
from tests.serve.hosting import Wire, ask, serving, staged, text


def test_it_comes_up_and_is_gone() -> None:
    async def came() -> int:
        async with serving(staged(Wire(lambda _: text("ok")))) as port:
            assert (await ask(port, "/api/jobs")).body == "ok"
            return port

    port = asyncio.run(came())
    with pytest.raises(ConnectionRefusedError), socket.create_connection((LOOPBACK, port)):
        pass


def test_an_open_stream_does_not_keep_it() -> None:
    wire = Wire(lambda request: Stream(id=request.id, opened_ms=request.at_ms))

    async def left() -> None:
        async with serving(staged(wire)) as port:
            reader, writer = await asyncio.open_connection(LOOPBACK, port)
            writer.write(b"GET /api/events HTTP/1.1\r\nHost: t1.localhost\r\n\r\n")
            assert b"200" in await reader.readline()
        writer.close()

    asyncio.run(asyncio.wait_for(left(), 15))
