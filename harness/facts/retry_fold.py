"""The fold of a run's automatic retries: which items wait, until when, and which are in an attempt after the first."""

from collections import Counter
from heapq import heappop, heappush
from typing import Any

from harness.facts.series import Series
from harness.facts.views import RetryView


class RetryFold:
    """Each change costs a push on a heap at most; what waits no longer is taken off it when it comes to the top."""

    def __init__(self, max_attempts: int) -> None:
        self._max = max_attempts
        self._waiting: dict[str, tuple[int | None, int]] = {}
        self._trying: dict[str, int] = {}
        self._soonest: list[tuple[int, int, str]] = []
        self._untimed: Counter[int] = Counter()
        self._attempts: Counter[int] = Counter()
        self._awaited: Counter[int] = Counter()
        self._view: Series[RetryView | None] = Series(None)

    def at(self, count: int) -> RetryView | None:
        """What was being retried after ``count`` events of the run."""
        return self._view.at(count)

    @property
    def timed(self) -> int:
        """How many items wait for a moment that is known."""
        return len(self._waiting) - self._untimed.total()

    @property
    def is_whole(self) -> bool:
        """Whether the job as a whole waits to be taken up again."""
        return self._view.last is not None and self._view.last.whole

    def wait(self, count: int, item: str, attempt: int, next_at_ms: int | None) -> None:
        """An item waits for another attempt; without a moment, until the round is over."""
        self._forget(item)
        if attempt > 1:
            self._waiting[item] = (next_at_ms, attempt)
            self._awaited[attempt] += 1
            self._note(item, attempt, next_at_ms)
        self._put(count)

    def resume(self, count: int, item: str, attempt: int) -> None:
        """An item is in the attempt now; the first one is no retry."""
        self._forget(item)
        if attempt > 1:
            self._trying[item] = attempt
            self._attempts[attempt] += 1
        self._put(count)

    def end(self, count: int, item: str) -> None:
        """An item has come to its end."""
        self._forget(item)
        self._put(count)

    def wait_whole(self, count: int, data: dict[str, Any]) -> None:
        """The job as a whole is to be taken up again."""
        items, most, attempt = data["items"], data.get("max", self._max), data["attempt"]
        view = RetryView(
            items=items, attempt=attempt, max=most, next_at_ms=data["next_at_ms"], waiting=items, whole=True,
            attempts=(attempt,),
        )  # fmt: skip
        self._view.put(count, view)

    def go_on(self, count: int) -> None:
        """The wait of the whole job is over: items are told one by one again."""
        self._put(count)

    def clear(self, count: int) -> None:
        """The run is over."""
        for held in (self._waiting, self._trying, self._soonest, self._untimed, self._attempts, self._awaited):
            held.clear()
        self._put(count)

    def _note(self, item: str, attempt: int, next_at_ms: int | None) -> None:
        if next_at_ms is None:
            self._untimed[attempt] += 1
        else:
            heappush(self._soonest, (next_at_ms, attempt, item))

    def _forget(self, item: str) -> None:
        next_at_ms, attempt = self._waiting.pop(item, (0, 0))
        if attempt:
            _less(self._awaited, attempt)
        if next_at_ms is None:
            _less(self._untimed, attempt)
        if (tried := self._trying.pop(item, None)) is not None:
            _less(self._attempts, tried)

    def _put(self, count: int) -> None:
        self._view.put(count, self._summary())

    def _summary(self) -> RetryView | None:
        waiting, trying = len(self._waiting), len(self._trying)
        if not waiting + trying:
            return None
        next_at_ms, attempt = self._next()
        return RetryView(
            items=waiting + trying, attempt=attempt, max=self._max, next_at_ms=next_at_ms, waiting=waiting,
            attempts=tuple(sorted({*self._awaited, *self._attempts})),
        )  # fmt: skip

    def _next(self) -> tuple[int | None, int]:
        """The soonest moment and its attempt; without one the attempt in hand, else the one that comes first."""
        heap = self._soonest
        while heap and self._waiting.get(heap[0][2]) != heap[0][:2]:
            heappop(heap)
        if heap:
            return heap[0][0], heap[0][1]
        return None, max(self._attempts) if self._attempts else min(self._untimed)


def _less(counter: Counter[int], attempt: int) -> None:
    counter[attempt] -= 1
    if not counter[attempt]:
        del counter[attempt]
