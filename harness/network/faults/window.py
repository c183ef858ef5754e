"""What faults have in common: when they begin and end, and how they are told to a page."""

from dataclasses import dataclass
from typing import Any, ClassVar


def check_window(at_ms: int, end_ms: int | None) -> None:
    """Refuse a window that begins before the trial or has no length."""
    if at_ms < 0 or (end_ms is not None and end_ms <= at_ms):
        raise ValueError(f"a fault from {at_ms} ms to {end_ms} ms has no length; give it a duration above 0")


def check_interval(every_ms: int) -> None:
    """Refuse an interval that has no length."""
    if every_ms <= 0:
        raise ValueError(f"every {every_ms} ms is no interval; give it a duration above 0")


@dataclass(frozen=True, kw_only=True)
class Window:
    """A fault that lasts from one moment until just before another, and of which nothing more is to be said."""

    kind: ClassVar[str]
    at_ms: int
    end_ms: int

    def __post_init__(self) -> None:
        """Check the window."""
        check_window(self.at_ms, self.end_ms)

    def to_page(self) -> dict[str, Any]:
        """The fault as JSON values."""
        return {"kind": self.kind, "at_ms": self.at_ms, "end_ms": self.end_ms}


@dataclass(frozen=True, kw_only=True)
class Instant:
    """A fault of one moment."""

    kind: ClassVar[str]
    at_ms: int

    def __post_init__(self) -> None:
        """Check the moment."""
        check_window(self.at_ms, None)

    @property
    def end_ms(self) -> int:
        """An instant ends where it begins."""
        return self.at_ms

    def to_page(self) -> dict[str, Any]:
        """The fault as JSON values."""
        return {"kind": self.kind, "at_ms": self.at_ms, "end_ms": self.end_ms}
