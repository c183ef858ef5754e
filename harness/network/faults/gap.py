"""Messages get lost on their way into the event stream."""

from dataclasses import dataclass
from typing import ClassVar

from harness.network.faults.window import Window


@dataclass(frozen=True, kw_only=True)
class Gap(Window):
    """What event streams send within the window never arrives; they stay open."""

    kind: ClassVar[str] = "gap"
