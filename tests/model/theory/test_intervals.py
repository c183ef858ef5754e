"""The interval holds what it says it holds."""

import pytest

from harness.core.random import stream
from tests.model.theory.intervals import batch_means


def test_numbers_without_spread_have_an_interval_without_width() -> None:
    interval = batch_means([9.0] * 7 + [2.0] * 80, warm_up=7)
    assert (interval.mean, interval.half) == (2, 0)
    assert 2 in interval
    assert 2.01 not in interval


def test_of_a_hundred_intervals_ninety_eight_or_more_hold_the_mean() -> None:
    held = narrow = 0
    for seed in range(100):
        random, last, numbers = stream(seed, "interval"), 0.0, []
        for _ in range(4_000):  # each number leans on the one before it
            last = 0.5 * last + random.gauss(0, 1)
            numbers.append(last)
        interval = batch_means(numbers, warm_up=100)
        held, narrow = held + (0.0 in interval), narrow + (abs(interval.mean) <= interval.half / 3)
    assert held >= 97
    assert 50 <= narrow <= 80  # a third of the width holds it in two of three, so it is not merely wide


def test_the_interval_narrows_with_the_root_of_the_numbers() -> None:
    random = stream(1, "narrow")
    numbers = [random.gauss(0, 1) for _ in range(64_000)]
    few, many = batch_means(numbers[:4_000], 0).half, batch_means(numbers, 0).half
    assert few / many == pytest.approx(4, rel=0.4)
