"""When the network kept news from the page, and how long that excuses."""

from dataclasses import replace

import pytest

from harness.facts.network_windows import excused, held_back, withheld
from harness.facts.spans import Span
from harness.trace.records import FaultWindow, Message, Request

BETA_MS = 100


def fault(kind: str, at_ms: int, end_ms: int) -> FaultWindow:
    return FaultWindow(kind=kind, at_ms=at_ms, end_ms=end_ms)


def request(sent_ms: int, answered_ms: int | None, struck: str | None = None, method: str = "GET") -> Request:
    return Request(
        id="1",
        tab=0,
        method=method,
        path="/api/jobs",
        sent_ms=sent_ms,
        arrived_ms=None,
        answered_ms=answered_ms,
        status=None,
        fault=struck,
        via="fetch",
    )


def message(sent_ms: int, delivered_ms: int | None) -> Message:
    return Message(stream="1", tab=0, sent_ms=sent_ms, delivered_ms=delivered_ms, event=None, bytes=1)


def windows(
    faults: tuple[FaultWindow, ...] = (), requests: tuple[Request, ...] = (), messages: tuple[Message, ...] = ()
) -> list[Span]:
    return withheld(faults, requests, messages, BETA_MS)


def test_a_fault_withholds_for_as_long_as_it_lasts() -> None:
    assert windows((fault("blackhole", 10, 50), fault("drop", 70, 70))) == [(10, 50), (70, 71)]


def test_a_fault_on_requests_withholds_only_what_it_strikes() -> None:
    assert windows((fault("http", 0, 9_000),)) == []
    assert windows((fault("http", 0, 9_000),), (request(100, 140, "http"),)) == [(100, 140)]


def test_a_lost_answer_is_back_at_once_or_at_the_faults_end() -> None:
    assert windows(requests=(request(100, None, "lost_response"),)) == [(100, 101)]
    assert windows((fault("offline", 50, 900),), (request(100, None, "offline"),)) == [(50, 900)]


def test_what_the_page_broke_off_and_what_was_slow_is_withheld_by_nobody() -> None:
    assert windows(requests=(request(100, None, "aborted"), request(100, 60_000))) == []


def test_what_the_page_gave_up_on_while_answers_were_being_lost_was_withheld() -> None:
    losing = (fault("lost_response", 50, 900),)
    assert windows(losing, (request(100, None, "aborted"),)) == [(100, 101)]
    assert windows(losing, (request(1_000, None, "aborted"),)) == []
    assert windows(losing, (request(100, None, "aborted", "POST"),)) == []  # an order brings no news


def test_a_frame_that_was_lost_or_came_late_was_withheld() -> None:
    assert windows(messages=(message(100, None), message(500, 590), message(5_000, 8_000))) == [
        (100, 101),
        (5_000, 8_000),
    ]


def test_the_excuse_lasts_five_seconds_and_the_allowance_longer() -> None:
    assert excused([(10, 50), (2_000, 2_001)], BETA_MS) == [(10, 7_101)]


def test_a_gap_withholds_from_what_it_lost_until_something_arrives_after_it() -> None:
    gap = fault("gap", 1_000, 9_000)
    assert windows((gap,)) == []
    assert windows((gap,), messages=(message(500, 510), message(9_500, 9_510))) == []
    lost = (message(2_000, None), message(5_000, None))
    assert windows((gap,), messages=lost) == [(2_000, 9_000)]
    assert windows((gap,), messages=(*lost, message(12_000, 12_020))) == [(2_000, 12_020)]


def test_what_is_held_is_withheld_for_that_long_and_what_comes_twice_is_not() -> None:
    held = (message(2_000, 6_000), message(4_000, 4_010))
    assert windows((fault("reordered", 1_000, 9_000),), messages=held) == [(2_000, 6_000)]
    twice = (message(2_000, 2_010), message(2_000, 2_011))
    assert windows((fault("replayed", 1_000, 9_000),), messages=twice) == []


@pytest.mark.parametrize(("via", "status"), [("eventsource", 200), ("websocket", 101)])
def test_a_buffer_withholds_for_as_long_as_it_lasts_from_a_page_that_listens(via: str, status: int) -> None:
    buffer = fault("buffered", 1_000, 9_000)
    listens = replace(request(500, 510), via=via, status=status)
    assert windows((buffer,), (listens,)) == [(1_000, 9_000)]
    others = (request(500, 510), replace(listens, status=404), replace(listens, sent_ms=9_000, answered_ms=9_010))
    assert windows((buffer,), others) == []


def test_a_message_that_was_overtaken_excuses_until_it_came_and_nothing_else_does() -> None:
    window = fault("reordered", 1_000, 9_000)
    messages = (message(500, 900), message(2_000, 2_900), message(3_000, None), message(9_000, 9_700))
    assert held_back((window,), messages, BETA_MS) == [(2_000, 3_000)]
    assert held_back((fault("buffered", 1_000, 9_000),), messages, BETA_MS) == []


def test_what_breaks_and_slows_the_link_withholds_for_as_long_as_it_lasts() -> None:
    breaking = (fault("reset", 10, 10), fault("server_restart", 30, 30), fault("refused", 50, 60))
    assert windows((*breaking, fault("trickle", 70, 90))) == [(10, 11), (30, 31), (50, 60), (70, 90)]
