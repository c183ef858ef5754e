"""Values that change as events come: appended in order, looked up by the number of events that have happened."""

from bisect import bisect_right
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Series(Generic[Value]):
    """A step function over event counts. ``at`` is a bisection; ``put`` appends, unless nothing changed."""

    __slots__ = ("_counts", "_values")

    def __init__(self, first: Value) -> None:
        self._counts = [0]
        self._values = [first]

    def put(self, count: int, value: Value) -> None:
        """The value that holds from the event numbered ``count`` on."""
        if self._counts[-1] == count:
            self._values[-1] = value
        elif self._values[-1] != value:
            self._counts.append(count)
            self._values.append(value)

    def at(self, count: int) -> Value:
        """The value after ``count`` events."""
        return self._values[bisect_right(self._counts, count) - 1]

    @property
    def last(self) -> Value:
        """The newest value."""
        return self._values[-1]


class Tally:
    """How many times something has happened by a number of events."""

    __slots__ = ("_counts",)

    def __init__(self) -> None:
        self._counts: list[int] = []

    def mark(self, count: int) -> None:
        """It happened with the event numbered ``count``."""
        self._counts.append(count)

    def at(self, count: int) -> int:
        """How many times it happened within the first ``count`` events."""
        return bisect_right(self._counts, count)

    @property
    def last(self) -> int:
        """How many times it has happened so far."""
        return len(self._counts)
