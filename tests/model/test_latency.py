"""The generators give the numbers asked for: 100,000 draws, each statistic within its 99.9 % confidence interval.

The share of draws at or below a quantile is binomial, whatever the distribution; means and the gamma's shape have
normal intervals. Beside each it is asserted that times 3 % longer would fall out of the interval.
"""

import math
from functools import cache
from statistics import NormalDist, fmean, pvariance
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from harness.core.random import stream
from harness.model.latency import drawing, quantile
from harness.scenario.world import Latency

DRAWS = 100_000
WIDTH = NormalDist().inv_cdf(0.9995)
LATENCY: TypeAdapter[Any] = TypeAdapter(Latency)

FORMS: dict[str, dict[str, Any]] = {
    "lognormal": {"p50": "3s", "p99": "8s", "cap": "1h"},
    "wide lognormal": {"p50": "900ms", "p99": "6s", "cap": "1h"},
    "narrow lognormal": {"p50": "400ms", "p99": "500ms", "cap": "1h"},
    "uniform": {"uniform": {"from": "1s", "to": "3s"}},
    "gamma of shape 0.5": {"gamma": {"mean": "2s", "shape": 0.5}},
    "gamma of shape 2": {"gamma": {"mean": "2s", "shape": 2}},
    "gamma of shape 40": {"gamma": {"mean": "2s", "shape": 40}},
    "exponential": {"exponential": {"mean": "2s"}},
    "percentiles": {"percentiles": "marketplace.csv"},
    "samples": {"samples": "recorded.csv"},
    "constant": {"constant": "2s"},
}
QUANTILES = [
    ("lognormal", {0.5: 3_000, 0.99: 8_000}),
    ("wide lognormal", {0.5: 900, 0.99: 6_000}),
    ("narrow lognormal", {0.5: 400, 0.99: 500}),
    ("uniform", {0.5: 2_000, 0.99: 2_980}),
    ("exponential", {0.5: 1_386.3, 0.99: 9_210.3}),
    # Of the chi-squared distribution with 1 and with 4 degrees of freedom, as printed in tables.
    ("gamma of shape 0.5", {0.5: 0.454936 * 2_000, 0.9: 2.705543 * 2_000, 0.99: 6.634897 * 2_000}),
    ("gamma of shape 2", {0.5: 3.356694 * 500, 0.99: 13.276704 * 500}),
    ("percentiles", {0.05: 390, 0.1: 460, 0.25: 620, 0.5: 900, 0.75: 1_350, 0.9: 2_300, 0.95: 3_400, 0.99: 7_200}),
]
MOMENTS = [
    ("uniform", 2_000, 2_000 / math.sqrt(12)),
    ("gamma of shape 0.5", 2_000, 2_000 / math.sqrt(0.5)),
    ("gamma of shape 2", 2_000, 2_000 / math.sqrt(2)),
    ("gamma of shape 40", 2_000, 2_000 / math.sqrt(40)),
    ("exponential", 2_000, 2_000),
]


@cache
def draws(form: str) -> list[int]:
    return first(form, DRAWS)


def first(form: str, count: int) -> list[int]:
    draw, random = drawing(LATENCY.validate_python(FORMS[form])), stream(1, "latency")
    return [draw(random) for _ in range(count)]


def share_is_within(drawn: list[float], at_ms: float, share: float) -> bool:
    found = sum(time_ms <= at_ms for time_ms in drawn) / len(drawn)
    return abs(found - share) <= WIDTH * math.sqrt(share * (1 - share) / len(drawn))


def mean_is_within(drawn: list[float], mean_ms: float, deviation_ms: float) -> bool:
    return abs(fmean(drawn) - mean_ms) <= WIDTH * deviation_ms / math.sqrt(len(drawn))


def scaled(drawn: list[int], factor: float) -> list[float]:
    return [factor * time_ms for time_ms in drawn]


@pytest.mark.slow
@pytest.mark.parametrize(("form", "asked"), QUANTILES, ids=[form for form, _ in QUANTILES])
def test_the_quantiles_are_those_asked_for(form: str, asked: dict[float, float]) -> None:
    for share, at_ms in asked.items():
        assert share_is_within(scaled(draws(form), 1), at_ms, share), share
    for factor in (1.03, 0.97):
        assert not all(share_is_within(scaled(draws(form), factor), at_ms, share) for share, at_ms in asked.items())


@pytest.mark.slow
@pytest.mark.parametrize(("form", "mean_ms", "deviation_ms"), MOMENTS, ids=[row[0] for row in MOMENTS])
def test_the_mean_is_the_one_asked_for(form: str, mean_ms: float, deviation_ms: float) -> None:
    assert mean_is_within(scaled(draws(form), 1), mean_ms, deviation_ms)
    assert not mean_is_within(scaled(draws(form), 1.03), mean_ms, deviation_ms)
    assert not mean_is_within(scaled(draws(form), 0.97), mean_ms, deviation_ms)


@pytest.mark.slow
@pytest.mark.parametrize("shape", [0.5, 2, 40])
def test_the_shape_of_a_gamma_is_the_one_asked_for(shape: float) -> None:
    drawn = draws(f"gamma of shape {shape}")
    found, width = fmean(drawn) ** 2 / pvariance(drawn), WIDTH * math.sqrt(2 * shape * (shape + 1) / DRAWS)
    assert abs(found - shape) <= width
    assert abs(found - 1.03 * shape) > width


def test_the_samples_are_drawn_alike() -> None:
    samples = [row[0] for row in LATENCY.validate_python(FORMS["samples"]).samples.rows]
    assert set(draws("samples")) == set(samples)
    mean, deviation = fmean(samples), math.sqrt(pvariance(samples))
    assert mean_is_within(scaled(draws("samples"), 1), mean, deviation)
    assert not mean_is_within(scaled(draws("samples"), 1.03), mean, deviation)


def test_a_constant_is_constant() -> None:
    assert set(draws("constant")) == {2_000}


def test_no_answer_takes_longer_than_the_cap() -> None:
    draw, random = drawing(LATENCY.validate_python({"p50": "3s", "p99": "8s", "cap": "9s"})), stream(1, "latency")
    drawn = [draw(random) for _ in range(5_000)]
    assert max(drawn) == 9_000
    assert min(drawn) >= 1


@pytest.mark.parametrize("form", FORMS)
def test_a_draw_takes_one_number_of_the_stream(form: str) -> None:
    one, other = stream(1, "latency"), stream(1, "latency")
    drawing(LATENCY.validate_python(FORMS[form]))(one)
    other.random()
    assert one.random() == other.random()


@given(st.sampled_from(sorted(FORMS)), st.floats(1e-16, 1 - 2**-53), st.floats(1e-16, 1 - 2**-53))
def test_a_larger_number_never_means_a_faster_answer(form: str, one: float, other: float) -> None:
    of = quantile(LATENCY.validate_python(FORMS[form]))
    assert 0 <= of(min(one, other)) <= of(max(one, other)) * (1 + 1e-8) < math.inf


FIRST = {
    "lognormal": [1650, 4216, 1938],
    "wide lognormal": [283, 1738, 386],
    "narrow lognormal": [349, 432, 362],
    "uniform": [1156, 2580, 1300],
    "gamma of shape 0.5": [19, 3146, 71],
    "gamma of shape 2": [459, 2930, 683],
    "gamma of shape 40": [1570, 2248, 1675],
    "exponential": [163, 3123, 325],
    "percentiles": [429, 1605, 513],
    "samples": [643, 2022, 734],
    "constant": [2000, 2000, 2000],
}


def test_the_first_draws_are_pinned() -> None:
    """The same on every machine and Python; a change here changes every log that draws this way."""
    assert {form: first(form, 3) for form in FORMS} == FIRST
