"""Something on the way collects the event stream."""

from dataclasses import dataclass
from typing import Any, ClassVar

from harness.network.faults.window import check_interval, check_window


@dataclass(frozen=True, kw_only=True, slots=True)
class Buffered:
    """Within the window event streams are held, and let out all at once each ``every_ms`` and at the end."""

    kind: ClassVar[str] = "buffered"
    at_ms: int
    end_ms: int
    every_ms: int

    def __post_init__(self) -> None:
        """Check the window and the interval."""
        check_window(self.at_ms, self.end_ms)
        check_interval(self.every_ms)

    def to_page(self) -> dict[str, Any]:
        """The fault as JSON values."""
        window = {"kind": self.kind, "at_ms": self.at_ms, "end_ms": self.end_ms}
        return {**window, "every_ms": self.every_ms}
