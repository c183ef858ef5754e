"""The connections break, once."""

from dataclasses import dataclass
from typing import ClassVar

from harness.network.faults.window import Instant


@dataclass(frozen=True, kw_only=True)
class Reset(Instant):
    """An instant: open connections break with an error, and the next attempt succeeds."""

    kind: ClassVar[str] = "reset"
