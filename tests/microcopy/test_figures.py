"""Numbers in words become figures where they are large, or tell a time."""

import pytest

from harness.microcopy.figures import in_figures
from harness.microcopy.reader import read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Forty-five were sent", "45 were sent"),
        ("Fifty couldn't be delivered", "50 couldn't be delivered"),
        ("three hundred and ten files", "310 files"),
        ("eight hundred and twelve", "812"),
        ("a hundred items", "100 items"),
        ("twelve hundred tickets", "1200 tickets"),
        ("two thousand one hundred and six rows", "2106 rows"),
        ("about four minutes remaining", "about 4 minutes remaining"),
        ("due in ninety seconds", "due in 90 seconds"),
        ("two items failed", "two items failed"),
        ("twenty thirty", "twenty thirty"),
        ("a one-time job", "a one-time job"),
        ("hundreds of items", "hundreds of items"),
        ("often alone", "often alone"),
    ],
)
def test_words_become_figures(text: str, told: str) -> None:
    assert in_figures(text) == told


def test_the_reader_counts_them() -> None:
    assert [reading.code for reading in read("Forty-five items failed").readings] == ["count:failed=45"]


def test_a_title_stays_a_name() -> None:
    assert all(reading.value is None for reading in read("Twenty failed", names=("Twenty",)).readings)
