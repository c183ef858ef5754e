"""cancelling-shown."""

from typing import Any

import pytest

from tests.laws.answers import answer, answers, sentences
from tests.tiny import Tiny

LAW = "cancelling-shown"
SHOWN = "Cancelling. The item in hand is finished first."


def pressed(*, effect: float = 20, **rest: Any) -> Tiny:
    """The person cancels at 9 s and means it at 10 s; the run stops at ``effect``."""
    tiny = Tiny(end=60, **rest).accepted().started().item(3, 1).screen(2, "Running")
    tiny.step(9, "cancel", "publish").press(9, "Cancel").press(10, "Cancel publish", "confirm")
    tiny.event(10.1, "run.cancelling", mode="after-current-step").command(10, "cancel")
    return tiny.ended(effect, "cancelled", succeeded=1, kept=1)


def elsewhere(*, effect: float = 20, **rest: Any) -> Tiny:
    """Somebody else cancels the run at 10 s."""
    tiny = Tiny(end=60, **rest).accepted().started().item(3, 1).screen(2, "Running")
    tiny.event(10, "run.cancelling", mode="after-current-step")
    return tiny.ended(effect, "cancelled", succeeded=1, kept=1)


@pytest.mark.parametrize("line", [SHOWN, "Stopping…", "Cancellation requested", "Cancelling"])
def test_cancelling_from_press_to_effect_passes(line: str) -> None:
    verdict = answer(LAW, pressed().screen(10.2, line).screen(20.1, "Cancelled"))
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


def test_plain_running_fails() -> None:
    assert sentences(answer(LAW, pressed().screen(20.1, "Cancelled"))) == [
        (
            'job "Publish 10 items" at 11.0 s: the page said "Running"; '
            "in truth it was cancelling, 1 of 10 items processed."
        )
    ]


def test_no_state_at_all_fails() -> None:
    verdict = answer(LAW, pressed().screen(10.2, "1 of 10 items processed").screen(20.1, "Cancelled"))
    assert "the page did not say that the job was being cancelled" in sentences(verdict)[0]


def test_cancelled_before_it_is_fails_and_is_told_once() -> None:
    tiny = pressed().screen(10.2, "Cancelled")
    assert sentences(answer(LAW, tiny)) == [
        (
            'job "Publish 10 items" at 10.2 s: the page said "Cancelled"; '
            "in truth it was cancelling, 1 of 10 items processed."
        )
    ]
    assert answers(tiny)["no-premature-terminal"].under == LAW


def test_the_deadline_is_one_second_after_what_was_meant_whatever_beta_is() -> None:
    assert answer(LAW, pressed().screen(10.9, SHOWN).screen(20.1, "Cancelled")).verdict == "passed"
    assert answer(LAW, pressed().screen(11.1, SHOWN).screen(20.1, "Cancelled")).verdict == "failed"
    assert answer(LAW, pressed(beta_ms=3_000).screen(11.1, SHOWN).screen(20.1, "Cancelled")).verdict == "failed"


def test_a_request_on_its_way_is_neither_running_nor_cancelled() -> None:
    assert (
        answer(LAW, pressed().screen(10.2, "Sending…").screen(14, SHOWN).screen(20.1, "Cancelled")).verdict == "passed"
    )


@pytest.mark.parametrize(("between", "verdict"), [("Stopping…", "passed"), ("", "failed")])
def test_words_for_it_that_follow_one_another_within_a_frame_are_no_silence(between: str, verdict: str) -> None:
    beside = "1 of 10 items processed"
    tiny = pressed().screen(10.2, SHOWN, beside).screen(12.002, between, beside)
    tiny.screen(12.012, between and "Cancelling", beside).screen(12.026, SHOWN, beside)
    assert answer(LAW, tiny.screen(20.1, "Cancelled", beside)).verdict == verdict


def test_the_word_must_stand_until_the_effect() -> None:
    gone = pressed().screen(10.2, SHOWN).screen(15, "Running").screen(20.1, "Cancelled")
    assert answer(LAW, gone).findings[0].at_ms == 15_000


def test_what_takes_effect_at_once_cannot_be_seen() -> None:
    assert answer(LAW, pressed(effect=10.9).screen(11, "Cancelled")).verdict == "not_exercised"


def test_by_somebody_else_the_page_has_beta_more() -> None:
    assert answer(LAW, elsewhere().screen(11.4, SHOWN).screen(20.1, "Cancelled")).verdict == "passed"
    assert answer(LAW, elsewhere().screen(11.6, SHOWN).screen(20.1, "Cancelled")).verdict == "failed"
    assert answer(LAW, elsewhere(beta_ms=1_000).screen(11.6, SHOWN).screen(20.1, "Cancelled")).verdict == "passed"


def test_while_the_network_is_silent_nothing_is_owed() -> None:
    assert answer(LAW, pressed().fault(8, 15).screen(20.1, "Cancelled")).verdict == "not_exercised"
    late = pressed(effect=30).fault(8, 15).screen(20.6, SHOWN).screen(30.1, "Cancelled")
    assert answer(LAW, late).findings[0].at_ms == 20_500


def test_a_second_cancellation_fails_and_the_same_one_sent_again_does_not() -> None:
    def again(key: str) -> Tiny:
        tiny = pressed().command(12, "cancel", key=key)
        return tiny.screen(10.2, SHOWN).screen(20.1, "Cancelled")

    assert "the page sent the cancellation again" in sentences(answer(LAW, again("k2")))[0]
    assert answer(LAW, again("k1")).verdict == "passed"


def test_a_cancellation_that_the_server_refused_is_none() -> None:
    tiny = Tiny(end=60).accepted().started().screen(2, "Running").step(9, "cancel", "publish").press(9, "Cancel")
    assert answer(LAW, tiny.command(9, "cancel", refused="it can no longer be cancelled")).verdict == "not_exercised"


def dismissed(*lines: str) -> Tiny:
    tiny = Tiny(end=60).accepted().started().screen(2, "Running").step(9, "cancel", "publish")
    return tiny.press(9, "Cancel").press(10, "Keep it", "dismiss").screen(10.1, *lines)


def test_who_says_no_has_sent_nothing_and_sees_nothing_of_it() -> None:
    assert (answer(LAW, dismissed("Running")).verdict, answer(LAW, dismissed("Running")).judged) == ("passed", 1)
    assert sentences(answer(LAW, dismissed(SHOWN))) == [
        f'job "Publish 10 items" at 11.0 s: the page said "{SHOWN}"; in truth it was publishing item 1 of 10.'
    ]
    sent = answer(LAW, dismissed("Running").command(10, "cancel"))
    assert "the page sent the cancellation that was taken back" in sentences(sent)[0]


def test_after_a_no_somebody_else_may_cancel_and_the_person_may_think_again() -> None:
    other = dismissed("Running").event(30, "run.cancelling", mode="immediate").screen(30.1, SHOWN)
    assert answer(LAW, other.ended(40, "cancelled").screen(40.1, "Cancelled")).verdict == "passed"
    anew = dismissed("Running").step(20, "cancel", "publish", n=2).press(20, "Cancel", n=2)
    anew.event(20.1, "run.cancelling", mode="immediate").command(20, "cancel").screen(20.1, SHOWN)
    assert answer(LAW, anew.ended(40, "cancelled").screen(40.1, "Cancelled")).verdict == "passed"


def test_each_tab_is_judged_by_itself_and_a_hidden_one_not_at_all() -> None:
    two = pressed().page(0, tab=1).screen(2, "Running", tab=1).screen(10.2, SHOWN).screen(20.1, "Cancelled")
    assert [finding.tab for finding in answer(LAW, two).findings] == [1]
    told = two.screen(11.5, SHOWN, tab=1).screen(20.1, "Cancelled", tab=1)
    assert (answer(LAW, told).verdict, answer(LAW, told).judged) == ("passed", 2)
    assert answer(LAW, pressed().page(9.9, "hide")).verdict == "not_exercised"


def test_of_several_jobs_only_the_cancelled_one_counts() -> None:
    tiny = pressed().accepted(30, job="import", title="Import 4 items", total=4)
    assert answer(LAW, tiny.screen(10.2, SHOWN).screen(20.1, "Cancelled")).judged == 1


def test_a_row_of_a_list_owes_no_word() -> None:
    tiny = Tiny(end=60).accepted().started().row(2, "Running").event(10, "run.cancelling", mode="immediate")
    assert answer(LAW, tiny.ended(20, "cancelled").row(20.1, "Cancelled")).verdict == "not_exercised"


def test_a_state_that_cannot_be_read_is_doubt() -> None:
    tiny = pressed().screen(10.2, "1 of 10 items processed", "Finish frobnicating the small widget")
    assert answer(LAW, tiny.screen(20.1, "Cancelled")).verdict == "cant_tell"


def test_a_lead_within_the_clocks_error_is_doubt() -> None:
    tiny = pressed(clock_error_ms=50).screen(10.2, SHOWN).screen(19.98, "Cancelled")
    assert answer(LAW, tiny).verdict == "cant_tell"
