"""The gamma's quantiles are the inverse of its shares, and those agree with what is known in closed form."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.model.latency_gamma import gamma_quantile, gamma_share


@given(st.floats(0.1, 100), st.floats(1e-12, 1 - 1e-12))
def test_the_share_below_a_quantile_is_the_one_asked_for(shape: float, share: float) -> None:
    found = gamma_quantile(shape, shape)(share)
    assert gamma_share(found, shape) == pytest.approx(share, rel=1e-7)


@given(st.floats(1e-6, 30))
def test_a_whole_shape_has_the_share_of_a_poisson_count(x: float) -> None:
    for shape in (1, 2, 5, 20):
        fewer = sum(math.exp(-x + number * math.log(x) - math.lgamma(number + 1)) for number in range(shape))
        assert gamma_share(x, shape) == pytest.approx(1 - fewer, abs=1e-10)


@given(st.floats(1e-4, 50))
def test_a_shape_of_one_half_has_the_share_of_a_squared_normal_number(x: float) -> None:
    assert gamma_share(x, 0.5) == pytest.approx(math.erf(math.sqrt(x)), abs=1e-10)


def test_the_mean_scales_the_time() -> None:
    assert gamma_quantile(6_000, 2)(0.3) == pytest.approx(3 * gamma_quantile(2_000, 2)(0.3))
