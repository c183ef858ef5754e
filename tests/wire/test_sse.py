"""Frames become the text that a browser's EventSource reads."""

from harness.wire.base import Frame
from harness.wire.sse import encode


def test_an_event_has_id_event_and_data_and_ends_with_a_blank_line() -> None:
    frame = Frame(sent_ms=1, id="17", event="item.succeeded", data='{"a":1}')
    assert encode(frame) == 'id: 17\nevent: item.succeeded\ndata: {"a":1}\n\n'


def test_every_line_of_the_data_has_its_own_field() -> None:
    assert encode(Frame(sent_ms=1, data="one\ntwo")) == "data: one\ndata: two\n\n"


def test_an_event_without_data_still_has_a_data_field_for_else_it_is_never_dispatched() -> None:
    assert encode(Frame(sent_ms=1, event="ping")) == "event: ping\ndata: \n\n"


def test_a_frame_that_only_sets_the_reconnection_time_dispatches_nothing() -> None:
    assert encode(Frame(sent_ms=1, retry_ms=2_000)) == "retry: 2000\n\n"


def test_a_comment_stands_before_everything() -> None:
    assert encode(Frame(sent_ms=1, comment="still here", id="3", data="x")) == ": still here\nid: 3\ndata: x\n\n"
