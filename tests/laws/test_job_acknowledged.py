"""job-acknowledged."""

import pytest

from tests.laws.answers import answer, sentences
from tests.laws.test_retry_failed_only import again, ended
from tests.tiny import Tiny, running

LAW = "job-acknowledged"


def pressed(answered: float | None = 1.1, tiny: Tiny | None = None) -> Tiny:
    return (
        (tiny or running())
        .step(0.5, "submit", "publish")
        .request(0.5, answered, arrived=0.6)
        .screen(0, "Your goods", title=None)
    )


def test_a_job_that_appears_in_time_passes() -> None:
    assert answer(LAW, pressed().screen(2.4, "Queued")).verdict == "passed"


def test_a_job_that_does_not_appear_fails() -> None:
    assert sentences(answer(LAW, pressed())) == [
        'job "Publish 10 items" at 2.5 s: the page did not show the job; in truth it was publishing item 1 of 10.'
    ]


def test_a_job_that_appears_too_late_fails() -> None:
    assert answer(LAW, pressed().screen(2.6, "Queued")).verdict == "failed"


def test_a_name_without_a_state_is_not_enough() -> None:
    assert answer(LAW, pressed().screen(2, "Welcome")).verdict == "failed"


def test_without_an_answer_for_ten_seconds_the_page_says_that_it_is_sending() -> None:
    assert answer(LAW, pressed(None).screen(1, "status|Sending your request…", title=None)).verdict == "passed"
    assert "did not say that it was still sending" in sentences(answer(LAW, pressed(None)))[0]


def test_a_job_of_the_world_needs_no_press() -> None:
    assert answer(LAW, running().screen(2, "Publishing…")).verdict == "not_exercised"


@pytest.mark.parametrize(("again_s", "verdict"), [(2.4, "not_exercised"), (3, "failed")])
def test_a_job_that_runs_again_at_once_is_shown_as_its_next_run(again_s: float, verdict: str) -> None:
    tiny = pressed().event(
        again_s, "job.accepted", run=2, kind="publish", title="Publish 10 items", noun="item", total=10, phases=[],
        by="person", max_attempts=1,
    )  # fmt: skip
    assert answer(LAW, tiny).verdict == verdict


def test_a_page_in_another_language_is_not_blamed_for_silence() -> None:
    assert answer(LAW, pressed().screen(2, "Läuft", lang="de")).verdict == "not_observable"


def run_again(do: str, answered: float | None = 10.3) -> Tiny:
    tiny = ended().step(10, do, "publish").press(10, "Do it")
    return again(tiny, 10.1, (2,), total=1).command(10, do, run=2, answered=answered)


@pytest.mark.parametrize("do", ["retry-failed", "rerun"])
def test_what_runs_again_is_shown_as_running(do: str) -> None:
    shown = run_again(do).screen(10.8, "Publishing…", title="Publish 3 items")
    assert answer(LAW, shown).verdict == "passed"
    [sentence] = sentences(answer(LAW, run_again(do)))
    assert sentence.startswith('job "Publish 3 items" at 11.6 s: the page did not show that it runs again; in truth')


def test_a_retry_without_an_answer_is_still_being_sent() -> None:
    assert answer(LAW, run_again("retry-failed", None)).verdict == "failed"
    sending = run_again("retry-failed", None).screen(10.5, "status|Sending your request…", title="Publish 3 items")
    assert answer(LAW, sending).verdict == "passed"
