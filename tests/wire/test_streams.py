"""How a stream opens, and what of its frames leaves."""

import pytest

from harness.told.file import Over
from harness.wire.base import Frame, Response, Stream, WireRequest
from harness.wire.streams import agreed, message, until_closed

FRAMES = (
    Frame(sent_ms=1, retry_ms=2_000),
    Frame(sent_ms=2, id="7", event="done", data='{"done":7}'),
    Frame(sent_ms=3, comment=""),
)


def asking(**headers: str) -> WireRequest:
    return WireRequest(
        method="GET", path="/e", at_ms=0, headers={name.replace("_", "-"): text for name, text in headers.items()}
    )


def stream(over: Over, **headers: str) -> Stream:
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Stream(id="r1", opened_ms=0, over=over, headers=named)


def test_a_handshake_asks_for_a_socket() -> None:
    assert asking(upgrade="WebSocket").over == "websocket"
    assert (asking().over, asking(upgrade="h2c").over) == ("sse", "sse")


@pytest.mark.parametrize(
    ("asked", "answer", "status"),
    [
        (asking(), stream("sse"), 200),
        (asking(), stream("websocket"), 426),
        (asking(upgrade="websocket"), stream("websocket"), 101),
        (asking(upgrade="websocket"), stream("sse"), 400),
        (asking(upgrade="websocket"), Response(status=404), 404),
    ],
)
def test_a_socket_is_for_a_handshake_alone(asked: WireRequest, answer: Response | Stream, status: int) -> None:
    given = agreed(asked, answer)
    assert given.status == status
    assert isinstance(given, Stream) == (status in (101, 200))


def test_the_first_protocol_that_is_offered_is_taken_unless_the_wire_names_one() -> None:
    offering = asking(upgrade="websocket", sec_websocket_protocol="v2, v1")
    assert agreed(offering, stream("websocket")).headers == {"sec-websocket-protocol": "v2"}
    named = stream("websocket", sec_websocket_protocol="v1")
    assert agreed(offering, named).headers == {"sec-websocket-protocol": "v1"}
    assert agreed(asking(upgrade="websocket"), stream("websocket")).headers == {}


def test_over_a_socket_a_message_is_its_data_alone() -> None:
    assert [message(stream("websocket"), frame) for frame in FRAMES] == ["", '{"done":7}', ""]
    assert message(stream("sse"), FRAMES[1]) == 'id: 7\nevent: done\ndata: {"done":7}\n\n'


def test_nothing_comes_after_the_last() -> None:
    last = Frame(sent_ms=2, data="bye", close=True)
    assert list(until_closed([FRAMES[0], last, FRAMES[1]])) == [FRAMES[0], last]
