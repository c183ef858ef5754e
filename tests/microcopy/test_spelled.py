"""Numbers in words count like those in digits, where they count something."""

import pytest

from harness.microcopy.reader import read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("None of the 28 items failed", ["count:failed=0/28"]),
        ("Two items failed", ["count:failed=2"]),
        ("Second of three tries", ["attempt=2/3"]),
        ("2nd delivery attempt of 4", ["attempt=2/4"]),
        ("You are third in line", ["queue:place=3"]),
        ("Two exports are ahead of you", ["queue:ahead=2"]),
        ("The first of 3 files", []),
        ("This one failed", ["ended:failed"]),
    ],
)
def test_a_number_in_words(text: str, told: list[str]) -> None:
    assert [reading.code for reading in read(text).readings] == told
