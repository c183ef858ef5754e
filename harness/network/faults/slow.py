"""Another profile for a while."""

from dataclasses import dataclass
from typing import Any, ClassVar

from harness.network.faults.window import check_window
from harness.network.profile import Profile


@dataclass(frozen=True, kw_only=True, slots=True)
class Slow:
    """Within the window the link has this profile instead of the trial's own."""

    kind: ClassVar[str] = "slow"
    at_ms: int
    end_ms: int
    profile: Profile

    def __post_init__(self) -> None:
        """Check the window."""
        check_window(self.at_ms, self.end_ms)

    def to_page(self) -> dict[str, Any]:
        """The fault as JSON values."""
        return {"kind": self.kind, "at_ms": self.at_ms, "end_ms": self.end_ms, "profile": self.profile.to_page()}
