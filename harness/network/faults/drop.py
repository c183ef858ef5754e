"""The connections are closed, once."""

from dataclasses import dataclass
from typing import ClassVar

from harness.network.faults.window import Instant


@dataclass(frozen=True, kw_only=True)
class Drop(Instant):
    """An instant: open connections close cleanly, and the next attempt succeeds."""

    kind: ClassVar[str] = "drop"
