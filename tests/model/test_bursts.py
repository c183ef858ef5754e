"""Good and bad times: their means, their share, and that they depend on seed and name alone."""

import math
from functools import cache
from itertools import groupby
from statistics import NormalDist, fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.model.bursts import Weather
from harness.scenario.world.third_party import Bursts

BURSTS = Bursts(good_ms="200ms", bad_ms="50ms")
WIDTH = NormalDist().inv_cdf(0.9995)


def weather(seed: int = 1) -> Weather:
    return Weather(BURSTS, seed, "marketplace")


@cache
def stays(bad: bool, sign: int = 1) -> list[int]:
    """Lengths of whole stays; the last one is cut, and so left out."""
    told = weather()
    turns = [(is_bad, len(list(run))) for is_bad, run in groupby(told.is_bad(sign * ms) for ms in range(1, 2_000_000))]
    return [length for is_bad, length in turns[1:-1] if is_bad is bad]


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(("bad", "mean_ms"), [(False, 200), (True, 50)])
def test_stays_are_exponential_with_the_means_asked_for(sign: int, bad: bool, mean_ms: int) -> None:
    lengths = stays(bad, sign)
    width = WIDTH / math.sqrt(len(lengths))
    assert fmean(lengths) == pytest.approx(mean_ms, rel=width)
    assert pstdev(lengths) == pytest.approx(mean_ms, rel=width * math.sqrt(2))
    assert sum(length > mean_ms for length in lengths) / len(lengths) == pytest.approx(math.exp(-1), abs=width / 2)


def test_the_long_run_share_of_bad_time_is_that_of_its_mean() -> None:
    """Of a cycle's two exponential parts the share has a variance of 2 g²b²/(g+b)⁴ a cycle."""
    span_ms, share = 20_000_000, 50 / 250
    told = weather()
    found = sum(told.is_bad(ms) for ms in range(0, span_ms, 10)) / (span_ms / 10)
    width = WIDTH * math.sqrt(2 * share**2 * (1 - share) ** 2 / (span_ms / 250))
    assert width < 0.03 * share
    assert abs(found - share) <= width


@given(st.lists(st.integers(-10_000, 10_000), min_size=1, max_size=60))
def test_neither_the_order_nor_the_number_of_questions_changes_an_answer(moments: list[int]) -> None:
    one, other = weather(), weather()
    answers = {at_ms: one.is_bad(at_ms) for at_ms in moments}
    assert answers == {at_ms: other.is_bad(at_ms) for at_ms in sorted(moments)}


def test_a_trial_begins_in_a_good_time_and_another_seed_has_other_times() -> None:
    assert not weather().is_bad(0)
    assert [weather(1).is_bad(ms) for ms in range(2_000)] != [weather(2).is_bad(ms) for ms in range(2_000)]
