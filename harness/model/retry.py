"""Automatic retry: how long to wait, and the items that wait."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from harness.core import causes
from harness.model.plans import ItemPlan
from harness.scenario.world import Retry, RetryOf


@dataclass(frozen=True, order=True, slots=True)
class Waiting:
    """One item that waits for its next attempt; ``order`` breaks ties in the order of failing."""

    due_ms: int
    order: int
    attempt: int
    plan: ItemPlan


def _middle() -> float:
    return 0.5


class Retries:
    """The items of one run that wait for an automatic retry, soonest first.

    ``chance`` gives the numbers from 0 to 1 for the jitter; it is asked only where the policy has one.
    """

    def __init__(self, policy: Retry, chance: Callable[[], float] = _middle) -> None:
        self._policy = policy
        self._chance = chance
        self._waiting: list[Waiting] = []
        self._round: list[tuple[int, ItemPlan]] = []
        self._order = 0

    @property
    def max_attempts(self) -> int:
        """How many attempts an item gets in all."""
        return self._policy.attempts

    @property
    def is_any(self) -> bool:
        """Whether an item waits."""
        return bool(self._waiting or self._round)

    def allows(self, cause: str, attempt: int) -> bool:
        """Whether an item whose nth attempt failed for this cause is tried again."""
        return attempt < self._policy.attempts and causes.cause(cause).retryable

    def wait(self, plan: ItemPlan, attempt: int, now_ms: int) -> int | None:
        """Let the item wait for its next attempt; returns the moment of that, None where the whole job is retried."""
        if self._policy.of is RetryOf.JOB:
            self._round.append((attempt + 1, plan))
            return None
        next_ms = now_ms + self._wait_ms(attempt)
        self._push(next_ms, attempt + 1, plan)
        return next_ms

    def next_round(self, now_ms: int) -> dict[str, Any]:
        """Take up the whole job again after one wait: what a ``run.retrying`` event says of it."""
        attempt = max(attempt for attempt, _ in self._round)
        next_ms = now_ms + self._wait_ms(attempt - 1)
        items = len(self._round)
        for number, plan in self._round:
            self._push(next_ms, number, plan)
        self._round.clear()
        return {"attempt": attempt, "max": self.max_attempts, "next_at_ms": next_ms, "items": items}

    def due(self, now_ms: int) -> Waiting | None:
        """Take the item whose wait is over, if there is one."""
        if self._waiting and self._waiting[0].due_ms <= now_ms:
            return heapq.heappop(self._waiting)
        return None

    @property
    def next_ms(self) -> int | None:
        """The moment of the soonest attempt; None when no item waits for one."""
        return self._waiting[0].due_ms if self._waiting else None

    def _push(self, due_ms: int, attempt: int, plan: ItemPlan) -> None:
        self._order += 1
        heapq.heappush(self._waiting, Waiting(due_ms, self._order, attempt, plan))

    def _wait_ms(self, attempt: int) -> int:
        """Exponential backoff, cut at the longest wait; jitter takes away or adds a share of it."""
        policy = self._policy
        wait_ms = min(policy.backoff_ms * policy.factor ** (attempt - 1), policy.longest_ms)
        if policy.jitter:
            wait_ms *= 1 + policy.jitter * (2 * self._chance() - 1)
        return round(wait_ms)
