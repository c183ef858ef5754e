"""What the tests of words share: the English lists, and a clause in shape."""

from harness.microcopy.lists import WordLists, lists_of
from harness.microcopy.reading import Heard
from harness.microcopy.shape import mask


def english() -> WordLists:
    lists = lists_of("en")
    assert lists is not None
    return lists


def clause(text: str) -> Heard:
    return Heard(text=mask(text).text.rstrip("?."), end="?" if text.endswith("?") else ".")
