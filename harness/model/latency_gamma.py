"""Quantiles of the gamma distribution: its distribution function by series and continued fraction, turned round.

Formulas: NIST Digital Library of Mathematical Functions, 8.11.4 (series) and 8.9.2 (continued fraction); the first
guess is Wilson and Hilferty's (1931) cube of a normal number.
"""

import math
from collections.abc import Callable
from statistics import NormalDist

_NORMAL = NormalDist()
_CLOSE = 1e-12
_TINY = 1e-300
_STEPS = 500


def gamma_quantile(mean_ms: float, shape: float) -> Callable[[float], float]:
    """The quantile function of the gamma distribution with that mean and shape."""
    scale = mean_ms / shape
    return lambda share: scale * _standard_quantile(share, shape)


def _standard_quantile(share: float, shape: float) -> float:
    """Newton's steps from a good guess; a step that leaves the bracket is replaced by halving it."""
    low, high, guess = 0.0, math.inf, _first_guess(share, shape)
    for _ in range(_STEPS):
        beyond = gamma_share(guess, shape) - share
        low, high = (low, guess) if beyond > 0 else (guess, high)
        after = guess - beyond / (_density(guess, shape) or _TINY)
        if not low <= after <= high:
            after = 2 * guess if high == math.inf else (low + high) / 2
        if abs(after - guess) <= 1e-10 * after or after < _TINY:
            return after
        guess = after
    return guess


def _first_guess(share: float, shape: float) -> float:
    """Wilson and Hilferty's for the middle; for the lower end of small shapes the first term of the series."""
    ninth = 1 / (9 * shape)
    cube: float = shape * max(0.0, 1 - ninth + _NORMAL.inv_cdf(share) * math.sqrt(ninth)) ** 3
    lower = math.exp((math.log(share) + math.lgamma(shape + 1)) / shape)
    return cube if shape >= 1 and cube > 0.1 * shape else max(min(lower, 50.0), _TINY)


def _density(x: float, shape: float) -> float:
    return math.exp((shape - 1) * math.log(x) - x - math.lgamma(shape))


def gamma_share(x: float, shape: float) -> float:
    """The share of the standard gamma distribution of that shape that lies below x > 0."""
    front = math.exp(shape * math.log(x) - x - math.lgamma(shape))
    return front * _series(x, shape) if x < shape + 1 else 1 - front * _fraction(x, shape)


def _series(x: float, shape: float) -> float:
    total = term = 1 / shape
    for number in range(1, _STEPS):
        term *= x / (shape + number)
        total += term
        if term < total * _CLOSE:
            break
    return total


def _fraction(x: float, shape: float) -> float:
    """By the convergents' own recurrence, made small again at each step."""
    above, above_before = 1.0, 0.0
    below, below_before = x + 1 - shape, 1.0
    value = above / below
    for number in range(1, _STEPS):
        part, whole = number * (shape - number), x + 1 - shape + 2 * number
        above, above_before = whole * above + part * above_before, above
        below, below_before = whole * below + part * below_before, below
        above, above_before, below_before, below = above / below, above_before / below, below_before / below, 1.0
        if abs(above - value) <= _CLOSE * abs(above):
            break
        value = above
    return above
