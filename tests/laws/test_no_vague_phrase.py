"""no-vague-phrase."""

import pytest

from tests.laws.answers import answer, sentences
from tests.laws.failing import TITLE, failing
from tests.tiny import Tiny, running

LAW = "no-vague-phrase"


@pytest.mark.parametrize("text", ["Something went wrong.", "An error occurred.", "Oops!", "There was a problem."])
def test_empty_words_fail(text: str) -> None:
    verdict = answer(LAW, failing().screen(6.2, "1 item failed", text, title=TITLE))
    assert sentences(verdict) == [
        f'job "Publish 3 items" at 6.2 s: the page said "{text}"; in truth it had ended: 2 succeeded, 1 failed.'
    ]


def test_a_page_that_tells_its_trouble_in_plain_words_passes() -> None:
    assert answer(LAW, failing().screen(6.2, "1 item failed: its ID is missing", title=TITLE)).verdict == "passed"


def test_empty_words_before_the_cause_are_a_preface() -> None:
    tiny = failing().screen(6.2, "1 item failed", "Something went wrong: the ID is missing.", title=TITLE)
    assert answer(LAW, tiny).verdict == "passed"


def verdict_of(tiny: Tiny, *lines: str) -> str:
    return answer(LAW, tiny.screen(6.2, *lines, title=TITLE)).verdict.value


def test_where_nobody_knows_the_cause_they_are_allowed_with_a_remedy() -> None:
    assert verdict_of(failing("gremlins"), "Something went wrong. Try again.") == "passed"
    assert verdict_of(failing("gremlins"), "Something went wrong.") == "failed"
    assert verdict_of(failing(), "Something went wrong. Try again.") == "failed"


def test_where_no_page_is_told_the_cause_nobody_knows_it_either() -> None:
    assert verdict_of(failing().untold("cause"), "Something went wrong. Try again.") == "passed"
    assert verdict_of(failing().untold("cause"), "Something went wrong.") == "failed"


def test_announcements_and_titles_count() -> None:
    announced = failing().screen(2, "Publishing…", title=TITLE).says(6.3, "An error occurred.")
    assert answer(LAW, announced).verdict == "failed"
    titled = failing().screen(2, "Publishing…", title=TITLE)
    titled.nodes(6.3, {}, title="Something went wrong")
    assert answer(LAW, titled).verdict == "failed"


def test_an_item_may_be_called_anything() -> None:
    tiny = failing()
    tiny.event(5.5, "item.succeeded", item="item-009", name="Oops", phase="publish", attempt=1)
    assert answer(LAW, tiny.screen(6.2, "1 item failed", "Oops", title=TITLE)).verdict == "passed"


def test_without_trouble_there_is_nothing_to_judge() -> None:
    assert answer(LAW, running().screen(4, "3 of 10 items published")).verdict == "not_exercised"


def test_a_page_in_another_language_is_not_observable() -> None:
    assert answer(LAW, running().screen(4, "Fertig", lang="de")).verdict == "not_observable"
