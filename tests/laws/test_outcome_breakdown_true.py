"""outcome-breakdown-true."""

from typing import Any

import pytest

from tests.laws.answers import answer, answers, sentences
from tests.tiny import Tiny

LAW = "outcome-breakdown-true"
TITLE = "Publish 10 items"


def mixed(**rest: Any) -> Tiny:
    """Six items succeed, three fail, one is skipped; the run ends at 12 s."""
    tiny = Tiny(**rest).accepted(total=10).started()
    for number in range(1, 7):
        tiny.item(2 + number, number)
    for number in range(7, 10):
        tiny.item(2 + number, number, "failed")
    return tiny.item(12, 10, "skipped").ended(12, "partial", succeeded=6, failed=3, skipped=1).screen(2, "Publishing…")


@pytest.mark.parametrize(
    "lines",
    [
        ["6 succeeded, 3 failed, 1 skipped"],
        ["Finished with problems. 6 of 10 items published, 3 failed and one was left out."],
        ["6 items published", "3 items failed because of a missing ID", "1 item skipped"],
    ],
)
def test_the_numbers_together_and_true_pass(lines: list[str]) -> None:
    verdict = answer(LAW, mixed().screen(12.1, *lines))
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


def test_swapped_numbers_fail() -> None:
    verdict = answer(LAW, mixed().screen(12.1, "6 succeeded, 1 failed, 3 skipped"))
    assert sentences(verdict) == [
        (
            'job "Publish 10 items" at 13.5 s: the page said "6 succeeded, 1 failed, 3 skipped"; '
            "in truth it had ended: 6 succeeded, 3 failed, 1 skipped."
        )
    ]


def test_a_number_left_out_fails() -> None:
    verdict = answer(LAW, mixed().screen(12.1, "Finished with problems", "6 succeeded"))
    assert sentences(verdict) == [
        (
            'job "Publish 10 items" at 13.5 s: the page did not say how many items failed and were skipped; '
            "in truth it had ended: 6 succeeded, 3 failed, 1 skipped."
        )
    ]


def test_numbers_that_never_stand_together_fail() -> None:
    tiny = mixed().screen(12.1, "6 succeeded, 3 failed").screen(13, "1 skipped")
    assert answer(LAW, tiny).verdict == "failed"


def test_what_is_none_may_be_left_out_and_must_not_be_another_number() -> None:
    def two_ends(text: str) -> Tiny:
        tiny = Tiny().accepted(total=2).started().item(3, 1).item(4, 2, "failed")
        return tiny.ended(4, "partial", succeeded=1, failed=1).screen(2, "Publishing…").screen(4.1, text)

    assert answer(LAW, two_ends("1 succeeded, 1 failed")).verdict == "passed"
    assert answer(LAW, two_ends("1 succeeded, 1 failed, 0 skipped")).verdict == "passed"
    assert answer(LAW, two_ends("1 succeeded, 1 failed, 2 skipped")).verdict == "failed"


def test_a_run_in_which_all_came_to_one_end_is_not_judged() -> None:
    tiny = Tiny().accepted(total=2).started().item(3, 1).item(4, 2).ended(4, succeeded=2).screen(2, "Publishing…")
    assert answer(LAW, tiny.screen(4.1, "Published")).verdict == "not_exercised"
    going = Tiny().accepted(total=3).started().item(3, 1).item(4, 2, "failed").screen(2, "1 succeeded, 1 failed")
    assert answer(LAW, going).verdict == "not_exercised"


def test_what_was_not_attempted_counts_too() -> None:
    def cancelled(*lines: str) -> Tiny:
        tiny = Tiny().accepted(total=10).started().item(3, 1).item(4, 2).event(5, "run.cancelling", mode="immediate")
        tiny.ended(5, "cancelled", succeeded=2, kept=2)
        return tiny.screen(2, "Publishing…").screen(5.1, "Cancelled", *lines)

    assert answer(LAW, cancelled("2 succeeded, 8 not attempted")).verdict == "passed"
    assert answer(LAW, cancelled("2 of 10 published, 0 failed. 8 items were not processed.")).verdict == "passed"
    assert sentences(answer(LAW, cancelled("2 succeeded"))) == [
        (
            'job "Publish 10 items" at 6.5 s: the page did not say how many items were not attempted; '
            "in truth it was cancelled: 2 succeeded, 8 not attempted."
        )
    ]


def test_the_deadline_is_one_second_and_beta_after_the_end() -> None:
    told = "6 succeeded, 3 failed, 1 skipped"
    assert answer(LAW, mixed().screen(13.4, told)).verdict == "passed"
    assert answer(LAW, mixed().screen(13.6, told)).verdict == "failed"
    assert answer(LAW, mixed(beta_ms=900).screen(13.8, told)).verdict == "passed"


def test_while_the_network_is_silent_the_page_has_longer() -> None:
    told = "6 succeeded, 3 failed, 1 skipped"
    assert answer(LAW, mixed().fault(10, 20).screen(25.4, told)).verdict == "passed"
    assert answer(LAW, mixed().fault(10, 20).screen(25.6, told)).verdict == "failed"


def test_what_was_told_before_the_page_was_turned_is_told() -> None:
    tiny = mixed().screen(12.6, "6 succeeded, 3 failed, 1 skipped").screen(12.9, "Welcome", title=None)
    assert answer(LAW, tiny).verdict == "passed"


def test_a_reload_or_a_hidden_tab_takes_the_opportunity_away() -> None:
    assert answer(LAW, mixed().step(12.5, "reload").page(12.5, "reload")).verdict == "not_exercised"
    assert answer(LAW, mixed().page(11, "hide")).verdict == "not_exercised"


def test_the_trial_must_go_on_beyond_the_deadline() -> None:
    assert answer(LAW, mixed(end=13)).verdict == "not_exercised"


def test_a_row_of_a_list_owes_no_numbers() -> None:
    tiny = Tiny().accepted(total=2).started().item(3, 1).item(4, 2, "failed").ended(4, "partial", succeeded=1, failed=1)
    assert answer(LAW, tiny.row(2, "Finished with problems", "Publish 2 items")).verdict == "not_observable"


def test_numbers_by_cause_alone_are_doubt() -> None:
    tiny = mixed().screen(
        12.1, "6 succeeded, 1 skipped", "2 failed because of a missing ID", "1 failed due to a timeout"
    )
    assert "told by their causes only" in (answer(LAW, tiny).why or "")
    assert answer(LAW, tiny).verdict == "cant_tell"


def test_a_number_that_cannot_be_read_is_doubt_and_a_word_is_none() -> None:
    number = mixed().screen(12.1, "6 succeeded, 1 skipped", "3 blue widgets of the small kind frobnicated")
    assert answer(LAW, number).verdict == "cant_tell"
    assert answer(LAW, mixed().screen(12.1, "6 succeeded, 1 skipped", "Skipped stuck")).verdict == "failed"


def test_each_tab_and_each_job_is_judged_by_itself() -> None:
    told = "6 succeeded, 3 failed, 1 skipped"
    two = mixed().page(0, tab=1).screen(2, "Publishing…", tab=1).screen(12.1, told).screen(12.1, told, tab=1)
    assert answer(LAW, two).judged == 2
    wrong = mixed().page(0, tab=1).screen(2, "Publishing…", tab=1).screen(12.1, told).screen(12.1, "Published", tab=1)
    assert [finding.tab for finding in answer(LAW, wrong).findings] == [1]
    other = mixed().accepted(3, job="import-1", title="Import 4 items", total=4).screen(12.1, told)
    assert answer(LAW, other).verdict == "passed"


def test_a_wrong_number_of_the_end_is_told_once() -> None:
    held = answers(mixed().screen(12.1, "6 succeeded, 1 failed, 3 skipped"))
    assert held["count-true"].verdict == "failed"
    assert held["count-true"].under == LAW


def test_a_number_that_the_back_end_never_tells_is_not_asked() -> None:
    def verdict(line: str, *facts: str) -> str:
        return answer(LAW, mixed().untold(*facts).screen(12.1, line)).verdict.value

    assert verdict("6 succeeded, 3 failed") == "failed"
    assert verdict("6 succeeded, 3 failed", "skipped") == "passed"
    assert verdict("6 succeeded, 3 failed, 2 skipped", "skipped") == "failed"
    assert verdict("Finished with problems", "skipped") == "failed"


def test_of_a_back_end_that_tells_none_of_the_numbers_it_cannot_be_judged() -> None:
    facts = ("succeeded", "failed", "skipped")
    verdict = answer(LAW, mixed().untold(*facts).screen(12.1, "Finished with problems"))
    assert (verdict.verdict, verdict.why) == (
        "not_observable",
        "the back end never tells how many succeeded and how many failed and how many were skipped",
    )
    assert answer(LAW, mixed().untold(*facts).screen(12.1, "5 succeeded, 4 failed")).verdict == "failed"
