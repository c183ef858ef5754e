"""The events that a tab came to show before a person's eyes."""

from typing import Any

from harness.facts.sights import sights
from tests.tiny import Tiny, running

OPEN = 0.1


def shown(tiny: Tiny) -> list[tuple[str, int]]:
    return [(sight.event, sight.at_ms) for sight in sights(tiny.case())]


def opened(**rest: Any) -> Tiny:
    return Tiny(**rest).page(0).screen(OPEN, "Welcome", title=None)


def asked() -> Tiny:
    """The person has asked for the job at 10 s, long after the page was there; it is taken at 10.4 s."""
    return opened().step(10, "submit", "publish").request(10, 10.5).accepted(10.4)


def test_a_start_is_seen_when_the_job_that_was_asked_for_here_appears() -> None:
    assert shown(asked().screen(10.6, "Queued")) == [("start", 10_600)]
    assert shown(opened().accepted(10.4).screen(10.6, "Queued")) == []
    assert shown(opened().page(9, tab=1).step(10, "submit", "publish", 1).accepted(10.4).screen(10.6, "Queued")) == []


def test_a_job_that_stood_in_a_list_before_did_not_start_here() -> None:
    assert shown(asked().row(10.5, "Queued").screen(30, "Queued")) == []


def test_work_begins_to_be_seen_after_a_wait_was() -> None:
    tiny = asked().event(10.4, "run.queued", ahead=1, reason="no-free-worker").screen(10.6, "Queued").started(20)
    assert shown(tiny.screen(20.1, "Running")) == [("start", 10_600), ("begin", 20_100)]
    short = asked().screen(10.6, "Queued").started(12).screen(12.1, "Running")
    assert shown(short) == [("start", 10_600)]


def test_an_end_is_seen_where_it_had_been_going_on() -> None:
    assert shown(running().screen(4, "Running").screen(12.1, "Finished with problems")) == [("end", 12_100)]
    assert shown(running().screen(4, "Running").step(14, "visit").screen(14.1, "Published")) == []
    assert shown(running().screen(14.1, "Published")) == []


def test_of_several_words_for_the_end_the_weightiest_counts() -> None:
    (sight,) = sights(running().screen(4, "Running").screen(12.1, "Ended at 09:00:12", "Finished with errors").case())
    assert sight.claim.word == "partial"


def test_a_retry_is_seen_when_none_was_for_a_while() -> None:
    tiny = Tiny(end=90).accepted().started().page(0).screen(2, "Running").retrying(6, 3, 2, 8).resumed(8, 3, 2)
    tiny.item(9, 3, attempt=2).retrying(12, 4, 2, 14).item(15, 4, attempt=2).retrying(30, 5, 2, 32).item(
        33, 5, attempt=2
    )
    for at, line in (
        (6.1, "Attempt 2 of 3"),
        (9.1, ""),
        (12.1, "Attempt 2 of 3"),
        (15.1, ""),
        (30.1, "Attempt 2 of 3"),
    ):
        tiny.screen(at, "Running", *([line] if line else []))
    assert shown(tiny) == [("retry", 6_100), ("retry", 30_100)]


def test_a_word_of_another_attempt_where_there_is_none_is_no_retry() -> None:
    assert shown(running().screen(4, "Running").screen(6.1, "Running", "Attempt 2 of 3")) == []


def test_a_loss_of_contact_is_seen_when_it_lasts() -> None:
    gone = running().screen(4, "Running").screen(6, "Running", "You are offline.")
    assert shown(gone.screen(8, "Running")) == [("offline", 6_000)]
    blink = running().screen(4, "Running").screen(6, "Running", "You are offline.").screen(7.9, "Running")
    assert shown(blink) == []


def test_what_a_load_or_a_hidden_tab_showed_nobody_saw_happen() -> None:
    assert shown(running().page(0).page(11, "reload").screen(11.1, "Running").screen(12.1, "Published")) == []
    assert shown(running().page(0).screen(4, "Running").page(11, "hide").screen(12.1, "Published")) == []
    late = running(beta_ms=3_000).page(6, "reload").screen(6.1, "Running").screen(11.1, "Published")
    assert shown(late) == [("end", 11_100)]
