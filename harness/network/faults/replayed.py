"""Messages are sent again."""

from dataclasses import dataclass
from typing import ClassVar

from harness.network.faults.window import Window


@dataclass(frozen=True, kw_only=True)
class Replayed(Window):
    """What event streams send within the window arrives twice, one right after the other."""

    kind: ClassVar[str] = "replayed"
