"""Latency of a third party: lognormal through p50 and p99, cut at the cap; one uniform number a draw."""

import math
from statistics import NormalDist

from harness.core.random import Random
from harness.scenario.world import Latency

_NORMAL = NormalDist()
_Z99 = _NORMAL.inv_cdf(0.99)


def draw_ms(latency: Latency, random: Random) -> int:
    """One latency in whole milliseconds, at least 1. Inversion keeps a draw to exactly one number of the stream."""
    uniform = random.random() or 0.5
    spread = math.log(latency.p99_ms / latency.p50_ms) / _Z99
    drawn = latency.p50_ms * math.exp(spread * _NORMAL.inv_cdf(uniform))
    return max(1, min(round(drawn), latency.cap_ms))
