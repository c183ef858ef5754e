"""Keys taken apart into words."""

import pytest

from harness.proposal import names


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("itemsProcessed", {"items", "processed"}),
        ("items_processed", {"items", "processed"}),
        ("TOTAL", {"total"}),
        ("jobID", {"job", "id"}),
        ("eta2", {"eta", "2"}),
        ("", set()),
    ],
)
def test_a_key_is_its_words(key: str, words: set[str]) -> None:
    assert names.words(key) == words


def test_a_key_means_what_one_of_its_words_means() -> None:
    assert names.means("failedRows", names.FAILED)
    assert not names.means("unfailed", names.FAILED)
