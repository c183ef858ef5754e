"""frozen-and-stamped: nothing moves without news, and what stands says from when it is."""

import pytest

from tests.laws.answers import answer, answers, sentences
from tests.tiny import Tiny

LAW = "frozen-and-stamped"


def cut(until: float = 40, end: float = 100) -> Tiny:
    """An item ends each second from 3 s on. The page hears of it until 9.1 s, and is cut off from 10 s on."""
    tiny = Tiny(end=end).page(0).accepted(total=50).started()
    for number in range(1, 40):
        tiny.item(2 + number, number)
    tiny.polls(*(second + 0.1 for second in range(2, 10))).fault(10, until, "offline").polls(until + 1)
    for number in range(1, 8):
        tiny.screen(2.15 + number, *lines(number))
    return tiny


def lines(number: int, stamp: str | None = "Updated 09:00:{:02}") -> tuple[str, ...]:
    told = ("Publishing…", f"{number} of 50 items published")
    return told if stamp is None else (*told, stamp.format(number + 2))


def test_a_page_that_stands_still_and_says_of_when_it_is_passes() -> None:
    verdict = answer(LAW, cut())
    assert (verdict.verdict, verdict.judged) == ("passed", 2)


@pytest.mark.parametrize(
    ("stamp", "verdict"),
    [
        ("Updated 09:00:09", "passed"),
        ("Updated 09:00:11", "passed"),
        ("Updated 09:00:12", "failed"),
        ("Updated 09:00:07", "passed"),
        ("Updated 09:00:05", "failed"),
        ("Updated 9:00", "passed"),
        ("Updated 8:59", "failed"),
        ("You are offline. What you see is from 09:00:09.", "passed"),
        ("No news since 09:00:09", "passed"),
    ],
)
def test_the_age_is_right_within_two_seconds_of_the_last_update(stamp: str, verdict: str) -> None:
    assert answer(LAW, cut().screen(10.5, *lines(7, None), stamp)).verdict == verdict


def test_a_page_without_an_age_fails_at_the_deadline() -> None:
    verdict = answer(LAW, cut().screen(10.5, *lines(7, None)))
    assert [(finding.at_ms, finding.until_ms) for finding in verdict.findings] == [(20_500, 41_000)]
    assert sentences(verdict) == [
        (
            'job "Publish 50 items" at 20.5 s: the page did not say how old its values were; '
            "in truth the last update had come at 9.1 s."
        )
    ]


def test_an_age_that_is_kept_up_passes_and_one_that_stands_grows_false() -> None:
    tiny = cut()
    for second in range(11, 40):
        tiny.screen(second, *lines(7, None), f"Updated {second - 9} s ago")
    assert answer(LAW, tiny).verdict == "passed"
    verdict = answer(LAW, cut().screen(11, *lines(7, None), "Updated 2 s ago"))
    assert 'the page said "Updated 2 s ago"' in sentences(verdict)[0]


def test_just_now_is_true_for_a_minute() -> None:
    assert answer(LAW, cut(50).screen(11, *lines(7, None), "Updated just now")).verdict == "passed"
    assert answer(LAW, cut(80).screen(11, *lines(7, None), "Updated just now")).verdict == "failed"


def test_a_stamp_that_runs_on_with_the_clock_fails() -> None:
    tiny = cut()
    for second in range(10, 40):
        tiny.screen(second, *lines(7, None), f"Updated 09:00:{second}")
    assert answer(LAW, tiny).verdict == "failed"


@pytest.mark.parametrize(
    ("later", "verdict"),
    [
        ("7 of 50 items published", "passed"),
        ("6 of 50 items published", "passed"),
        ("12 of 50 items published", "failed"),
        ("Completed", "failed"),
        ("Failed", "failed"),
        ("14 %", "passed"),
    ],
)
def test_nothing_new_is_shown_without_news(later: str, verdict: str) -> None:
    assert answer(LAW, cut().screen(15, "Publishing…", later, "Updated 09:00:09")).verdict == verdict


def test_a_share_that_runs_on_fails() -> None:
    tiny = cut().screen(9.2, "14 %", "Updated 09:00:09").screen(15, "15 %", "Updated 09:00:09")
    assert answer(LAW, tiny).verdict == "passed"  # rounded in another way
    assert answer(LAW, tiny.screen(20, "16 %", "Updated 09:00:09")).verdict == "failed"


@pytest.mark.parametrize(("at", "verdict"), [(11.0, "passed"), (11.2, "failed")])
def test_what_came_last_may_still_be_drawn_for_two_seconds(at: float, verdict: str) -> None:
    assert (
        answer(LAW, cut().screen(at, "Publishing…", "12 of 50 items published", "Updated 09:00:09")).verdict == verdict
    )


def test_a_short_silence_is_judged_for_what_moves_only() -> None:
    verdict = answer(LAW, cut(13).screen(10.5, *lines(7, None)))
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


def test_what_the_person_did_meanwhile_is_another_matter() -> None:
    assert answer(LAW, cut().press(14).screen(15, "Completed", "Updated 09:00:09")).judged == 1


def test_without_a_silence_or_a_job_there_is_nothing_to_judge() -> None:
    calm = Tiny(end=60).page(0).accepted(total=50).started().polls(3, 4, 5).screen(3, *lines(0))
    assert answer(LAW, calm).verdict == "not_exercised"
    over = (
        Tiny(end=60).page(0).accepted().started().ended(5).polls(3, 6).fault(10, 40, "offline").screen(6, "Published")
    )
    assert answer(LAW, over).verdict == "not_exercised"


def test_a_hidden_tab_shows_nothing() -> None:
    assert answer(LAW, cut().page(10.5, "hide")).verdict == "not_exercised"


def test_a_day_without_a_time_and_what_cannot_be_read_are_doubt() -> None:
    assert answer(LAW, cut().screen(10.5, *lines(7, None), "Updated 2026-01-05")).verdict == "cant_tell"
    odd = "17 blue widgets of the small kind frobnicated"
    assert answer(LAW, cut().screen(10.5, *lines(7, None), odd)).verdict == "cant_tell"


def test_each_tab_is_by_itself() -> None:
    tiny = cut().page(1, tab=1)
    for at in range(2, 10):
        tiny.request(at, at + 0.1, method="GET", tab=1, status=200)
    tiny.screen(9.2, *lines(7, None), tab=1)
    assert [finding.tab for finding in answer(LAW, tiny).findings] == [1]


def test_a_page_that_does_not_say_that_it_is_out_of_touch_is_told_by_that() -> None:
    told = answers(cut().screen(10.5, *lines(7, None)))
    assert (told["offline-disclosed"].verdict, told[LAW].under) == ("failed", "offline-disclosed")


def test_an_end_that_is_made_up_is_told_by_it() -> None:
    told = answers(cut().screen(15, "Completed", "status|You are offline", "Updated 09:00:09"))
    assert (told[LAW].verdict, told["no-premature-terminal"].under) == ("failed", LAW)
