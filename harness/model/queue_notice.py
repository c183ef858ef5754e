"""What a waiting run is told: its place, why it waits, and when it can expect to start."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

TENTH = 10


class Reason(StrEnum):
    """Why a run waits; the first that holds, in this order, is told."""

    DEPENDENCY = "dependency"
    PAUSED = "paused"
    CONCURRENCY_LIMIT = "concurrency-limit"
    RATE_LIMIT = "rate-limit"
    NO_FREE_WORKER = "no-free-worker"


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """``ahead`` counts those before it; ``expected_start_ms`` is None where an honest system knows nothing."""

    at_ms: int
    ahead: int
    reason: Reason
    expected_start_ms: int | None

    @property
    def data(self) -> dict[str, Any]:
        """The notice as an event carries it."""
        return {"ahead": self.ahead, "reason": self.reason.value, "expected_start_ms": self.expected_start_ms}

    @property
    def wait_ms(self) -> int:
        """How long a wait it announced."""
        return 0 if self.expected_start_ms is None else self.expected_start_ms - self.at_ms

    def is_news_after(self, told: "Notice") -> bool:
        """Whether it differs from what was told: in place or reason, or by more than a tenth of the wait then told."""
        if (self.ahead, self.reason) != (told.ahead, told.reason):
            return True
        if self.expected_start_ms is None or told.expected_start_ms is None:
            return self.expected_start_ms != told.expected_start_ms
        return abs(self.expected_start_ms - told.expected_start_ms) * TENTH > told.wait_ms

    def holds_by(self, known_at_ms: int) -> bool:
        """Whether it is still true, though what it rests on was known then: old by less than a tenth of the wait."""
        if self.expected_start_ms is None:
            return known_at_ms == self.at_ms
        return (self.at_ms - known_at_ms) * TENTH <= max(self.wait_ms, 0)
