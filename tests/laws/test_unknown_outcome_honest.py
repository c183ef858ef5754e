"""unknown-outcome-honest, and its umbrella."""

import pytest

from tests.laws.answers import answer, answers, sentences
from tests.laws.test_retry_failed_only import again, ended
from tests.tiny import Tiny, running

LAW = "unknown-outcome-honest"


def lost() -> Tiny:
    tiny = running().step(0.5, "submit", "publish").request(0.5, None, arrived=0.7, fault="lost_response")
    return tiny.screen(0.6, "status|Sending…", title=None)


def test_a_page_that_waits_and_then_shows_the_job_passes() -> None:
    verdict = answer(LAW, lost().screen(11, "Publishing…"))
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


def test_a_failure_claimed_for_want_of_an_answer_fails() -> None:
    tiny = lost().screen(9, "alert|Publishing failed", title=None)
    assert sentences(answer(LAW, tiny)) == [
        (
            'job "Publish 10 items" at 9.0 s: the page said "Publishing failed"; '
            "in truth the server had taken the job and no answer had come (publishing item 8 of 10)."
        )
    ]


def test_no_premature_terminal_is_told_under_it() -> None:
    told = answers(lost().screen(9, "alert|Publishing failed", title=None))
    assert (told["no-premature-terminal"].verdict, told["no-premature-terminal"].under) == ("failed", LAW)


def test_a_page_that_never_finds_out_fails() -> None:
    assert "did not show what had become of the start" in sentences(answer(LAW, lost()))[0]


def test_an_answer_is_an_answer() -> None:
    tiny = running().step(0.5, "submit", "publish").request(0.5, 1.1, arrived=0.6).screen(2, "Publishing…")
    assert answer(LAW, tiny).verdict == "not_exercised"


def test_a_start_that_was_sent_again_and_answered_is_judged_until_then() -> None:
    tiny = lost().request(8, 8.5, arrived=8.2).screen(8.6, "Publishing…").screen(12.1, "Published")
    assert answer(LAW, tiny).verdict == "passed"


def lost_again(do: str) -> Tiny:
    """The failed items are tried again, and no answer comes."""
    tiny = ended().step(10, do, "publish").press(10, "Do it")
    told = again(tiny, 10.1, (2,), total=1).command(10, do, run=2, answered=None, fault="lost_response")
    return told.screen(10.2, "status|Sending…", title=None)


@pytest.mark.parametrize(("do", "name"), [("retry-failed", "retry"), ("rerun", "re-run")])
def test_a_retry_without_an_answer_is_neither_done_nor_refused(do: str, name: str) -> None:
    waits = lost_again(do).screen(11, "Publishing…", title="Publish 3 items")
    assert answer(LAW, waits).verdict == "passed"
    gives_up = lost_again(do).screen(11, "alert|Publishing failed", title="Publish 3 items")
    [sentence] = sentences(answer(LAW, gives_up))
    assert sentence.startswith('job "Publish 3 items" at 11.0 s: the page said "Publishing failed"; ')
    assert f"the server had taken the {name} and no answer had come" in sentence


def test_a_cancellation_without_an_answer_has_not_happened() -> None:
    tiny = running().screen(2, "Publishing…").step(4, "cancel", "publish").press(4, "Cancel")
    tiny.command(4, "cancel", answered=None, fault="lost_response")
    assert answer(LAW, tiny.screen(4.5, "Cancelled")).verdict == "failed"
    tiny = running().screen(2, "Publishing…").step(4, "cancel", "publish").press(4, "Cancel")
    assert answer(LAW, tiny.command(4, "cancel", answered=None, fault="lost_response")).verdict == "passed"
