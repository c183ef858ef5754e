"""Durations and times of day as pages write them."""

import pytest

from harness.microcopy.clocks import clock, seconds, step_of


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("30 s", 30),
        ("2 min 30 s", 150),
        ("1h", 3600),
        ("a minute", 60),
        ("less than a minute", 60),
        ("1.5 hours", 5400),
        ("900ms", 0.9),
    ],
)
def test_a_duration_in_seconds(written: str, told: float) -> None:
    assert seconds(written) == pytest.approx(told)


def test_what_gives_no_number() -> None:
    assert seconds("a few seconds") is None


def test_how_finely_it_tells() -> None:
    assert (step_of("2 minutes"), step_of("2 min 30 s"), step_of("soon")) == (60, 1, 60)


@pytest.mark.parametrize(
    ("written", "minute"),
    [("09:03", 543), ("9:03 am", 543), ("2:32 pm", 872), ("14:32:10", 872), ("12:05 am", 5), ("3pm", 900)],
)
def test_a_time_of_day(written: str, minute: int) -> None:
    assert clock(written) == minute


def test_what_is_no_time() -> None:
    assert clock("soon") is None
