"""The rate limit of a third party: a sliding window over the calls let through, shared by all runs."""

from collections import deque

from harness.scenario.world.third_party import RateLimit


class RateGate:
    """Lets at most ``calls`` through in any stretch as long as ``per``; is asked in the order of time."""

    def __init__(self, limit: RateLimit) -> None:
        self._limit = limit
        self._let_through = deque[int](maxlen=limit.calls)
        self._shut_until_ms: int | None = None

    def wait_ms(self, now_ms: int) -> int:
        """Make a call now: 0 where it is let through, else the Retry-After with which it is turned away."""
        if self._shut_until_ms is not None and now_ms < self._shut_until_ms:
            return self._shut_until_ms - now_ms
        free_ms = self._window_free_ms(now_ms)
        if free_ms == now_ms:
            self._let_through.append(now_ms)
            return 0
        wait_ms = self._limit.retry_after_ms or free_ms - now_ms
        self._shut_until_ms = now_ms + wait_ms
        return wait_ms

    def blocked_until_ms(self, now_ms: int) -> int:
        """The moment from which a call would be let through; now, where it would be at once."""
        opens_ms = now_ms if self._shut_until_ms is None else max(now_ms, self._shut_until_ms)
        return max(opens_ms, self._window_free_ms(now_ms))

    def _window_free_ms(self, now_ms: int) -> int:
        if len(self._let_through) < self._limit.calls:
            return now_ms
        return max(now_ms, self._let_through[0] + self._limit.per_ms)
