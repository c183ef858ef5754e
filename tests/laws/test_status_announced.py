"""status-announced."""

from typing import Any

import pytest

from tests.laws.answers import answer, sentences
from tests.tiny import Tiny

LAW = "status-announced"


def ended(outcome: str = "succeeded", failed: int = 0, word: str = "Published", **rest: Any) -> Tiny:
    """The job ends at 12 s, and the screen shows it 100 ms later."""
    tiny = Tiny(**rest).accepted().started().page(0).screen(2, "Running").ended(12, outcome, 10 - failed, failed)
    return tiny.screen(12.1, word)


@pytest.mark.parametrize(
    "text",
    [
        "Publish 10 items has ended. 10 items published.",
        "Publish 10 items: published",
        "Published",
        "Your publish is done",
    ],
)
def test_an_end_that_is_said_in_time_passes(text: str) -> None:
    verdict = answer(LAW, ended().says(12.2, text))
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


def test_an_end_that_is_not_said_fails() -> None:
    assert sentences(answer(LAW, ended())) == [
        (
            'job "Publish 10 items" at 14.1 s: the page did not say aloud that the job had ended; '
            'in truth the screen had come to show "Published".'
        )
    ]


def test_the_deadline_is_two_seconds_after_it_showed_and_a_little_before_will_do() -> None:
    assert answer(LAW, ended().says(14.1, "Published")).verdict == "passed"
    assert answer(LAW, ended().says(14.2, "Published")).verdict == "failed"
    assert answer(LAW, ended().says(10.2, "Published")).verdict == "passed"
    assert answer(LAW, ended().says(10, "Published")).verdict == "failed"


def test_beta_and_the_network_give_no_longer_for_what_is_on_the_screen() -> None:
    assert answer(LAW, ended(beta_ms=1_000).says(14.2, "Published")).verdict == "failed"
    assert answer(LAW, ended().fault(11, 13).says(14.2, "Published")).verdict == "failed"


def test_a_region_that_came_with_its_words_says_nothing() -> None:
    verdict = answer(LAW, ended().says(12.2, "Published", existed_before=False))
    assert 'the page put "Published" into a polite live region that came with its words' in sentences(verdict)[0]
    both = ended().says(12.2, "Published", existed_before=False).says(12.3, "Publish 10 items is done")
    assert answer(LAW, both).verdict == "passed"


def test_an_alert_that_came_with_its_words_is_doubt() -> None:
    tiny = ended("failed", 10, "Publishing failed").says(
        12.2, "Publishing failed", existed_before=False, politeness="assertive"
    )
    assert answer(LAW, tiny).verdict == "cant_tell"


def test_a_scrap_is_no_phrase_and_another_job_is_another() -> None:
    assert answer(LAW, ended().says(12.2, "10")).verdict == "failed"
    assert answer(LAW, ended().says(12.2, "10 of 10 items processed")).verdict == "failed"
    other = ended().accepted(13, job="import", title="Import 4 items", total=4)
    assert answer(LAW, other.says(12.2, "Import 4 items is done")).verdict == "failed"


@pytest.mark.parametrize(
    ("outcome", "failed", "word", "good", "bad"),
    [
        (
            "partial",
            3,
            "Finished with problems",
            "Publish 10 items finished with problems",
            "Publish 10 items has ended",
        ),
        ("partial", 3, "Finished with problems", "7 published, 3 failed", "7 published"),
        ("failed", 10, "Publishing failed", "Publish 10 items failed", "Publish 10 items is done"),
        ("cancelled", 0, "Cancelled", "Publish 10 items was cancelled", "Publish 10 items failed"),
    ],
)
def test_what_is_said_is_what_is_seen(outcome: str, failed: int, word: str, good: str, bad: str) -> None:
    assert answer(LAW, ended(outcome, failed, word).says(12.2, good)).verdict == "passed"
    assert answer(LAW, ended(outcome, failed, word).says(12.2, bad)).verdict == "failed"


def test_the_focus_stays_where_it_was() -> None:
    tiny = ended().says(12.2, "Published").focus(5, "3").focus(12.3, "10")
    assert 'the page moved the focus to "Published"' in sentences(answer(LAW, tiny))[0]
    later = ended().says(12.2, "Published").focus(5, "3").focus(14.2, "10")
    assert answer(LAW, later).verdict == "passed"


def started(line: str = "Queued") -> Tiny:
    tiny = Tiny().page(0).screen(0.1, "Welcome", title=None).step(10, "submit", "publish").accepted(10.4)
    return tiny.screen(10.6, line)


def test_a_start_is_said_too() -> None:
    assert answer(LAW, started().says(10.7, "Publish 10 items was accepted.")).verdict == "passed"
    assert "did not say aloud that the job had been taken" in sentences(answer(LAW, started()))[0]


def test_the_begin_of_work_after_a_wait_is_said_too() -> None:
    def begun(*said: str) -> Tiny:
        tiny = started().says(10.7, "Publish 10 items was accepted.").started(20).screen(20.1, "Running")
        for text in said:
            tiny.says(20.2, text)
        return tiny

    assert answer(LAW, begun("Publish 10 items has started.")).verdict == "passed"
    assert "did not say aloud that the job had begun" in sentences(answer(LAW, begun("Queued")))[0]


def test_a_retry_is_said_too() -> None:
    def retried() -> Tiny:
        tiny = Tiny().accepted().started().page(0).screen(2, "Running").retrying(6, 3, 2, 9).item(10, 3, attempt=2)
        return tiny.screen(6.1, "Running", "Attempt 2 of 3").screen(10.1, "Running")

    assert answer(LAW, retried().says(6.2, "Publish 10 items: retrying 1 item")).verdict == "passed"
    assert answer(LAW, retried().says(6.2, "Trying again, attempt 2 of 3")).verdict == "passed"
    assert "did not say aloud that it tries again" in sentences(answer(LAW, retried()))[0]


def test_a_loss_of_contact_is_said_too_and_needs_no_job() -> None:
    def lost() -> Tiny:
        tiny = Tiny().accepted().accepted(1, job="import", title="Import 4 items", total=4).started().page(0)
        return tiny.screen(2, "Running").screen(6, "Running", "You are offline.")

    assert answer(LAW, lost().says(6.1, "You are offline.")).verdict == "passed"
    assert "did not say aloud that it had lost touch" in sentences(answer(LAW, lost()))[0]


def test_a_hidden_tab_owes_nothing_and_each_tab_speaks_for_itself() -> None:
    hidden = (
        Tiny().accepted().started().page(0).screen(2, "Running").page(11, "hide").ended(12).screen(12.1, "Published")
    )
    assert answer(LAW, hidden.page(20, "show")).verdict == "not_exercised"
    leaves = (
        Tiny().accepted().started().page(0).screen(2, "Running").ended(12).screen(12.1, "Published").page(13, "hide")
    )
    assert answer(LAW, leaves).verdict == "not_exercised"
    two = Tiny().accepted().started().page(0).page(0, tab=1).screen(2, "Running").screen(2, "Running", tab=1).ended(12)
    two.screen(12.1, "Published").screen(12.1, "Published", tab=1).says(12.2, "Published")
    assert [finding.tab for finding in answer(LAW, two).findings] == [1]


def test_a_page_that_does_not_show_the_event_owes_no_word_of_it() -> None:
    assert answer(LAW, Tiny().accepted().started().page(0).screen(2, "Running").ended(12)).verdict == "not_exercised"
    listed = Tiny().accepted().started().page(0).row(2, "Running").ended(12).row(12.1, "Published")
    assert answer(LAW, listed).verdict == "not_exercised"


def test_an_event_too_near_the_trials_end_is_not_judged() -> None:
    assert answer(LAW, ended(end=14)).verdict == "not_exercised"


def test_an_announcement_that_cannot_be_read_is_doubt() -> None:
    assert answer(LAW, ended().says(12.2, "Frobnicated in the small way")).verdict == "cant_tell"
