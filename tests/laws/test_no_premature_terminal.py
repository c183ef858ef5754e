"""no-premature-terminal."""

from tests.laws.answers import answer, sentences
from tests.tiny import running

LAW = "no-premature-terminal"


def test_an_ending_that_is_told_when_it_came_passes() -> None:
    assert answer(LAW, running().screen(2, "Publishing…").screen(12.1, "Published")).verdict == "passed"


def test_an_ending_told_early_fails_and_says_what_was_so() -> None:
    verdict = answer(LAW, running().screen(2, "Publishing…").screen(7.2, "Published"))
    assert sentences(verdict) == [
        'job "Publish 10 items" at 7.2 s: the page said "Published"; in truth it was publishing item 6 of 10.'
    ]
    assert (verdict.findings[0].at_ms, verdict.findings[0].until_ms) == (7200, 12000)


def test_every_surface_counts() -> None:
    assert answer(LAW, running().screen(2, "Publishing…").says(7, "Publish 10 items: finished")).verdict == "failed"
    tiny = running().screen(2, "Publishing…")
    tiny.nodes(5, {}, title="Failed: Publish 10 items")
    assert answer(LAW, tiny).verdict == "failed"


def test_a_failed_item_is_no_failed_job_but_a_failed_job_is() -> None:
    assert answer(LAW, running().screen(5, "1 item failed")).verdict == "not_exercised"
    assert answer(LAW, running().screen(5, "Publishing failed")).verdict == "failed"


def test_the_end_of_a_phase_is_no_end_of_the_job() -> None:
    tiny = running()
    assert (
        answer(LAW, tiny.screen(5, "You can leave once it has finished.", "Not finished yet")).verdict
        == "not_exercised"
    )


def test_within_the_clock_error_is_doubt() -> None:
    verdict = answer(LAW, running(clock_error_ms=200).screen(11.9, "Published"))
    assert verdict.verdict == "cant_tell"
    assert "clock error of 200 ms" in verdict.doubts[0]


def test_without_an_ending_there_is_nothing_to_judge() -> None:
    assert answer(LAW, running().screen(2, "Publishing…")).verdict == "not_exercised"
