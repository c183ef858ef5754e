"""Quantiles of what was measured: of rows of percentiles, and of single samples."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

Rows = Sequence[tuple[float, ...]]


def percentile_quantile(rows: Rows) -> Callable[[float], float]:
    """Straight lines between rows of percentile and milliseconds, the first for 0 and the last for 100."""
    shares = [row[0] / 100 for row in rows]
    times = [row[1] for row in rows]

    def quantile(share: float) -> float:
        right = min(bisect_right(shares, share), len(shares) - 1)
        left = right - 1
        part = (share - shares[left]) / (shares[right] - shares[left])
        return times[left] + part * (times[right] - times[left])

    return quantile


def sample_quantile(rows: Rows) -> Callable[[float], float]:
    """One of the samples, which come sorted; each has the same share."""
    times = [row[0] for row in rows]
    return lambda share: times[int(share * len(times))]
