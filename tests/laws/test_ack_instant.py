"""ack-instant: a sign within a tenth of a second, whatever the sign; a busy control needs no second one."""

from typing import Any

import pytest

from tests.laws.answers import answer, sentences
from tests.tiny import Tiny

LAW = "ack-instant"
BUTTON: dict[str, Any] = {"role": "button", "kids": ["Publish 10 items"]}
BUSY: dict[str, Any] = {"role": "button", "kids": ["Sending…"]}


def page(**rest: Any) -> Tiny:
    nodes: dict[str, dict[str, Any]] = {
        "1": {"role": "generic", "kids": [2]},
        "2": {"role": "main", "kids": [10, 11]},
        "10": BUTTON,
        "11": {"role": "status", "kids": []},
    }
    return Tiny(end=30, **rest).nodes(1, nodes)


def busy(tiny: Tiny, at: float) -> Tiny:
    return tiny.nodes(at, {"10": BUSY})


def test_a_control_that_changes_at_once_passes() -> None:
    verdict = answer(LAW, busy(page().press(5), 5))
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


@pytest.mark.parametrize(("after", "verdict"), [(0.1, "passed"), (0.101, "cant_tell"), (0.15, "cant_tell")])
def test_the_edges(after: float, verdict: str) -> None:
    assert answer(LAW, busy(page().press(5), 5 + after)).verdict == verdict


@pytest.mark.parametrize(("shown", "verdict"), [(5.6, "passed"), (5.9, "passed"), (6, "failed")])
def test_the_page_answers_the_file_and_not_the_systems_own_dialog(shown: float, verdict: str) -> None:
    assert answer(LAW, busy(page().step(5, "choose-file", done=5.8).press(5), shown)).verdict == verdict


def test_a_control_that_waits_for_the_answer_fails() -> None:
    verdict = answer(LAW, busy(page().step(5, "submit", "publish").press(5), 5.9))
    assert verdict.findings[0].until_ms == 5_900
    assert sentences(verdict) == [
        (
            'job "publish" at 5.2 s: the page showed no sign that "Publish 10 items" had been pressed; '
            "in truth the first change came 900 ms after it."
        )
    ]


def test_nothing_at_all_fails() -> None:
    verdict = answer(LAW, page().press(5))
    assert "nothing changed for ten seconds" in sentences(verdict)[0]


def test_a_number_that_counts_on_is_no_sign_and_a_word_to_listen_to_is_one() -> None:
    counting = page().nodes(2, {"11": {"role": "status", "kids": ["3 of 10"]}}).press(5)
    assert answer(LAW, counting.nodes(5.05, {"11": {"role": "status", "kids": ["4 of 10"]}})).verdict == "failed"
    assert answer(LAW, page().press(5).says(5.05, "Sending")).verdict == "passed"


def test_a_second_press_while_it_is_busy_is_no_opportunity() -> None:
    double = busy(page().press(5), 5).press(5.2, part="again")
    assert answer(LAW, double).judged == 1
    sent = busy(page().press(5).request(5, 9), 5).press(7)
    assert answer(LAW, sent).judged == 1


def test_a_press_after_the_answer_is_an_opportunity_of_its_own() -> None:
    again = busy(page().press(5).request(5, 6), 5).nodes(6, {"10": BUTTON}).press(8)
    verdict = answer(LAW, again)
    assert (verdict.verdict, verdict.judged) == ("failed", 2)


def test_a_press_again_where_the_first_showed_nothing_is_one_too() -> None:
    assert len(answer(LAW, page().press(5).request(5, 9).press(7)).findings) == 2


def test_a_disabled_control_is_no_opportunity() -> None:
    tiny = page().nodes(2, {"10": {**BUTTON, "enabled": False}}).press(5)
    assert answer(LAW, tiny).verdict == "not_exercised"


def test_a_hidden_tab_and_the_trial_s_end_are_none_either() -> None:
    assert answer(LAW, page().page(4, "hide").press(5)).verdict == "not_exercised"
    assert answer(LAW, page().press(29.85)).verdict == "not_exercised"
    assert answer(LAW, page().press(29.84)).verdict == "failed"


def test_what_no_tree_holds_cannot_be_observed() -> None:
    assert answer(LAW, page().press(5, node=None)).verdict == "not_observable"


def test_each_tab_is_by_itself() -> None:
    other = page().page(1, tab=1).nodes(1, {"1": {"role": "generic", "kids": [10]}, "10": BUTTON}, tab=1)
    verdict = answer(LAW, busy(other.press(5).press(6, tab=1), 5).nodes(6.5, {"10": BUSY}, tab=1))
    assert [finding.tab for finding in verdict.findings] == [1]


def test_without_a_press_there_is_nothing_to_judge() -> None:
    assert answer(LAW, page()).verdict == "not_exercised"


def test_the_clock_s_error_is_doubt() -> None:
    assert answer(LAW, busy(page(clock_error_ms=50).press(5), 5.2)).verdict == "cant_tell"
    assert answer(LAW, busy(page(clock_error_ms=50).press(5), 5.201)).verdict == "failed"
