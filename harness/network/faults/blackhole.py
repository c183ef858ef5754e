"""The network swallows everything without a word."""

from dataclasses import dataclass
from typing import ClassVar

from harness.network.faults.window import Window


@dataclass(frozen=True, kw_only=True)
class Blackhole(Window):
    """Connections stay open, nothing arrives, ``navigator.onLine`` stays true; at the end what was open breaks."""

    kind: ClassVar[str] = "blackhole"
