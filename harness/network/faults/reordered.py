"""Messages overtake one another."""

from dataclasses import dataclass
from typing import ClassVar

from harness.network.faults.window import Window


@dataclass(frozen=True, kw_only=True)
class Reordered(Window):
    """Of each two messages that an event stream sends within the window, the second arrives before the first."""

    kind: ClassVar[str] = "reordered"
