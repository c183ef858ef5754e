"""The words that no table knows are told; words of state, work and counting are no strangers."""

import pytest

from harness.microcopy.english import ENGLISH
from harness.microcopy.strangers import strangers_in
from tests.microcopy.saying import clause


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Your import is queued", ()),
        ("3 of 5 files were uploaded, 2 failed", ()),
        ("Waiting in the queue", ()),
        ("Queued behind the nightly stocktake", ("nightly", "stocktake")),
        ("The encoder is unreachable", ("encoder", "unreachable")),
    ],
)
def test_what_is_left(text: str, told: tuple[str, ...]) -> None:
    assert strangers_in(clause(text).text, ENGLISH) == told
