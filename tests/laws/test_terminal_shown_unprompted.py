"""terminal-shown-unprompted."""

import pytest

from tests.laws.answers import answer, sentences
from tests.laws.failing import TITLE, failing
from tests.tiny import Tiny, running

LAW = "terminal-shown-unprompted"


@pytest.mark.parametrize("text", ["Published", "Done", "All 10 items have been published", "Publishing failed"])
def test_an_ending_told_in_time_passes(text: str) -> None:
    assert answer(LAW, running().screen(2, "Publishing…").screen(13.4, text)).verdict == "passed"


def test_an_ending_that_was_told_before_the_page_was_turned_passes() -> None:
    tiny = running().screen(2, "Publishing…").screen(12.6, "Published").screen(12.9, "Welcome", title=None)
    assert answer(LAW, tiny).verdict == "passed"


def test_an_ending_that_is_not_told_fails() -> None:
    verdict = answer(LAW, running().screen(2, "Publishing…"))
    assert sentences(verdict) == [
        'job "Publish 10 items" at 13.5 s: the page said "Publishing…"; in truth it had ended: 10 succeeded.'
    ]


def test_complete_counts_do_not_tell_the_end_beside_a_word_that_it_goes_on() -> None:
    tiny = running().screen(2, "Publishing…").screen(12.1, "Running", "10 of 10 items processed")
    assert answer(LAW, tiny).verdict == "failed"


def test_that_something_went_wrong_may_be_meant_for_the_end_of_a_job_that_failed() -> None:
    tiny = failing().screen(2, "Publishing…", title=TITLE).screen(6.2, "Something went wrong", title=TITLE)
    assert answer(LAW, tiny).verdict == "cant_tell"


def test_trouble_told_before_the_end_or_of_a_job_that_went_well_is_no_word_for_the_end() -> None:
    before = failing().screen(3, "Something went wrong", title=TITLE)
    well = running().screen(2, "Publishing…").screen(12.2, "Something went wrong")
    assert [answer(LAW, tiny).verdict for tiny in (before, well)] == ["failed", "failed"]


def test_an_ending_told_too_late_fails() -> None:
    assert answer(LAW, running().screen(2, "Publishing…").screen(14, "Published")).verdict == "failed"


def test_while_the_network_is_silent_the_page_has_longer() -> None:
    def silent(told: float) -> Tiny:
        return running().fault(10, 20).screen(2, "Publishing…").screen(told, "Published")

    assert answer(LAW, silent(25.4)).verdict == "passed"
    assert answer(LAW, silent(25.6)).verdict == "failed"


def test_a_reload_or_a_hidden_tab_takes_the_opportunity_away() -> None:
    reloaded = running().screen(2, "Publishing…").step(12.5, "reload").page(12.5, "reload").screen(12.6, "Published")
    assert answer(LAW, reloaded).verdict == "not_exercised"
    assert answer(LAW, running().screen(2, "Publishing…").page(5, "close")).verdict == "not_exercised"


def test_a_view_that_does_not_speak_of_the_job_owes_nothing() -> None:
    assert answer(LAW, running().screen(2, "Your catalogue", title=None)).verdict == "not_exercised"


def test_a_sentence_that_cannot_be_read_is_doubt() -> None:
    tiny = running().screen(2, "Publishing…").screen(12.5, "17 blue widgets of the small kind frobnicated")
    assert answer(LAW, tiny).verdict == "cant_tell"


def test_an_end_too_near_the_trials_own_is_not_judged() -> None:
    assert answer(LAW, running(end=13).screen(2, "Publishing…")).verdict == "not_exercised"


def test_a_page_in_another_language_is_not_blamed_for_silence() -> None:
    german = running().screen(2, "Läuft", "20 %", lang="de").screen(12.4, "Fertig", "100 %", lang="de")
    assert answer(LAW, german).verdict == "not_observable"
