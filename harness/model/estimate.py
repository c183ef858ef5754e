"""When a waiting run can expect to start, by what an honest system could know now."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heapreplace
from math import inf

from harness.model.limits import Share
from harness.model.pool import Pool
from harness.model.queue_claim import Claim
from harness.scenario.world import JobKind


class Durations:
    """How long the runs that have ended took, by kind."""

    def __init__(self) -> None:
        self._sums: dict[JobKind, tuple[int, int]] = {}

    def add(self, kind: JobKind, duration_ms: int) -> None:
        """A run of that kind has ended."""
        count, total_ms = self._sums.get(kind, (0, 0))
        self._sums[kind] = (count + 1, total_ms + duration_ms)

    def mean_ms(self, kind: JobKind) -> float:
        """The mean so far; endless where none has ended."""
        count, total_ms = self._sums.get(kind, (0, 0))
        return total_ms / count if count else inf

    def left_ms(self, claim: Claim, elapsed_ms: int) -> float:
        """What is left of a running run: what it says itself, else the mean, as long as it has not outlasted that."""
        said = claim.left_ms()
        if said is not None:
            return max(said, 0)
        mean_ms = self.mean_ms(claim.kind)
        return mean_ms - elapsed_ms if mean_ms > elapsed_ms else inf


@dataclass(kw_only=True, slots=True)
class Forecast:
    """Whom the workers will serve next, told of the waiting runs one by one, in their order.

    ``free`` holds for each pool when its workers will be free, ``tokens`` the same for the places under a limit, and
    ``ends`` when a job that runs will have ended. What is endless is not known.
    """

    at_ms: int
    serving: Mapping[str, tuple[Pool, ...]]
    free: dict[Pool, list[float]]
    tokens: dict[Share, list[float]]
    ends: dict[str, float]
    mean_ms: Callable[[JobKind], float]

    def __post_init__(self) -> None:
        for heap in (*self.free.values(), *self.tokens.values()):
            heapify(heap)

    def start_ms(self, claim: Claim, shares: Iterable[Share], unmet: Iterable[str]) -> int | None:
        """When the next in the order can expect to start; None where that is not known."""
        workers = min((self.free[pool] for pool in self.serving[claim.queue]), key=_soonest, default=[])
        places = [self.tokens[share] for share in shares]
        held_up_ms = max([float(self.at_ms), *map(_soonest, places), *(self.ends.get(job, inf) for job in unmet)])
        begin_ms = max(held_up_ms, _soonest(workers))
        if begin_ms == inf:
            return None
        end_ms = self.ends[claim.key.job] = begin_ms + self.mean_ms(claim.kind)
        # A worker that is free before the run may go serves others meanwhile.
        for heap in (*places, *([workers] if _soonest(workers) >= held_up_ms else [])):
            heapreplace(heap, end_ms)
        return round(begin_ms)


def _soonest(heap: list[float]) -> float:
    return heap[0] if heap else inf
