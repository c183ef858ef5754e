"""What may be written below ``wire:``, before its templates are read."""

from harness.told.file import BODIES, JOB_SAID, Route
from tests.told.support import wire_file

ROUTE = "routes: {GET /x: {answer: 1}}\n"


def test_what_is_left_out_has_a_usual_value() -> None:
    [route] = wire_file(ROUTE).routes["GET /x"]
    assert (route.status, route.do, route.etag, route.stream, route.headers) == (200, None, False, None, {})
    wire = wire_file(ROUTE)
    assert (wire.unknown.status, wire.unknown.answer) == (404, {"error": "no such job"})
    assert (wire.refused.status, wire.refused.answer) == (None, {"error": "{refusal.reason}"})


def test_one_answer_and_one_message_need_no_list() -> None:
    wire = wire_file("routes: {GET /x: {stream: {messages: {data: 1}, retry: 3s, heartbeat: 15s}}}")
    stream = wire.routes["GET /x"][0].stream
    assert stream is not None
    assert (len(stream.messages), stream.retry_ms, stream.heartbeat_ms) == (1, 3_000, 15_000)


def test_a_body_of_null_is_a_body() -> None:
    assert "answer" in Route(answer=None).model_fields_set
    assert not set(BODIES) & Route().model_fields_set


def test_the_newest_job_has_a_word() -> None:
    assert JOB_SAID == "newest"
