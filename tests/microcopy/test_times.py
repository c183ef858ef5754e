"""Clock times and durations."""

import pytest

from harness.microcopy.times import clock, duration


@pytest.mark.parametrize(
    ("written", "at_ms", "within_ms"),
    [
        ("09:03:20", 32_600_000, 1_000),
        ("9:03", 32_580_000, 60_000),
        ("9:03 pm", 75_780_000, 60_000),
        ("12:00:01 a.m.", 1_000, 1_000),
        ("12 pm", 43_200_000, 3_600_000),
        ("09:03:20.5", 32_600_000, 1_000),
    ],
)
def test_a_time_of_the_day(written: str, at_ms: int, within_ms: int) -> None:
    assert clock(written) == (at_ms, within_ms)


@pytest.mark.parametrize(
    ("written", "long_ms", "unit_ms"),
    [
        ("12 s", 12_000, 1_000),
        ("1 min 20 s", 80_000, 1_000),
        ("2 minutes", 120_000, 60_000),
        ("a minute", 60_000, 60_000),
        ("1.5 h", 5_400_000, 3_600_000),
        ("250 ms", 250, 1),
    ],
)
def test_a_duration(written: str, long_ms: int, unit_ms: int) -> None:
    assert duration(written) == (long_ms, unit_ms)


@pytest.mark.parametrize("written", ["a few seconds", "less than a minute", "several hours", "a couple of minutes"])
def test_a_duration_without_a_number_has_none(written: str) -> None:
    assert duration(written) is None


def test_what_is_no_time_is_none() -> None:
    assert clock("soon") is None
    assert duration("soon") is None
