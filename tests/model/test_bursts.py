"""Good and bad times: their means, their share, and that they depend on seed and name alone."""

import math
from itertools import pairwise
from statistics import NormalDist, fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.model.bursts import Turns, Weather
from harness.scenario.world.third_party import Bursts

BURSTS = Bursts(good_ms="200ms", bad_ms="50ms")
WIDTH = NormalDist().inv_cdf(0.9995)


def weather(seed: int = 1) -> Weather:
    return Weather(BURSTS, seed, "marketplace")


@pytest.mark.parametrize(("first", "mean_ms"), [(0, 200), (1, 50)], ids=["good", "bad"])
def test_stays_are_exponential_with_the_means_asked_for(first: int, mean_ms: int) -> None:
    changes_ms = Turns(BURSTS, 1, "bursts").until(15_000_000)
    lengths = [later - earlier for earlier, later in pairwise(changes_ms)][first::2]
    width = WIDTH / math.sqrt(len(lengths))
    assert width < 0.015
    assert fmean(lengths) == pytest.approx(mean_ms, rel=width)
    assert 1.03 * fmean(lengths) != pytest.approx(mean_ms, rel=width)
    assert pstdev(lengths) == pytest.approx(mean_ms, rel=width * math.sqrt(2))


@pytest.mark.slow
@pytest.mark.parametrize("first_ms", [0, -500_000])
def test_the_weather_turns_from_good_to_bad_and_back(first_ms: int) -> None:
    found = [weather().is_bad(at_ms) for at_ms in (0, -1)]
    assert found == [False, False]
    told = weather()
    bad_ms = sum(told.is_bad(at_ms) for at_ms in range(first_ms, first_ms + 500_000))
    assert 0.18 < bad_ms / 500_000 < 0.22


@pytest.mark.slow
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
