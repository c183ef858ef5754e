"""Durations that tell how much longer it takes."""

import pytest

from harness.microcopy.estimates import tells_time_left


@pytest.mark.parametrize("text", ["About 2 min left", "ETA 30 s", "Time remaining: 0:40", "Another 5 minutes"])
def test_what_is_left_is_told(text: str) -> None:
    assert tells_time_left(text)


@pytest.mark.parametrize("text", ["Running for 2 min", "Elapsed 0:40", "Took 3 min", "Started 12 s ago"])
def test_what_has_passed_is_not(text: str) -> None:
    assert not tells_time_left(text)
