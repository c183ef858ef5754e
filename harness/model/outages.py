"""Outages and brown-outs on a schedule: what a third party is like at a moment."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from harness.scenario.world.third_party import Outage, OutageKind


@dataclass(frozen=True, slots=True)
class Health:
    """By how much answers are slower, and the share of calls that fail for it."""

    slower: float = 1.0
    failures: float = 0.0


WELL = Health()
DOWN = Health(failures=1.0)


class Schedule:
    """Outages in the order of time, none of which overlap."""

    def __init__(self, outages: Sequence[Outage]) -> None:
        self._outages = outages
        self._starts_ms = [outage.at_ms for outage in outages]
        self._health = [_health(outage) for outage in outages]

    def health(self, now_ms: int) -> Health:
        """What it is like now; an outage lasts up to its end and not at it."""
        place = bisect_right(self._starts_ms, now_ms) - 1
        return self._health[place] if place >= 0 and now_ms < self._outages[place].end_ms else WELL


def _health(outage: Outage) -> Health:
    if outage.kind is OutageKind.OUTAGE:
        return DOWN
    return Health(slower=outage.slower or 1.0, failures=outage.failures or 0.0)
