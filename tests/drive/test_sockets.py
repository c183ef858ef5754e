"""What a page experiences with a WebSocket on the virtual network: as Chromium shows it behind Toxiproxy."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.trace.records import Message, Request
from harness.wire.base import Backend, Frame, Response, Stream, WireRequest
from tests.drive.stage import Answering, Played, Stage, stream

pytestmark = pytest.mark.browser

LISTEN = """
  const now = () => Math.round(performance.now());
  const socket = new WebSocket('/api/socket');
  const log = [];
  const note = (what) => log.push(`${what} ${socket.readyState} at ${now()}`);
  socket.onopen = () => note('open');
  socket.onmessage = (e) => { say(`${e.data} got ${now()}`); };
  socket.onerror = () => note('error');
  socket.onclose = (e) => note(`close ${e.code} ${e.wasClean}`);
"""


def socket(request: WireRequest, *frames: Frame) -> Stream:
    """The answer that opens a socket."""
    return replace(stream(request), over="websocket", frames=frames)


def speaks(request: WireRequest, _backend: Backend) -> Response | Stream:
    """A socket to whoever asks for one."""
    return socket(request)


def play(stage: Stage, folder: Path, *, then: str = "", answering: Answering = speaks, **more: Any) -> Played:
    """Listens on a socket, and says at the end what happened to it."""
    script = LISTEN + then + "setTimeout(() => say(log.join(', ')), 29_500);"
    return stage.play(folder, script, answering, until="29900ms", **more)


def sockets(played: Played) -> list[Request]:
    return [one for one in played.driven.records if isinstance(one, Request) and one.via == "websocket"]


def messages(played: Played) -> list[Message]:
    return [one for one in played.driven.records if isinstance(one, Message)]


def undelivered(played: Played) -> list[int]:
    return [one.sent_ms for one in messages(played) if one.delivered_ms is None]


def test_messages_arrive_one_by_one_and_the_handshake_is_a_request(stage: Stage, tmp_path: Path) -> None:
    played = play(stage, tmp_path, profile="4g")
    (asked,) = sockets(played)
    assert (asked.method, asked.path, asked.status, asked.fault) == ("GET", "/api/socket", 101, None)
    assert played.wire.requests[0].headers["upgrade"] == "websocket"
    took_ms = {one.delivered_ms - one.sent_ms for one in messages(played) if one.delivered_ms is not None}
    assert [one.sent_ms for one in messages(played)] == list(range(1_000, 30_000, 1_000))
    assert took_ms == {86}
    assert played.last == f"open 1 at {asked.answered_ms}"


def test_an_opening_message_comes_after_the_opening(stage: Stage, tmp_path: Path) -> None:
    def greets(request: WireRequest, _backend: Backend) -> Response | Stream:
        at_ms = request.at_ms
        return socket(request, Frame(sent_ms=at_ms, data="hello"), Frame(sent_ms=at_ms, comment="no message"))

    played = play(stage, tmp_path, answering=greets, then="socket.onmessage = (e) => note(e.data);")
    assert played.last.startswith("open 1 at 0, hello 1 at 0, sent 1000 1 at 1000")


def test_the_server_closes_cleanly(stage: Stage, tmp_path: Path) -> None:
    def leaves(request: WireRequest, _backend: Backend) -> Response | Stream:
        return socket(request, Frame(sent_ms=request.at_ms, data="bye", close=True))

    played = play(stage, tmp_path, answering=leaves)
    assert played.last == "open 1 at 0, close 1000 true 3 at 0"
    assert [one.event for one in messages(played)] == [None]


@pytest.mark.parametrize("status", [200, 404, 503])
def test_an_answer_that_is_no_socket_is_an_error_and_then_a_close(status: int, stage: Stage, tmp_path: Path) -> None:
    played = play(stage, tmp_path, answering=lambda *_: Response(status=status, body="no"))
    assert played.last == "error 3 at 0, close 1006 false 3 at 0"
    assert [(one.status, one.fault) for one in sockets(played)] == [(status, None)]


def test_an_event_stream_is_no_socket_and_a_socket_no_event_stream(stage: Stage, tmp_path: Path) -> None:
    asking = "fetch('/api/socket').then((answer) => note(`status ${answer.status}`));"
    other = play(stage, tmp_path, answering=lambda asked, _: stream(asked))
    assert (other.last, sockets(other)[0].status) == ("error 3 at 0, close 1006 false 3 at 0", 400)
    always = play(stage, tmp_path, then=asking)
    assert "status 426" in always.last


@pytest.mark.parametrize(
    ("fault", "broken_ms"),
    [
        ({"kind": "offline", "at": "10500ms", "for": "3s"}, 10_500),
        ({"kind": "drop", "at": "10500ms"}, 10_500),
        ({"kind": "reset", "at": "10500ms"}, 10_500),
        ({"kind": "refused", "at": "10500ms", "for": "3s"}, 10_500),
        ({"kind": "blackhole", "at": "10500ms", "for": "9s"}, 19_500),
    ],
)
def test_what_breaks_closes_without_an_error_and_without_a_goodbye(
    fault: dict[str, str], broken_ms: int, stage: Stage, tmp_path: Path
) -> None:
    played = play(stage, tmp_path, faults=[fault])
    assert played.last == f"open 1 at 0, close 1006 false 3 at {broken_ms}"
    assert undelivered(played) == list(range(11_000, broken_ms, 1_000))
    assert [one.fault for one in sockets(played)] == [fault["kind"]]


def test_in_a_black_hole_it_stays_open_in_silence(stage: Stage, tmp_path: Path) -> None:
    fault = {"kind": "blackhole", "at": "10500ms", "for": "18s"}
    peek = "setTimeout(() => note(`bytes ${socket.bufferedAmount}`), 20_000);"
    played = play(stage, tmp_path, faults=[fault], then=peek)
    assert "bytes 0 1 at 20000" in played.last
    assert [said for at_ms, said in played.said if 10_500 < at_ms < 28_500] == []


def test_where_there_is_no_network_it_cannot_be_had(stage: Stage, tmp_path: Path) -> None:
    fault = {"kind": "offline", "at": "5s", "for": "10s"}
    again = """
      setTimeout(() => {
        const other = new WebSocket('/api/socket');
        for (const name of ['open', 'error', 'close']) other.addEventListener(name, () => note(`other ${name}`));
      }, 7000);
    """
    played = play(stage, tmp_path, faults=[fault], then=again)
    assert played.last.endswith("other error 3 at 7000, other close 3 at 7000")


def test_what_a_fault_keeps_back_is_never_open(stage: Stage, tmp_path: Path) -> None:
    lost: dict[str, Any] = {"kind": "lost_response", "at": "0s", "for": "10s", "match": "/api/socket"}
    refused: dict[str, Any] = {"kind": "http", "at": "0s", "for": "10s", "status": 502, "match": "/api/socket"}
    swallowed = play(stage, tmp_path, faults=[lost])
    assert swallowed.last == "error 3 at 10000, close 1006 false 3 at 10000"
    assert [one.fault for one in sockets(swallowed)] == ["lost_response"]
    answered = play(stage, tmp_path, faults=[refused])
    assert answered.last == "error 3 at 0, close 1006 false 3 at 0"
    assert [(one.status, one.fault) for one in sockets(answered)] == [(502, "http")]


def test_slow_messages_come_late_and_in_order(stage: Stage, tmp_path: Path) -> None:
    fault = {"kind": "slow", "at": "10500ms", "for": "5s", "profile": "slow-3g"}
    played = play(stage, tmp_path, faults=[fault])
    late = [one.sent_ms for one in messages(played) if (one.delivered_ms or 0) - one.sent_ms >= 200]
    assert late == list(range(11_000, 16_000, 1_000))


def test_what_comes_drop_by_drop_is_there_as_a_whole_with_its_last(stage: Stage, tmp_path: Path) -> None:
    fault = {"kind": "trickle", "at": "10500ms", "for": "5s", "bytes": 2, "every": "100ms"}
    played = play(stage, tmp_path, faults=[fault])
    assert "sent 11000 got 11400" in [line for _, line in played.said], "ten bytes, two at a time"
    took_ms = {one.sent_ms: (one.delivered_ms or 0) - one.sent_ms for one in messages(played)}
    assert (took_ms[10_000], took_ms[11_000], took_ms[17_000]) == (0, 400, 0)


@pytest.mark.parametrize(
    ("fault", "heard"),
    [
        ({"kind": "gap", "at": "10500ms", "for": "2s"}, ["10000", "13000"]),
        ({"kind": "replayed", "at": "10500ms", "for": "1s"}, ["10000", "11000", "11000", "12000"]),
        ({"kind": "reordered", "at": "10500ms", "for": "2s"}, ["10000", "12000", "11000", "13000"]),
        ({"kind": "server_restart", "at": "10500ms"}, ["10000", "close 1000 true"]),
    ],
)
def test_what_the_wire_suffers_a_socket_tells_as_a_stream_does(
    fault: dict[str, str], heard: list[str], stage: Stage, tmp_path: Path
) -> None:
    then = (
        "const all = []; socket.onmessage = (e) => all.push(e.data.slice(5));"
        "socket.onclose = (e) => all.push(`close ${e.code} ${e.wasClean}`);"
        "setTimeout(() => note(all.join(' | ')), 15_000);"
    )
    played = play(stage, tmp_path, faults=[fault], then=then)
    assert " | ".join(heard) in played.last


def test_the_page_says_goodbye_and_waits_for_the_answer(stage: Stage, tmp_path: Path) -> None:
    leave = "setTimeout(() => { socket.close(4000, 'enough'); note('left'); }, 5300);"
    played = play(stage, tmp_path, then=leave, profile="4g")
    _, left, closed = played.last.split(", ")
    left_ms, closed_ms = int(left.removeprefix("left 2 at ")), int(closed.removeprefix("close 4000 true 3 at "))
    assert 170 <= closed_ms - left_ms <= 172, "a round trip"
    assert [one.fault for one in sockets(played)] == ["aborted"]
    assert max(one.sent_ms for one in messages(played)) < left_ms


def test_a_goodbye_that_nobody_hears_leaves_it_closing(stage: Stage, tmp_path: Path) -> None:
    leave = "setTimeout(() => socket.close(), 12_000); setTimeout(() => note('still'), 19_000);"
    fault = {"kind": "blackhole", "at": "10500ms", "for": "9s"}
    played = play(stage, tmp_path, faults=[fault], then=leave)
    assert played.last == "open 1 at 0, still 2 at 19000, close 1006 false 3 at 19500"
    assert [one.fault for one in sockets(played)] == ["aborted"]


def test_a_protocol_of_those_that_are_offered_is_agreed(stage: Stage, tmp_path: Path) -> None:
    offers = """
      const other = new WebSocket('/api/socket', ['jobs.v2', 'jobs.v1']);
      other.onopen = () => note(other.protocol);
      other.onerror = () => note('refused');
    """
    assert "jobs.v2" in play(stage, tmp_path, then=offers).last

    def insists(request: WireRequest, _backend: Backend) -> Response | Stream:
        return replace(socket(request), headers={"sec-websocket-protocol": "other"})

    assert "refused" in play(stage, tmp_path, answering=insists, then=offers).last


def test_what_no_wire_answers_goes_to_the_real_network(stage: Stage, tmp_path: Path) -> None:
    script = "const s = new WebSocket('ws://127.0.0.1:9/elsewhere'); say(`${s instanceof WebSocket} ${s.url}`);"
    assert stage.play(tmp_path, script).last == "false ws://127.0.0.1:9/elsewhere"
