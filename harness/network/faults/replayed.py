"""Messages are sent again."""

from dataclasses import dataclass
from typing import Any, ClassVar

from harness.network.faults.window import check_window


@dataclass(frozen=True, kw_only=True, slots=True)
class Replayed:
    """What event streams send within the window arrives twice, one right after the other."""

    kind: ClassVar[str] = "replayed"
    at_ms: int
    end_ms: int

    def __post_init__(self) -> None:
        """Check the window."""
        check_window(self.at_ms, self.end_ms)

    def to_page(self) -> dict[str, Any]:
        """The fault as JSON values."""
        return {"kind": self.kind, "at_ms": self.at_ms, "end_ms": self.end_ms}
