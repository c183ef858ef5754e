"""Contact: what reached a document, what should have, and for how long nothing did."""

import pytest

from harness.facts.contact import Silence
from tests.tiny import BETA_MS, Tiny


def opened() -> Tiny:
    """A page that asks for news each second, and has had an answer at 1 s, 2 s and 3 s."""
    return Tiny(end=100).page(0).polls(1, 2, 3)


def silences(tiny: Tiny) -> list[tuple[int, float, int | None]]:
    return [(held.from_ms, held.until_ms, held.heard.at_ms if held.heard else None) for held in tiny.case().silences]


def test_news_are_answers_and_frames_and_no_errors() -> None:
    tiny = (
        opened().message(4, 4.1).request(5, 5.1, method="GET", status=502).request(6, 6.1, method="GET", fault="http")
    )
    assert [held.at_ms for held in tiny.case().contacts[0].heard] == [1_000, 2_000, 3_000, 4_100]


def test_without_a_fault_there_is_no_silence_however_long_nothing_comes() -> None:
    assert silences(opened()) == []
    assert silences(opened().request(4, None, method="GET", fault="aborted")) == []


def test_a_refused_question_is_silence_until_the_next_answer() -> None:
    tiny = opened().request(4, 4.1, method="GET", status=502, fault="http").request(6, 6.1, method="GET", status=500)
    assert silences(tiny.polls(8)) == [(4_000, 8_000, 3_000)]


def test_a_question_that_hangs_in_a_black_hole_is_silence_though_the_page_gave_up_on_it() -> None:
    tiny = opened().fault(3.5, 20).request(4, None, method="GET", fault="aborted").polls(21)
    assert silences(tiny) == [(4_000, 21_000, 3_000)]


def test_a_frame_that_was_lost_or_late_is_silence() -> None:
    assert silences(opened().message(4, None).message(9, 9.1)) == [(4_000, 9_100, 3_000)]
    late = 4 + BETA_MS / 1000 + 1
    assert silences(opened().message(4, late)) == []
    assert silences(opened().message(4, late + 0.001)) == [(4_000, 5_501, 3_000)]


def test_what_a_stream_of_the_document_before_would_have_brought_is_not_missed() -> None:
    tiny = Tiny(end=100).page(0).request(0.5, 1, method="GET", path="/api/events", via="websocket", id="7", status=101)
    tiny.message(3, 3.1, stream="7").page(5, "reload").polls(6)
    assert silences(tiny.message(7, None, stream="7")) == []
    assert silences(tiny.message(8, None, stream="8")) == [(8_000, 100_000, 6_000)]


def test_offline_is_silence_from_its_first_moment() -> None:
    assert silences(opened().fault(3.5, 20, "offline").polls(22)) == [(3_500, 22_000, 3_000)]


@pytest.mark.parametrize("kind", ["drop", "refused", "reset", "server_restart"])
def test_a_stream_that_ended_is_missed_and_a_page_that_asks_misses_nothing(kind: str) -> None:
    assert silences(opened().fault(4, 4, kind).polls(5)) == []
    tiny = Tiny().page(0).request(0.5, 1, method="GET", path="/api/events", via="eventsource", id="7", status=200)
    again = tiny.message(3, 3.1, stream="7").fault(4, 4, kind)
    again.request(6, 6.2, method="GET", path="/api/events?last=3", via="eventsource", status=200)
    assert silences(again) == [(4_000, 6_200, 3_100)]


def test_news_that_never_comes_again_is_silence_to_the_end_of_the_document() -> None:
    assert silences(opened().fault(3.5, 20, "offline")) == [(3_500, 100_000, 3_000)]
    assert silences(opened().fault(3.5, 20, "offline").page(50, "reload").polls(51)) == [(3_500, 50_000, 3_000)]


def test_a_document_that_never_heard_anything_says_so() -> None:
    assert silences(Tiny().page(0).fault(1, 20, "offline").polls(22)) == [(1_000, 22_000, None)]


def test_an_interruption_is_of_one_source_a_silence_of_all() -> None:
    tiny = opened().request(4, 4.1, method="GET", path="/api/history", status=502, fault="http").polls(5, 6, 7)
    tiny.request(11.9, 12, method="GET", path="/api/history?page=1", status=200)
    assert silences(tiny) == [(4_000, 5_000, 3_000)]
    assert tiny.case().contacts[0].interruptions() == [(4_000, 12_000)]


def test_a_lost_order_is_no_lost_news() -> None:
    assert silences(opened().request(4, None, fault="lost_response")) == []


def test_tabs_are_by_themselves() -> None:
    tiny = Tiny().page(0).page(0, tab=1).polls(1).message(4, None, tab=1).message(8, 8.1, tab=1)
    assert [(held.tab, held.from_ms) for held in tiny.case().silences] == [(1, 4_000)]


def test_a_silence_knows_how_long_it_lasts() -> None:
    assert Silence(tab=0, from_ms=4_000, until_ms=6_500, heard=None).lasts_ms == 2_500


@pytest.mark.parametrize("kind", ["buffered", "replayed", "reordered", "gap", "trickle"])
def test_what_a_fault_does_to_single_messages_they_tell_themselves(kind: str) -> None:
    tiny = opened().fault(3.5, 20, kind).message(4, 4.1).message(9, 14).message(14, 14.1)
    assert silences(tiny) == [(9_000, 14_000, 4_100)]
