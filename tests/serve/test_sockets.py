"""A WebSocket of a page, over real sockets: the handshake, each message at its moment, the end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.typing import Subprotocol

from harness.network.faults import Http, LostResponse
from harness.serve.server import LOOPBACK
from harness.serve.stage import Stage
from harness.wire.base import Frame, Response, Stream, WireRequest
from tests.serve.hosting import HOST, Wire, ask, serving, staged, text

FIRST = Frame(sent_ms=0, event="hello", data="first")
SILENT = Frame(sent_ms=0, comment="")


def opens(request: WireRequest) -> Stream:
    return Stream(id=request.id, opened_ms=request.at_ms, frames=(SILENT, FIRST), over="websocket")


@asynccontextmanager
async def joined(stage: Stage, path: str = "/api/live", *offered: str) -> AsyncIterator[ClientConnection]:
    """A client that is connected."""
    async with (
        serving(stage) as port,
        connect(
            f"ws://{HOST}{path}",
            host=LOOPBACK,
            port=port,
            subprotocols=[Subprotocol(one) for one in offered] or None,
            additional_headers={"X-Meanwhile-Tab": "2"},
        ) as client,
    ):
        yield client


def refused(stage: Stage, path: str = "/api/live") -> int:
    """The status with which a handshake is refused."""

    async def tried() -> int:
        with pytest.raises(InvalidStatus) as caught:
            async with joined(stage, path):
                pass
        return caught.value.response.status_code

    return asyncio.run(tried())


def test_each_frame_with_data_is_a_message_and_the_wire_closes() -> None:
    wire = Wire(opens)

    def speaks(request: WireRequest) -> Stream:
        at_ms = request.at_ms
        second = Frame(sent_ms=at_ms + 200, event="news", data="second")
        wire.frames = [second, Frame(sent_ms=at_ms + 300, data="last", close=True)]
        return opens(request)

    wire.answer = speaks
    stage = staged(wire)

    async def heard() -> tuple[list[str | bytes], int | None]:
        async with joined(stage) as client:
            return [message async for message in client], client.close_code

    assert asyncio.run(heard()) == (["first", "second", "last"], 1_000)
    assert [(one.stream, one.event, one.bytes) for one in stage.sent] == [(1, "hello", 5), (1, "news", 6), (1, None, 4)]
    assert stage.sent[1].sent_ms >= stage.arrivals[0].at_ms + 200
    assert [(one.method, one.path, one.tab) for one in stage.arrivals] == [("GET", "/api/live", 2)]


def test_the_wire_sees_a_handshake_and_agrees_on_a_protocol() -> None:
    wire = Wire(opens)

    async def agreed() -> tuple[str | None, str | None]:
        async with joined(staged(wire), "/api/live?last=7", "v2", "v1") as client:
            assert client.response is not None
            return client.subprotocol, client.response.headers.get("x-meanwhile-request")

    assert asyncio.run(agreed()) == ("v2", "1")
    assert (wire.requests[0].over, wire.requests[0].path) == ("websocket", "/api/live?last=7")


def test_what_the_page_says_is_not_answered_and_does_not_keep_its_goodbye_back() -> None:
    stage = staged(Wire(opens))

    async def left() -> int | None:
        async with joined(stage) as client:
            for said in ("hello", b"bytes", "again"):
                await client.send(said)
            await asyncio.wait_for(client.close(4_000), 5)
            return client.close_code

    assert asyncio.run(left()) == 4_000


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (lambda _: text("no socket"), 200),
        (lambda _: Response(status=404), 404),
        (lambda request: Stream(id=request.id, opened_ms=request.at_ms), 400),
    ],
)
def test_what_is_no_socket_refuses_the_handshake(answer: object, status: int, caplog: pytest.LogCaptureFixture) -> None:
    assert refused(staged(Wire(answer))) == status  # type: ignore[arg-type]
    assert caplog.messages == []


def test_a_fault_refuses_it_and_the_wire_does_not_hear_of_it() -> None:
    wire = Wire(opens)
    stage = staged(wire, Http(at_ms=0, end_ms=None, status=503, match="/api/live"))
    assert refused(stage) == 503
    assert wire.requests == []
    assert [one.fault for one in stage.arrivals] == ["http"]


def test_an_answer_that_is_lost_breaks_the_connection_at_the_end_of_the_fault() -> None:
    wire = Wire(opens)
    stage = staged(wire, LostResponse(at_ms=0, end_ms=400, match="/api/live"))

    async def tried() -> None:
        async with joined(stage):
            pass

    with pytest.raises((InvalidHandshake, ConnectionClosed, OSError, EOFError)):
        asyncio.run(tried())
    assert stage.now_ms() >= 400
    assert len(wire.requests) == 1


def test_where_nothing_is_claimed_there_is_none() -> None:
    assert refused(staged(Wire(opens)), "/elsewhere") == 403


def test_a_socket_is_for_no_plain_request() -> None:
    async def asked() -> int:
        async with serving(staged(Wire(opens))) as port:
            return (await ask(port, "/api/live")).status

    assert asyncio.run(asked()) == 426
