"""Bars and heights of characters."""

import pytest

from harness.cli.bars import Scale, heights
from harness.cli.story import Doing, Stretch


@pytest.mark.parametrize(
    ("from_ms", "to_ms", "filled"), [(0, 100, (0, 40)), (50, 75, (20, 30)), (100, 100, (39, 40)), (0, 0, (0, 1))]
)
def test_a_bar_is_filled_where_the_stretch_lies(from_ms: int, to_ms: int, filled: tuple[int, int]) -> None:
    drawn = Scale(0, 100).bar([Stretch(from_ms, to_ms, Doing.WORKING)])
    first, last = filled
    assert drawn == "·" * first + "█" * (last - first) + "·" * (40 - last)


def test_a_bar_may_begin_before_the_start() -> None:
    assert Scale(-100, 100).bar([Stretch(-50, 0, Doing.WAITING)]) == "·" * 10 + "░" * 10 + "·" * 20


def test_a_short_pause_shows_among_work() -> None:
    drawn = Scale(0, 4_000).bar([Stretch(1_000, 1_010, Doing.PAUSED), Stretch(0, 4_000, Doing.WORKING)])
    assert drawn == "█" * 10 + "=" + "█" * 29


def test_heights_rise_with_the_counts_and_one_still_shows() -> None:
    assert heights([0, 1, 50, 100]) == "·▁▄█"
    assert heights([0, 0]) == "··"
