"""What the server's side ships for a segment: answers, tables for repeated reads, the bytes of open streams."""

from typing import Any

from harness.drive.backend import SimulatedBackend
from harness.drive.exchange import Exchange
from harness.scenario.world import World
from harness.wire.base import Backend, Response, Stream, WireRequest
from tests.drive.stage import Answering, ScriptedWire, stream, text

WORLD = World.model_validate({"jobs": [{"id": "publish", "kind": "publish", "items": 4}]})
HELD_MS = 5_000


def exchange(answering: Answering) -> Exchange:
    return Exchange(ScriptedWire(answering), SimulatedBackend(WORLD, 1))


def question(number: int, at_ms: int, path: str = "/api/x", method: str = "GET", tab: int = 0) -> dict[str, Any]:
    return {"id": number, "tab": tab, "method": method, "path": path, "at_ms": at_ms, "headers": {}, "body": None}


def held(request: WireRequest, _backend: Backend) -> Response:
    """An answer that holds for five seconds."""
    until_ms = request.at_ms // HELD_MS * HELD_MS + HELD_MS
    return text(f"held until {until_ms}", until_ms)


def starts(request: WireRequest, backend: Backend) -> Response | Stream:
    """A write starts a job; a read opens a stream."""
    if request.method == "GET":
        return stream(request)
    backend.submit(kind="publish", items=4, at_ms=request.at_ms)
    return Response(status=202, delay_ms=400)


def test_an_answer_leaves_when_the_server_is_done() -> None:
    one = exchange(starts)
    segment = one.answer(question(1, 2_000, method="POST"), 9_000)
    assert segment["answers"] == [
        {"id": 1, "status": 202, "headers": {}, "body": "", "sent_ms": 2_400, "stream": False}
    ]
    assert segment["until_ms"] == 9_000


def test_a_path_asked_for_often_gets_a_table_of_its_answers() -> None:
    one = exchange(held)
    assert one.answer(question(1, 1_000), 12_000)["tables"] == {}
    assert one.answer(question(2, 1_500), 12_000)["tables"] == {}
    (table,) = one.answer(question(3, 2_000), 12_000)["tables"].values()
    assert table["entries"] == [(2_000, 0), (5_000, 1), (10_000, 2)]
    assert [answer["body"] for answer in table["answers"]] == [f"held until {at}" for at in (5_000, 10_000, 15_000)]
    assert table["until_ms"] == 12_001


def test_what_takes_the_server_time_is_asked_each_time() -> None:
    one = exchange(lambda request, backend: Response(status=200, delay_ms=50))
    one.answer(question(1, 1_000), 12_000)
    one.answer(question(2, 1_500), 12_000)
    (table,) = one.answer(question(3, 2_000), 12_000)["tables"].values()
    assert (table["entries"], table["until_ms"]) == ([], 2_000)


def test_what_holds_for_its_own_moment_alone_is_asked_each_time() -> None:
    one = exchange(lambda request, backend: text(f"it is {request.at_ms}", request.at_ms + 1))
    one.answer(question(1, 1_000), 12_000)
    one.answer(question(2, 1_500), 12_000)
    (table,) = one.answer(question(3, 2_000), 12_000)["tables"].values()
    assert (table["entries"], table["until_ms"]) == ([], 2_000)


def test_a_stream_sends_each_frame_once() -> None:
    one = exchange(starts)
    opened = one.answer(question(1, 500), 2_500)
    assert (opened["answers"][0]["stream"], opened["answers"][0]["body"]) == (True, "retry: 2000\n\n")
    assert [entry["sent_ms"] for entry in opened["entries"]] == [1_000, 2_000]
    later = one.segment(2_500, 4_000)["entries"]
    assert [(entry["stream"], entry["sent_ms"]) for entry in later] == [(1, 3_000), (1, 4_000)]
    assert later[0]["chunk"] == "id: 3000\ndata: sent 3000\n\n"


def test_a_write_withdraws_what_was_shipped_beyond_it() -> None:
    one = exchange(starts)
    one.answer(question(1, 500), 5_000)
    segment = one.answer(question(2, 2_200, method="POST"), 5_000)
    assert segment["forget_after_ms"] == 2_200
    assert [entry["sent_ms"] for entry in segment["entries"]] == [3_000, 4_000, 5_000]


def test_a_read_withdraws_nothing() -> None:
    one = exchange(starts)
    assert "forget_after_ms" not in one.answer(question(1, 500), 5_000)


def test_a_closed_stream_sends_no_more() -> None:
    one = exchange(starts)
    one.answer(question(1, 500), 1_000)
    one.answer(question(2, 600), 1_000)
    one.answer(question(3, 700, tab=1), 1_000)
    one.close([1, 99])
    assert {entry["stream"] for entry in one.segment(1_000, 2_000)["entries"]} == {2, 3}
    one.close_tab(0)
    assert {entry["stream"] for entry in one.segment(2_000, 3_000)["entries"]} == {3}


def test_the_wire_sees_the_request_as_it_was_sent() -> None:
    wire = ScriptedWire(held)
    asked = {**question(7, 1_234, "/api/jobs?x=1", "POST", tab=1), "headers": {"idempotency-key": "k"}, "body": "{}"}
    Exchange(wire, SimulatedBackend(WORLD, 1)).answer(asked, 2_000)
    assert wire.requests == [
        WireRequest(
            method="POST", path="/api/jobs?x=1", at_ms=1_234, headers={"idempotency-key": "k"}, body="{}", tab=1, id="7"
        )
    ]
