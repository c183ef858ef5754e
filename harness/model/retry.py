"""Automatic retry of single items: how long to wait, and the items that wait."""

import heapq
from dataclasses import dataclass

from harness.core import causes
from harness.model.plans import ItemPlan
from harness.scenario.world import Retry


@dataclass(frozen=True, order=True, slots=True)
class Waiting:
    """One item that waits for its next attempt; ``order`` breaks ties in the order of failing."""

    due_ms: int
    order: int
    attempt: int
    plan: ItemPlan


class Retries:
    """The items of one run that wait for an automatic retry, soonest first."""

    def __init__(self, policy: Retry) -> None:
        self._policy = policy
        self._waiting: list[Waiting] = []
        self._order = 0

    @property
    def max_attempts(self) -> int:
        """How many attempts an item gets in all."""
        return self._policy.attempts

    def allows(self, cause: str, attempt: int) -> bool:
        """Whether an item whose nth attempt failed for this cause is tried again."""
        return attempt < self._policy.attempts and causes.cause(cause).retryable

    def wait(self, plan: ItemPlan, attempt: int, now_ms: int) -> int:
        """Let the item wait for its next attempt; returns the moment of that attempt."""
        wait_ms = round(self._policy.backoff_ms * self._policy.factor ** (attempt - 1))
        self._order += 1
        heapq.heappush(self._waiting, Waiting(now_ms + wait_ms, self._order, attempt + 1, plan))
        return now_ms + wait_ms

    def due(self, now_ms: int) -> Waiting | None:
        """Take the item whose wait is over, if there is one."""
        if self._waiting and self._waiting[0].due_ms <= now_ms:
            return heapq.heappop(self._waiting)
        return None

    @property
    def next_ms(self) -> int | None:
        """The moment of the soonest attempt; None when no item waits."""
        return self._waiting[0].due_ms if self._waiting else None
