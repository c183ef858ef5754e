"""What a bad link does again and again: part of its profile, not of one scenario."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

FOR_MS = 1_800_000
"""How long a link goes on like this: half an hour is longer than any trial that ships."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Interruption:
    """A fault that comes first at ``first_ms`` and again each ``every_ms``; ``for_ms`` is None for an instant."""

    kind: Literal["drop", "blackhole"]
    first_ms: int
    every_ms: int
    for_ms: int | None = None

    def __post_init__(self) -> None:
        """Refuse one that has no length where it needs one, or that never leaves the link in peace."""
        if (self.kind == "blackhole") != (self.for_ms is not None):
            raise ValueError(f"{self.kind}: a black hole lasts, a drop does not; write for: for a black hole alone")
        if self.every_ms <= (self.for_ms or 0):
            raise ValueError(f"{self.kind}: comes again before it is over; make every: longer than for:")

    def moments(self) -> Iterator[int]:
        """When it begins, each time that it comes."""
        return iter(range(self.first_ms, FOR_MS, self.every_ms))
