"""Bars of characters over a stretch of time, and heights over it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from harness.cli.story import Doing, Stretch

WIDTH = 40
NOTHING = "·"
FILLING = {Doing.WORKING: "█", Doing.WAITING: "░", Doing.RESTING: "▒", Doing.PAUSED: "="}
HEIGHTS = " ▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Scale:
    """The time that a whole bar stands for."""

    from_ms: int
    to_ms: int

    def bar(self, stretches: Iterable[Stretch]) -> str:
        """A bar filled where the stretches lie; the shortest still shows, and what is not work hides no other wait."""
        cells = [NOTHING] * WIDTH
        for stretch in sorted(stretches, key=lambda one: one.doing is not Doing.WORKING):
            first, last = self._cells(stretch.from_ms, stretch.to_ms)
            cells[first:last] = FILLING[stretch.doing] * (last - first)
        return "".join(cells)

    def _cells(self, from_ms: int, to_ms: int) -> tuple[int, int]:
        length = max(self.to_ms - self.from_ms, 1)
        first = min(max((from_ms - self.from_ms) * WIDTH // length, 0), WIDTH - 1)
        return first, max(first + 1, min(-(-(to_ms - self.from_ms) * WIDTH // length), WIDTH))


def heights(counts: Sequence[int]) -> str:
    """A row of blocks as high as the counts; what is more than nothing shows."""
    most = max(counts, default=0)
    steps = len(HEIGHTS) - 1
    return "".join(HEIGHTS[-(-count * steps // most)] if count else NOTHING for count in counts)
