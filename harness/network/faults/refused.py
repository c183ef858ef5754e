"""Nobody takes connections."""

from dataclasses import dataclass
from typing import ClassVar

from harness.network.faults.window import Window


@dataclass(frozen=True, kw_only=True)
class Refused(Window):
    """Open connections break, new ones fail at once, and ``navigator.onLine`` stays true."""

    kind: ClassVar[str] = "refused"
