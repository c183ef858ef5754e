"""The server did the work, and its answer never arrives."""

from dataclasses import dataclass
from typing import Any, ClassVar

from harness.network.faults.window import check_window


@dataclass(frozen=True, kw_only=True, slots=True)
class LostResponse:
    """The nth matching request that arrives in the window loses its answer; at the window's end its connection breaks.

    ``match`` is the beginning of a path, or a pattern in which ``*`` stands for anything.
    """

    kind: ClassVar[str] = "lost_response"
    at_ms: int
    end_ms: int
    method: str | None = None
    match: str | None = None
    nth: int = 1

    def __post_init__(self) -> None:
        """Check the window."""
        check_window(self.at_ms, self.end_ms)

    def to_page(self) -> dict[str, Any]:
        """The fault as JSON values."""
        window = {"kind": self.kind, "at_ms": self.at_ms, "end_ms": self.end_ms}
        return {**window, "method": self.method, "match": self.match, "nth": self.nth, "count": 1}
