"""offline-disclosed: ten seconds and the allowance until it is said; nothing of what is over in less than two."""

import pytest

from tests.laws.answers import answer, sentences
from tests.tiny import Tiny

LAW = "offline-disclosed"
NOTICE = "status|You are offline"


def cut(until: float = 40, *, from_: float = 10, end: float = 100) -> Tiny:
    """A page that asks each second, has its last answer at 9 s, and is cut off from 10 s on."""
    tiny = Tiny(end=end).page(0).accepted(total=50).started()
    tiny.polls(*range(2, int(from_))).fault(from_, until, "offline").polls(until + 1)
    return tiny.screen(2, "Publishing…", "0 of 50 items published")


def says(tiny: Tiny, at: float, until: float) -> Tiny:
    tiny.screen(at, "Publishing…", "0 of 50 items published", NOTICE)
    return tiny.screen(until, "Publishing…", "0 of 50 items published")


def test_a_page_that_says_so_in_time_passes() -> None:
    verdict = answer(LAW, says(cut(), 15, 41))
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


@pytest.mark.parametrize(("at", "verdict"), [(22.5, "passed"), (22.6, "failed")])
def test_the_deadline_is_ten_seconds_and_the_allowance_and_a_notice_may_be_drawn_anew(at: float, verdict: str) -> None:
    assert answer(LAW, says(cut(), at, 41)).verdict == verdict


def test_a_page_that_never_says_so_fails() -> None:
    verdict = answer(LAW, cut())
    assert [(finding.at_ms, finding.until_ms) for finding in verdict.findings] == [(20_500, 41_000)]
    assert sentences(verdict) == [
        (
            'job "Publish 50 items" at 20.5 s: the page did not say that it was out of touch; '
            "in truth nothing had reached it for 10 s (publishing item 1 of 50)."
        )
    ]


def test_a_notice_that_goes_while_it_lasts_fails() -> None:
    assert answer(LAW, says(cut(), 15, 30)).findings[0].at_ms == 30_000


@pytest.mark.parametrize("text", ["These numbers may be out of date", "Could not reach the server", "Reconnecting…"])
def test_any_words_for_it_will_do(text: str) -> None:
    tiny = cut().screen(15, "0 of 50 items published", text).screen(41, "0 of 50 items published")
    assert answer(LAW, tiny).verdict == "passed"


def test_a_silence_that_ends_before_the_deadline_is_free() -> None:
    assert answer(LAW, cut(18)).verdict == "not_exercised"
    assert answer(LAW, says(cut(18), 11, 19)).verdict == "not_exercised"


def short(lasts: float) -> Tiny:
    """Cut off at 10 s; the next answer comes so much later."""
    tiny = Tiny(end=60).page(0).accepted(total=50).started().polls(*range(2, 10))
    tiny.fault(10, 10 + lasts / 2, "offline").polls(10 + lasts, 13, 14)
    return tiny.screen(2, "Publishing…", "0 of 50 items published")


@pytest.mark.parametrize(("lasts", "verdict"), [(1.999, "failed"), (2.0, "not_exercised")])
def test_a_short_interruption_is_not_worth_a_word(lasts: float, verdict: str) -> None:
    assert answer(LAW, says(short(lasts), 10.5, 13)).verdict == verdict


def test_without_a_word_a_short_interruption_passes() -> None:
    assert answer(LAW, short(1)).verdict == "passed"
    told = sentences(answer(LAW, says(short(1), 10.5, 13)))[0]
    assert 'the page said "You are offline"; in truth the network was back at once' in told


def test_that_it_is_back_may_be_said() -> None:
    tiny = short(1).screen(10.9, "0 of 50 items published", "status|Back online")
    assert answer(LAW, tiny).verdict == "passed"


def test_one_source_that_stays_silent_is_no_short_interruption() -> None:
    tiny = Tiny(end=60).page(0).accepted(total=50).started().polls(*range(2, 30))
    tiny.request(10.5, 10.6, method="GET", path="/api/history", status=502, fault="http")
    tiny.request(25, 25.1, method="GET", path="/api/history", status=200)
    tiny.screen(2, "Publishing…", "0 of 50 items published")
    assert answer(LAW, says(tiny, 10.7, 25)).verdict == "not_exercised"


def test_a_job_that_is_over_has_no_news() -> None:
    tiny = Tiny(end=60).page(0).accepted().started().ended(5).polls(*range(2, 10)).fault(10, 40, "offline")
    assert answer(LAW, tiny.screen(5.1, "Published")).verdict == "not_exercised"


def test_nor_does_a_page_that_shows_no_job_owe_any() -> None:
    tiny = Tiny(end=60).page(0).accepted().started().polls(*range(2, 10)).fault(10, 40, "offline")
    assert answer(LAW, tiny.screen(2, "Welcome", title=None)).verdict == "not_exercised"


def test_a_hidden_tab_owes_nothing_until_it_is_shown() -> None:
    assert answer(LAW, cut().page(12, "hide")).verdict == "not_exercised"
    assert answer(LAW, cut().page(12, "hide").page(19, "show")).verdict == "not_exercised"


def test_a_silent_stream_counts_by_what_was_lost() -> None:
    tiny = Tiny(end=100).page(0).accepted(total=50).started().fault(9, 40)
    tiny.screen(2, "Publishing…", "0 of 50 items published").message(5, 5.1).message(10, None).message(42, 42.1)
    assert answer(LAW, tiny).findings[0].at_ms == 20_500
    quiet = Tiny(end=100).page(0).accepted(total=50).started().fault(9, 40)
    quiet.screen(2, "Publishing…", "0 of 50 items published").message(5, 5.1).message(42, 42.1)
    assert answer(LAW, quiet).verdict == "not_exercised"  # nothing was sent, and nothing missed


def test_each_tab_is_by_itself() -> None:
    tiny = says(cut(), 15, 41).page(1, tab=1)
    for at in range(2, 10):
        tiny.request(at - 0.1, at, method="GET", tab=1, status=200)
    tiny.screen(2, "Publishing…", "0 of 50 items published", tab=1)
    assert [finding.tab for finding in answer(LAW, tiny).findings] == [1]


def test_what_could_not_be_read_may_have_been_the_notice() -> None:
    tiny = cut().screen(15, "0 of 50 items published", "17 blue widgets of the small kind frobnicated")
    assert answer(LAW, tiny).verdict == "cant_tell"
