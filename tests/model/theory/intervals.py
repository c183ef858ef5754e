"""A confidence interval for the mean of numbers that depend on their neighbours, by batch means."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

BATCHES = 20
T_99 = 2.8609  # two-sided 99 % of Student's t with 19 degrees of freedom


@dataclass(frozen=True, slots=True)
class Interval:
    """Mean and half width of a 99 % confidence interval."""

    mean: float
    half: float

    def __contains__(self, value: float) -> bool:
        return abs(value - self.mean) <= self.half


def batch_means(numbers: Sequence[float], warm_up: int) -> Interval:
    """The interval from twenty batches in a row, after the first numbers, which know too well that all began empty."""
    size = (len(numbers) - warm_up) // BATCHES
    starts = range(warm_up, warm_up + size * BATCHES, size)
    means = [fmean(numbers[start : start + size]) for start in starts]
    return Interval(fmean(means), T_99 * stdev(means) / BATCHES**0.5)
