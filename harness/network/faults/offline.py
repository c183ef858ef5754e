"""The device has no network."""

from dataclasses import dataclass
from typing import ClassVar

from harness.network.faults.window import Window


@dataclass(frozen=True, kw_only=True)
class Offline(Window):
    """Open connections break, new ones fail at once, and ``navigator.onLine`` is false."""

    kind: ClassVar[str] = "offline"
