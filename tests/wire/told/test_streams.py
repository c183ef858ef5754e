"""Event streams: what is sent on opening, what later, in which order, and when it is over."""

import json
from itertools import pairwise

import pytest

from harness.wire.base import Frame, Response, Stream
from tests.told.support import EVENTS
from tests.wire.support import submitted
from tests.wire.told.support import ask, holding, listen, respond, told

END_MS = 6_400
WIRE = told(
    "states: {queued: Q, running: R, succeeded: OK, failed: KO, cancelled: X}\n"
    "routes:\n"
    "  GET /e/{job}:\n"
    "    stream:\n"
    "      retry: 3s\n"
    "      messages:\n"
    "        - {event: job, id: '{job.version}', data: {n: '{job.processed}', state: '{job.state}'}}\n"
    "        - {event: '{item.state}', each: items, when: {item.ended: true}, data: '{item.name}', on_opening: false}\n"
    "        - {event: end, when: {job.ended: true}, data: {}, close: true}\n"
    "  GET /ticks/{job}: {stream: {heartbeat: 2s, messages: {every: 1500ms, data: '{job.processed}'}}}\n"
    "  GET /all: {stream: {messages: {each: jobs, event: '{job.id}', html: '<b>{job.processed}</b>'}}}\n"
    "  GET /last: {job: newest, stream: {messages: {data: '{job.id}'}}}\n"
)
BACKEND = holding(EVENTS)


def sent(path: str, opened_ms: int, *until_ms: int) -> list[tuple[int, str | None, str]]:
    """What is sent after the opening, asked for in so many pieces."""
    stream = listen(WIRE, BACKEND, f"GET {path}", opened_ms)
    edges = [opened_ms, *until_ms]
    pieces = [WIRE.publish(stream, BACKEND, *pair) for pair in pairwise(edges)]
    return [(frame.sent_ms, frame.event, frame.data) for piece in pieces for frame in piece]


def test_on_opening_the_state_is_told() -> None:
    stream = listen(WIRE, BACKEND, "GET /e/publish", 3_400)
    assert stream.frames == (
        Frame(sent_ms=3_400, retry_ms=3_000),
        Frame(sent_ms=3_400, id="11", event="job", data='{"n":1,"state":"R"}'),
    )
    assert (stream.job, stream.opened_ms, stream.headers["content-type"]) == ("publish", 3_400, "text/event-stream")


LATER = [
    (2_000, "job", '{"n":0,"state":"R"}'),
    (3_400, "job", '{"n":1,"state":"R"}'),
    (3_400, "succeeded", '"Mug <blue>"'),
    (4_400, "job", '{"n":2,"state":"R"}'),
    (4_400, "failed", '"Lamp"'),
    (5_400, "job", '{"n":3,"state":"R"}'),
    (5_400, "skipped", '"Desk"'),
    (6_400, "job", '{"n":4,"state":"OK"}'),
    (6_400, "succeeded", '"Chair"'),
    (6_400, "end", "{}"),
]


@pytest.mark.parametrize("until_ms", [(9_000,), (3_400, 9_000), (3_399, 3_400, 5_000, 6_399, 6_400, 9_000)])
def test_what_changes_is_sent_once_however_the_time_is_cut(until_ms: tuple[int, ...]) -> None:
    assert sent("/e/publish", 1_000, *until_ms) == LATER


def test_the_last_message_closes_the_stream_and_nothing_follows_it() -> None:
    stream = listen(WIRE, BACKEND, "GET /e/publish", 1_000)
    assert [frame.close for frame in WIRE.publish(stream, BACKEND, 5_400, 9_000)] == [False, False, True]
    assert WIRE.publish(stream, BACKEND, 6_400, 9_000) == ()


def test_a_stream_that_was_closed_half_way_sends_nothing_of_what_comes_later() -> None:
    wire = told(
        "routes:\n"
        "  GET /e/{job}: {stream: {messages: [{data: '{job.processed}'}, {when: {job.processed: 2}, close: true}]}}\n"
    )
    stream = listen(wire, BACKEND, "GET /e/publish", 1_000)
    assert [frame.sent_ms for frame in wire.publish(stream, BACKEND, 1_000, 9_000)] == [3_400, 4_400, 4_400]
    assert wire.publish(stream, BACKEND, 4_399, 5_000)[-1].close
    assert wire.publish(stream, BACKEND, 4_400, 9_000) == ()


def test_a_stream_that_is_over_when_it_is_opened_is_one_whole_answer() -> None:
    answer = ask(WIRE, BACKEND, "GET /e/publish", END_MS)
    assert answer.body.endswith("event: end\ndata: {}\n\n")
    assert answer.headers["content-type"] == "text/event-stream"


def test_from_time_to_time_means_changed_or_not_and_a_heartbeat_is_a_comment() -> None:
    stream = listen(WIRE, BACKEND, "GET /ticks/publish", 1_000)
    frames = WIRE.publish(stream, BACKEND, 1_000, 5_500)
    assert [(frame.sent_ms, frame.data, frame.comment) for frame in frames] == [
        (2_500, "0", None),
        (3_000, "", ""),
        (4_000, "1", None),
        (5_000, "", ""),
        (5_500, "3", None),
    ]


def test_a_stream_of_all_sends_each_job_when_it_changes() -> None:
    backend = submitted()
    stream = listen(WIRE, backend, "GET /all", 2_000)
    assert [frame.event for frame in stream.frames] == ["import", "publish"]
    frames = WIRE.publish(stream, backend, 2_000, 60_000)
    assert {frame.event for frame in frames} == {"import", "publish"}
    assert all(frame.data.startswith("<b>") for frame in frames)
    numbers = [int(frame.data[3:-4]) for frame in frames if frame.event == "import"]
    assert numbers == list(range(1, 11))


def test_a_stream_of_the_newest_tells_of_another_once_there_is_one() -> None:
    backend = submitted()
    stream = listen(WIRE, backend, "GET /last", 1_500)
    assert [json.loads(frame.data) for frame in WIRE.publish(stream, backend, 1_500, 90_000)] == ["publish"]


def test_a_stream_of_a_job_that_nobody_knows_is_not_opened() -> None:
    answer = respond(WIRE, BACKEND, "GET /e/nobody", 2_000)
    assert isinstance(answer, Response)
    assert answer.status == 404


def test_where_a_page_polls_there_is_no_stream() -> None:
    wire = told("routes: {GET /e: {stream: {messages: {data: 1}}}}", over=())
    assert ask(wire, BACKEND, "GET /e", 0).status == 404


SOCKET = told("""
routes:
  GET /e/{job}:
    - stream: {messages: {event: progress, data: {done: "{job.processed}"}}}
    - stream:
        over: websocket
        messages:
          - {data: {done: "{job.processed}"}}
          - {text: "the end", when: {job.ended: true}, close: true}
  GET /s: {stream: {over: websocket, messages: {data: 1}}}
""")


def test_over_a_socket_a_message_is_what_it_carries() -> None:
    backend = submitted()
    opened = respond(SOCKET, backend, "GET /e/publish", 2_500, upgrade="websocket")
    assert isinstance(opened, Stream)
    assert opened.over == "websocket"
    frames = (*opened.frames, *SOCKET.publish(opened, backend, 2_500, 90_000))
    assert {(frame.event, frame.id) for frame in frames} == {(None, None)}
    assert frames[0].data == '{"done":0}'
    assert (frames[-1].data, frames[-1].close) == ("the end", True)
    assert listen(SOCKET, backend, "GET /e/publish", 2_500).over == "sse"


def test_one_that_has_nothing_more_to_say_says_so_and_closes() -> None:
    opened = respond(SOCKET, BACKEND, "GET /e/publish", 90_000, upgrade="websocket")
    assert isinstance(opened, Stream)
    assert [frame.close for frame in opened.frames] == [False, True]


def test_what_is_told_of_a_socket_is_asked_by_a_handshake_and_the_other_by_none() -> None:
    assert ask(SOCKET, BACKEND, "GET /s", 0).status == 404
    only = told("routes: {GET /e: {stream: {messages: {data: 1}}}}")
    assert ask(only, BACKEND, "GET /e", 0, upgrade="websocket").status == 404
    without = told("routes: {GET /s: {stream: {over: websocket, messages: {data: 1}}}}", over=("sse",))
    assert ask(without, BACKEND, "GET /s", 0, upgrade="websocket").status == 404
