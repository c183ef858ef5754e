"""The wall clock: how long something took, and when a session began. Nothing of it reaches truth or screen."""

import time
from datetime import UTC, date, datetime


class Stopwatch:
    """Starts when it is made."""

    def __init__(self) -> None:
        self._started = time.perf_counter()

    @property
    def ms(self) -> int:
        """Whole milliseconds of real time since the start."""
        return round((time.perf_counter() - self._started) * 1000)


class WallClock:
    """A trial's clock in real time: it starts when it is made, and nothing holds it."""

    def __init__(self) -> None:
        self.started_ms = time.time() * 1000
        """the moment of its start, as browsers count it: milliseconds since 1970"""
        self._started = time.perf_counter()

    @property
    def now_ms(self) -> int:
        """Whole milliseconds from the start."""
        return round((time.perf_counter() - self._started) * 1000)


def now_iso() -> str:
    """This moment as RFC 3339 in UTC, whole seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> date:
    """This day in UTC."""
    return datetime.now(UTC).date()
