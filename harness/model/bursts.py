"""Bursts of errors, after Gilbert (1960) and Elliott (1963), in continuous time.

Good and bad times follow each other in turn, from a good one that begins with the trial; each has an exponential
length. They come from a stream of their own, whoever calls. What is before the trial has another stream, so that a past
moves nothing in the trial.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence

from harness.core.random import stream
from harness.scenario.world.third_party import Bursts


class Weather:
    """Whether the third party has a bad time at a moment, the same for every run."""

    def __init__(self, bursts: Bursts, seed: int, name: str) -> None:
        self._after = Turns(bursts, seed, f"bursts/{name}")
        self._before = Turns(bursts, seed, f"bursts/{name}/past")

    def is_bad(self, now_ms: int) -> bool:
        """Whether it is a bad time; may be asked in any order."""
        return self._after.is_bad(now_ms) if now_ms >= 0 else self._before.is_bad(-1 - now_ms)


class Turns:
    """The moments at which the times change, made as far as they are asked for."""

    def __init__(self, bursts: Bursts, seed: int, name: str) -> None:
        self._means_ms = (bursts.good_ms, bursts.bad_ms)
        self._random = stream(seed, name)
        self._changes_ms = [0]

    def is_bad(self, at_ms: int) -> bool:
        """Whether the time is bad so long after the beginning, which is good."""
        return bisect_right(self.until(at_ms), at_ms) % 2 == 0

    def until(self, at_ms: int) -> Sequence[int]:
        """The moments of change, from 0, at least up to the first one after this."""
        while self._changes_ms[-1] <= at_ms:
            mean_ms = self._means_ms[(len(self._changes_ms) - 1) % 2]
            length_ms = max(1, round(-mean_ms * math.log1p(-self._random.random())))
            self._changes_ms.append(self._changes_ms[-1] + length_ms)
        return self._changes_ms
