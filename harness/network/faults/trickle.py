"""Everything comes drop by drop."""

from dataclasses import dataclass
from typing import Any, ClassVar

from harness.network.faults.window import check_interval, check_window


@dataclass(frozen=True, kw_only=True, slots=True)
class Trickle:
    """Within the window what the server sends arrives in pieces of ``bytes``, ``every_ms`` after one another."""

    kind: ClassVar[str] = "trickle"
    at_ms: int
    end_ms: int
    bytes: int = 100
    every_ms: int = 50

    def __post_init__(self) -> None:
        """Check the window and the interval."""
        check_window(self.at_ms, self.end_ms)
        check_interval(self.every_ms)

    def takes_ms(self, size_bytes: int) -> int:
        """How long after the first piece of that many bytes the last one comes."""
        return max(-(-size_bytes // self.bytes) - 1, 0) * self.every_ms

    def to_page(self) -> dict[str, Any]:
        """The fault as JSON values."""
        window = {"kind": self.kind, "at_ms": self.at_ms, "end_ms": self.end_ms}
        return {**window, "bytes": self.bytes, "every_ms": self.every_ms}
