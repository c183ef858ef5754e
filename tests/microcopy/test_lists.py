"""Which lists a page is judged by: English ships, another language has none until it brings its own."""

import pytest

from harness.core import causes
from harness.microcopy.faults import AND
from harness.microcopy.lists import lists_of
from harness.microcopy.promises import GUARDS
from harness.speech.acts import GUARDS as SPOKEN


@pytest.mark.parametrize("lang", [None, "", "en", "en-GB", "EN-us"])
def test_english_and_a_page_that_does_not_say(lang: str | None) -> None:
    assert lists_of(lang) is lists_of("en")


@pytest.mark.parametrize("lang", ["de", "fr-CH", "x-klingon"])
def test_another_language_has_none(lang: str) -> None:
    assert lists_of(lang) is None


def test_the_registry_of_causes_names_word_classes_that_are_there() -> None:
    lists = lists_of("en")
    assert lists is not None
    told = {name for cause in causes.ALL for one in cause.told for name in one.split(AND)}
    told |= {name for all_told in causes.TOLD_BY_CLASS.values() for one in all_told for name in one.split(AND)}
    assert told <= set(lists.faults)
    kinds = {kind.partition(" ")[0] for cause in causes.ALL for kind in cause.mended_by}
    assert kinds <= set(lists.remedies)


def test_every_guard_has_its_words() -> None:
    lists = lists_of("en")
    assert lists is not None
    assert set(lists.promises) == set(GUARDS)
    assert [guard.replace(" ", "-") for guard in GUARDS] == list(SPOKEN)
