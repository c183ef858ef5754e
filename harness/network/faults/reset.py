"""The connections break, once."""

from dataclasses import dataclass
from typing import Any, ClassVar

from harness.network.faults.window import check_window


@dataclass(frozen=True, kw_only=True, slots=True)
class Reset:
    """An instant: open connections break with an error, and the next attempt succeeds."""

    kind: ClassVar[str] = "reset"
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
