"""Pages that we did not write, read as a person labelled them: most of it read, nothing misread."""

from collections.abc import Iterator

import pytest

from tests.bench.reading import LABELS, measure, most_telling
from tests.engine.player import Player

pytestmark = pytest.mark.browser

LONGEST, MOST = "seller-publish", 2
"""`make soak` and `make bench` read all."""
PAGES = sorted(path.stem for path in LABELS.glob("*.yaml"))


@pytest.fixture(scope="module")
def player() -> Iterator[Player]:
    made = Player()
    yield made
    made.close()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_read_as_it_was_labelled(page: str, player: Player, deep: bool) -> None:
    found = measure(page, player, None if deep else most_telling(page, but=LONGEST)[:MOST])
    assert found.wrong == []
    assert found.right >= 0.7 * found.claiming


def test_there_are_enough_of_them() -> None:
    assert len(PAGES) >= 10
