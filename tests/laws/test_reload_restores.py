"""reload-restores."""

import pytest

from tests.laws.answers import answer, sentences
from tests.tiny import Tiny, running

LAW = "reload-restores"


def reloaded() -> Tiny:
    """Reloaded at 6.5 s, when four items are done; the truth is due at 9 s, when seven are."""
    tiny = running().screen(2, "Publishing…").screen(6.1, "Publishing…", "4 of 10 items published")
    return tiny.step(6.5, "reload").page(6.5, "reload").screen(6.6, "Loading…", title=None)


def test_the_truth_after_loading_passes() -> None:
    verdict = answer(
        LAW, reloaded().screen(7.1, "Publishing…", "5 of 10 items published").screen(8.9, "6 of 10 items published")
    )
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


@pytest.mark.parametrize("text", ["No jobs yet", "0 %", "0 of 10 items published", "There is nothing running"])
def test_a_page_that_denies_the_job_fails_even_for_a_moment(text: str) -> None:
    tiny = reloaded().screen(7.1, text, title=None if "jobs" in text or "nothing" in text else "Publish 10 items")
    tiny.screen(8, "Publishing…", "5 of 10 items published").screen(8.9, "Publishing…", "6 of 10 items published")
    assert f'at 7.1 s: the page said "{text}"' in sentences(answer(LAW, tiny))[0]


def test_old_numbers_after_the_reload_fail() -> None:
    tiny = reloaded().screen(7.1, "Publishing…", "4 of 10 items published")
    assert 'at 9.0 s: the page said "4 of 10 items published"' in sentences(answer(LAW, tiny))[0]


def test_a_page_that_loads_for_ever_or_stays_empty_fails() -> None:
    assert "still said nothing of the job after the reload" in sentences(answer(LAW, reloaded()))[0]


def test_a_network_that_is_silent_puts_the_deadline_off() -> None:
    tiny = reloaded().fault(6.4, 10).screen(15, "Published", "10 of 10 items published")
    assert answer(LAW, tiny).verdict == "passed"


def test_a_page_that_is_closed_and_opened_again_owes_the_same() -> None:
    tiny = running().screen(2, "Publishing…").page(6.5, "close").page(50, "open", tab=1)
    assert answer(LAW, tiny).verdict == "failed"
    tiny.screen(51, "Published", tab=1)
    assert answer(LAW, tiny).verdict == "passed"


def test_a_reload_of_a_page_about_other_things_is_not_judged() -> None:
    tiny = running().screen(2, "Your catalogue", title=None).step(6.5, "reload").page(6.5, "reload")
    assert answer(LAW, tiny).verdict == "not_exercised"


def test_another_start_than_the_true_one_fails() -> None:
    facts = ("Publishing…", "7 of 10 items published")
    assert answer(LAW, reloaded().screen(8.9, *facts, "Began at 09:00:02")).verdict == "passed"
    verdict = answer(LAW, reloaded().screen(8.9, *facts, "Began at 09:00:07"))
    assert 'the page said "Began at 09:00:07"; in truth it had begun at 2.0 s' in sentences(verdict)[0]
