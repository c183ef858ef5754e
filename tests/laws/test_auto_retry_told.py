"""auto-retry-told."""

from typing import Any

import pytest

from tests.laws.answers import answer, sentences
from tests.tiny import Tiny

LAW = "auto-retry-told"
RUNNING = "2 of 10 items processed"
CLOCK = "Next attempt at 09:00:30."


def retrying(*, next_at: float = 12, **rest: Any) -> Tiny:
    """Item 3 fails at 6 s, waits until ``next_at`` and succeeds 2 s later, on its second attempt."""
    tiny = Tiny(end=60, **rest).accepted(total=10).started().item(3, 1).item(4, 2).retrying(6, 3, 2, next_at)
    tiny.resumed(next_at, 3, 2).item(next_at + 2, 3, attempt=2)
    return tiny.screen(2, RUNNING)


@pytest.mark.parametrize(
    "line",
    [
        "Retrying 1 item, attempt 2 of 3.",
        "Trying again (attempt 2 of 3)",
        "Trying again: second attempt",
        "Retry 1 of 2",
        "1 item · attempt 2",
    ],
)
def test_the_attempt_told_in_time_passes(line: str) -> None:
    verdict = answer(LAW, retrying().screen(6.1, RUNNING, line).screen(14.1, RUNNING))
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


def test_a_page_that_goes_on_as_if_nothing_was_fails() -> None:
    assert sentences(answer(LAW, retrying())) == [
        (
            'job "Publish 10 items" at 7.5 s: the page did not say that it tries again; '
            "in truth it was trying 1 item again, attempt 2 of 3, the next at 12.0 s."
        )
    ]


def test_that_it_tries_again_without_which_attempt_fails() -> None:
    assert sentences(answer(LAW, retrying().screen(6.1, RUNNING, "Retrying 1 item"))) == [
        (
            'job "Publish 10 items" at 7.5 s: the page said that it tries again, and not which attempt it is; '
            "in truth it was trying 1 item again, attempt 2 of 3, the next at 12.0 s."
        )
    ]


@pytest.mark.parametrize(
    ("between", "verdict"), [("1 item will be tried again, attempt 2 of 3.", "passed"), ("", "failed")]
)
def test_a_sentence_that_stands_for_less_than_a_frame_is_no_silence(between: str, verdict: str) -> None:
    tiny = retrying().screen(6.1, RUNNING, "Retrying 1 item, attempt 2 of 3.")
    tiny.screen(9.002, RUNNING, between).screen(9.012, RUNNING, between and "Trying 1 item again, attempt 2 of 3.")
    tiny.screen(9.026, RUNNING, "Retrying 1 item, attempt 2 of 3.").screen(14.1, RUNNING)
    assert answer(LAW, tiny).verdict == verdict


def test_what_stands_for_less_than_a_frame_is_not_what_the_page_said() -> None:
    tiny = retrying().screen(6.1, RUNNING, "Retrying 1 item, attempt 2 of 3.")
    tiny.screen(9, RUNNING, "Attempt 3 of 3").screen(9.01, RUNNING)
    assert "the page did not say that it tries again" in sentences(answer(LAW, tiny))[0]


def test_where_no_page_can_know_the_attempt_that_it_tries_again_is_enough() -> None:
    def verdict(*lines: str) -> str:
        return answer(LAW, retrying().untold("attempt").screen(6.1, RUNNING, *lines)).verdict.value

    assert verdict("Retrying 1 item") == "passed"
    assert verdict() == "failed"
    assert verdict("Retrying 1 item", "Attempt 3 of 3") == "failed"


def test_where_no_page_can_know_the_next_attempt_its_time_is_not_asked() -> None:
    told = retrying(next_at=30).screen(6.1, RUNNING, "Retrying 1 item, attempt 2 of 3.")
    assert answer(LAW, told).verdict == "failed"
    assert answer(LAW, told.untold("next")).verdict == "passed"


@pytest.mark.parametrize("line", ["Attempt 1 of 3", "Attempt 3 of 3", "Attempt 2 of 5"])
def test_another_attempt_or_another_most_fails(line: str) -> None:
    verdict = answer(LAW, retrying().screen(6.1, RUNNING, line))
    assert sentences(verdict)[0].startswith(f'job "Publish 10 items" at 7.5 s: the page said "{line}"; in truth it was')


def test_an_attempt_of_the_past_beside_the_true_one_does_no_harm() -> None:
    tiny = retrying().screen(6.1, RUNNING, "Attempt 1 failed", "Attempt 2 of 3").screen(14.1, RUNNING)
    assert answer(LAW, tiny).verdict == "passed"


def test_of_several_items_either_attempt_will_do() -> None:
    tiny = Tiny(end=60).accepted(total=10).started().retrying(6, 3, 2, 12).retrying(6.1, 4, 3, 13)
    tiny.resumed(12, 3, 2).item(12.5, 3, attempt=2).resumed(13, 4, 3).item(14, 4, attempt=3)
    tiny.screen(6.2, RUNNING, "Attempt 2 of 3").screen(9, RUNNING, "Attempt 3 of 3")
    assert answer(LAW, tiny).verdict == "passed"


def test_the_deadline_is_one_second_and_beta_after_the_wait_began() -> None:
    assert answer(LAW, retrying().screen(7.4, RUNNING, "Attempt 2 of 3")).verdict == "passed"
    assert answer(LAW, retrying().screen(7.6, RUNNING, "Attempt 2 of 3")).verdict == "failed"
    assert answer(LAW, retrying(beta_ms=1_000).screen(7.9, RUNNING, "Attempt 2 of 3")).verdict == "passed"


def test_the_attempt_is_owed_until_it_is_over() -> None:
    gone = retrying().screen(6.1, RUNNING, "Attempt 2 of 3").screen(9, RUNNING)
    assert answer(LAW, gone).findings[0].at_ms == 9_000
    blink = (
        retrying().screen(6.1, RUNNING, "Attempt 2 of 3").screen(9, RUNNING).screen(9.015, RUNNING, "Attempt 2 of 3")
    )
    assert answer(LAW, blink).verdict == "passed"


def test_an_attempt_that_is_old_by_less_than_beta_is_true() -> None:
    def third(shown: float) -> Tiny:
        tiny = Tiny(end=60).accepted(total=10).started().retrying(6, 3, 2, 8).resumed(8, 3, 2).retrying(9, 3, 3, 12)
        tiny.resumed(12, 3, 3).item(14, 3, attempt=3)
        return tiny.screen(6.1, RUNNING, "Attempt 2 of 3").screen(shown, RUNNING, "Attempt 3 of 3")

    assert answer(LAW, third(9.4)).verdict == "passed"
    assert answer(LAW, third(9.6)).findings[0].at_ms == 9_500


def test_a_wait_too_short_to_be_told_is_not_judged() -> None:
    tiny = Tiny(end=60).accepted(total=10).started().retrying(6, 3, 2, 7).resumed(7, 3, 2).item(7.4, 3, attempt=2)
    assert answer(LAW, tiny.screen(2, RUNNING)).verdict == "not_exercised"


def test_a_first_attempt_and_a_run_that_stands_still_are_no_retry() -> None:
    assert answer(LAW, Tiny().accepted(total=10).started().item(3, 1).screen(2, RUNNING)).verdict == "not_exercised"
    for what in ("run.paused", "run.cancelling"):
        tiny = Tiny(end=60).accepted(total=10).started().retrying(6, 3, 2, 40)
        tiny.event(6.5, what, reason="maintenance", until_ms=None, mode="immediate")
        assert answer(LAW, tiny.screen(2, RUNNING)).verdict == "not_exercised"


@pytest.mark.parametrize(
    "line",
    [
        CLOCK,
        "The next attempt is at 9:00:29.",
        "Next attempt at 09:00.",
        "Next try: 09:00:32, automatically",
    ],
)
def test_a_long_wait_with_its_time_passes(line: str) -> None:
    tiny = retrying(next_at=30).screen(6.1, RUNNING, f"Attempt 2 of 3. {line}")
    assert answer(LAW, tiny.screen(30.1, RUNNING, "Attempt 2 of 3")).verdict == "passed"


def test_a_long_wait_without_its_time_fails_and_a_short_one_needs_none() -> None:
    assert sentences(answer(LAW, retrying(next_at=16.1).screen(6.1, RUNNING, "Attempt 2 of 3"))) == [
        (
            'job "Publish 10 items" at 7.5 s: the page did not say when the next attempt comes; '
            "in truth it was trying 1 item again, attempt 2 of 3, the next at 16.1 s."
        )
    ]
    assert answer(LAW, retrying(next_at=16).screen(6.1, RUNNING, "Attempt 2 of 3")).verdict == "passed"


def test_another_time_fails_beyond_two_seconds_and_its_own_unit() -> None:
    def told(time: str) -> str:
        return answer(
            LAW, retrying(next_at=30).screen(6.1, RUNNING, f"Attempt 2 of 3. Next attempt at {time}.")
        ).verdict

    assert [told("09:00:33"), told("09:00:34"), told("09:00:27"), told("09:00:26")] == ["passed", "failed"] * 2
    assert [told("09:01"), told("09:02")] == ["passed", "failed"]


def test_a_countdown_is_true_as_long_as_it_is_kept() -> None:
    kept = retrying(next_at=30)
    for second in range(7, 28):
        kept.screen(second, RUNNING, f"Attempt 2 of 3, next in {30 - second} s")
    assert answer(LAW, kept.screen(28.1, RUNNING, "Attempt 2 of 3")).verdict == "passed"
    stuck = retrying(next_at=30).screen(7, RUNNING, "Attempt 2 of 3, next in 23 s")
    assert answer(LAW, stuck).findings[0].at_ms == 10_500


def test_while_the_network_is_silent_nothing_is_owed() -> None:
    assert answer(LAW, retrying().fault(5, 9)).verdict == "not_exercised"
    assert answer(LAW, retrying(next_at=20).fault(5, 9)).findings[0].at_ms == 14_500


def test_a_hidden_tab_and_one_that_has_turned_away_owe_nothing() -> None:
    assert answer(LAW, retrying().page(5, "hide")).verdict == "not_exercised"
    assert answer(LAW, retrying().screen(5, "Your catalogue", title=None)).verdict == "not_exercised"


def test_each_tab_and_each_job_is_judged_by_itself() -> None:
    told = retrying().page(0, tab=1).screen(2, RUNNING, tab=1).screen(6.1, RUNNING, "Attempt 2 of 3")
    assert [finding.tab for finding in answer(LAW, told.screen(14.1, RUNNING)).findings] == [1]
    other = retrying().accepted(3, job="import-1", title="Import 4 items", total=4).started(3.1, "import-1")
    assert answer(LAW, other.screen(6.1, RUNNING, "Attempt 2 of 3").screen(14.1, RUNNING)).judged == 1


def test_a_row_of_a_list_owes_no_attempt() -> None:
    tiny = Tiny(end=60).accepted(total=10).started().retrying(6, 3, 2, 12).resumed(12, 3, 2).item(14, 3, attempt=2)
    assert answer(LAW, tiny.row(2, "Running")).verdict == "not_observable"


def test_a_sentence_about_trying_that_cannot_be_read_is_doubt() -> None:
    tiny = retrying().screen(6.1, RUNNING, "2 frobnications are attempted by the small widget anew")
    assert answer(LAW, tiny).verdict == "cant_tell"
    assert answer(LAW, retrying().screen(6.1, RUNNING, "17 blue widgets frobnicated")).verdict == "failed"
