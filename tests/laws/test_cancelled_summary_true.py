"""cancelled-summary-true."""

from typing import Any

import pytest

from tests.laws.answers import answer, answers, sentences
from tests.tiny import Tiny

LAW = "cancelled-summary-true"
AGAIN = "button|Run again"


def cancelled(*, undone: int = 0, done: int = 3, failed: int = 1, **rest: Any) -> Tiny:
    """Three of ten items are done and one fails; at 12 s a cancellation takes effect, and takes some back."""
    tiny = Tiny(end=60, **rest).accepted().started().screen(2, "Running")
    for number in range(1, done + 1):
        tiny.item(3, number)
    for number in range(done + 1, done + failed + 1):
        tiny.item(4, number, "failed")
    tiny.event(10, "run.cancelling", mode="after-current-step")
    for number in range(1, undone + 1):
        tiny.event(11, "item.rolled_back", item=f"item-{number:03d}", name=f"Blue mug {number}", phase="publish")
    kept = done - undone
    return tiny.ended(12, "cancelled", succeeded=kept, failed=failed, kept=kept).screen(10.1, "Cancelling")


@pytest.mark.parametrize(
    "lines",
    [
        ["Publish cancelled. 3 succeeded, 1 failed, 0 skipped.", "3 items kept, 6 items not done."],
        ["4 of 10 items processed", "6 items were not attempted", "3 items are kept"],
        ["3 items published, 6 not done. What was published stays published."],
    ],
)
def test_a_whole_receipt_with_a_way_on_passes(lines: list[str]) -> None:
    verdict = answer(LAW, cancelled().screen(12.1, "Cancelled", *lines, AGAIN))
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


def test_what_is_left_out_is_told_by_what_it_is() -> None:
    verdict = answer(LAW, cancelled().screen(12.1, "Cancelled", AGAIN))
    assert sentences(verdict) == [
        (
            'job "Publish 10 items" at 13.5 s: the page did not say how many items were done, were not done and are '
            "kept; in truth it was cancelled: 3 succeeded, 1 failed, 6 not attempted, 3 kept."
        )
    ]


@pytest.mark.parametrize(
    "line", ["2 items kept", "5 items not done", "5 succeeded", "Nothing was changed.", "2 items taken back"]
)
def test_another_number_or_nothing_fails(line: str) -> None:
    tiny = cancelled().screen(12.1, "Cancelled", "3 succeeded, 3 kept, 6 not done", line, AGAIN)
    assert f'the page said "{line}"' in sentences(answer(LAW, tiny))[0]


def test_what_was_taken_back_must_be_told() -> None:
    whole = ["1 item kept, 8 items not done, 2 of them taken back.", "1 failed"]
    assert answer(LAW, cancelled(undone=2).screen(12.1, "Cancelled", *whole, AGAIN)).verdict == "passed"
    verdict = answer(LAW, cancelled(undone=2).screen(12.1, "Cancelled", "1 item kept, 8 items not done.", AGAIN))
    assert "did not say how many items were taken back" in sentences(verdict)[0]


def test_where_nothing_was_done_that_says_all() -> None:
    nothing = cancelled(done=0, failed=0)
    assert answer(LAW, nothing.screen(12.1, "Cancelled. Nothing was published.", AGAIN)).verdict == "passed"
    assert (
        answer(LAW, cancelled(done=0, failed=0).screen(12.1, "Cancelled", "10 items not done", AGAIN)).verdict
        == "passed"
    )
    assert answer(LAW, cancelled(done=0, failed=0).screen(12.1, "Cancelled", AGAIN)).verdict == "failed"


@pytest.mark.parametrize(
    ("control", "verdict"),
    [
        ("button|Run again", "passed"),
        ("link|See what was published", "passed"),
        ("link|All jobs", "failed"),
        ("button|Close", "failed"),
        ("button|Cancel", "failed"),
        ("paragraph|Run again", "failed"),
    ],
)
def test_there_must_be_something_to_do_next(control: str, verdict: str) -> None:
    tiny = cancelled().screen(12.1, "Cancelled", "3 succeeded, 3 kept, 6 not done", control)
    assert answer(LAW, tiny).verdict == verdict
    if verdict == "failed":
        assert "the page offered nothing to do next" in sentences(answer(LAW, tiny))[0]


def test_the_deadline_is_one_second_and_beta_after_the_end() -> None:
    def told(at: float, **rest: Any) -> str:
        tiny = cancelled(**rest).screen(12.1, "Cancelled", AGAIN)
        return answer(LAW, tiny.screen(at, "Cancelled", "3 succeeded, 3 kept, 6 not done", AGAIN)).verdict

    assert [told(13.4), told(13.6), told(13.8, beta_ms=900)] == ["passed", "failed", "passed"]


def test_while_the_network_is_silent_the_page_has_longer() -> None:
    whole = ("Cancelled", "3 succeeded, 3 kept, 6 not done", AGAIN)
    assert answer(LAW, cancelled().fault(11, 20).screen(25.4, *whole)).verdict == "passed"
    assert answer(LAW, cancelled().fault(11, 20).screen(25.6, *whole)).verdict == "failed"


def test_other_ends_hidden_tabs_and_rows_are_not_judged() -> None:
    assert answer(LAW, Tiny().accepted().started().screen(2, "Running").ended(12)).verdict == "not_exercised"
    assert answer(LAW, cancelled().page(11, "hide")).verdict == "not_exercised"
    row = Tiny(end=60).accepted().started().item(3, 1).row(2, "Running").ended(12, "cancelled", 1, kept=1)
    assert answer(LAW, row.row(12.1, "Cancelled")).verdict == "not_observable"


def test_each_tab_and_each_job_is_judged_by_itself() -> None:
    whole = ("Cancelled", "3 succeeded, 3 kept, 6 not done", AGAIN)
    two = cancelled().page(0, tab=1).screen(2, "Running", tab=1).screen(12.1, *whole).screen(12.1, "Cancelled", tab=1)
    assert [finding.tab for finding in answer(LAW, two).findings] == [1]
    other = cancelled().accepted(20, job="import", title="Import 4 items", total=4)
    assert answer(LAW, other.screen(12.1, *whole)).judged == 1


def test_a_number_that_cannot_be_read_may_have_been_it() -> None:
    def odd(text: str) -> str:
        return answer(LAW, cancelled().screen(12.1, "Cancelled", "3 succeeded, 6 not done", text, AGAIN)).verdict

    assert odd("3 frobnicated widgets of the small kind") == "cant_tell"
    assert odd("17 frobnicated widgets of the small kind") == "failed"
    assert odd("17 frobnicated widgets of the small kind stay blue") == "cant_tell"


def test_a_wrong_number_is_told_once() -> None:
    held = answers(cancelled().screen(12.1, "Cancelled", "3 succeeded, 1 failed, 2 kept, 6 not done", AGAIN))
    assert held[LAW].verdict == "failed"
    assert (held["count-true"].verdict, held["count-true"].under) == ("failed", LAW)


def test_a_number_that_the_back_end_never_tells_is_not_asked() -> None:
    def verdict(line: str, *facts: str) -> str:
        return answer(LAW, cancelled().untold(*facts).screen(12.1, "Cancelled", line, AGAIN)).verdict.value

    short, wrong = "4 of 10 items processed, 6 items were not attempted.", "9 items processed."
    assert verdict(short) == "failed"
    assert verdict(short, "kept") == "passed"
    assert verdict(wrong, "processed", "remaining", "kept") == "failed"
