"""Latency of a third party. Every distribution is drawn from by inversion: one uniform number of the stream a draw."""

import math
from collections.abc import Callable
from functools import partial
from statistics import NormalDist

from harness.core.random import Random
from harness.model.latency_gamma import gamma_quantile
from harness.model.latency_recorded import percentile_quantile, sample_quantile
from harness.scenario.world.latency import (
    Constant,
    Exponential,
    Gamma,
    Latency,
    Lognormal,
    Percentiles,
    Samples,
    Uniform,
)

_NORMAL = NormalDist()
_Z99 = _NORMAL.inv_cdf(0.99)

Quantile = Callable[[float], float]
Draw = Callable[[Random], int]


def drawing(latency: Latency) -> Draw:
    """What draws one latency after another in whole milliseconds, each at least 1."""
    return partial(_draw_ms, quantile(latency))


def _draw_ms(of: Quantile, random: Random) -> int:
    return max(1, round(of(random.random() or 0.5)))


def quantile(latency: Latency) -> Quantile:
    """The milliseconds below which a share of the answers stays, for shares above 0 and below 1."""
    match latency:
        case Lognormal():
            return _lognormal(latency)
        case Constant(constant_ms=constant_ms):
            return lambda share: constant_ms
        case Uniform(uniform=bounds):
            return lambda share: bounds.from_ms + share * (bounds.to_ms - bounds.from_ms)
        case Gamma(gamma=numbers):
            return gamma_quantile(numbers.mean_ms, numbers.shape)
        case Exponential(exponential=numbers):
            return lambda share: -numbers.mean_ms * math.log1p(-share)
        case Percentiles() | Samples():
            return _recorded(latency)


def _recorded(latency: Percentiles | Samples) -> Quantile:
    if isinstance(latency, Percentiles):
        return percentile_quantile(latency.percentiles.rows)
    return sample_quantile(latency.samples.rows)


def _lognormal(latency: Lognormal) -> Quantile:
    spread = math.log(latency.p99_ms / latency.p50_ms) / _Z99
    p50_ms, cap_ms = latency.p50_ms, latency.cap_ms
    return lambda share: min(p50_ms * math.exp(spread * _NORMAL.inv_cdf(share)), cap_ms)
