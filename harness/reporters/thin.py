"""Fewer points for a picture that is at most some hundred pixels wide."""

from collections.abc import Sequence
from typing import TypeVar

Point = TypeVar("Point")


def thinned(points: Sequence[tuple[int, Point]], span_ms: int, most: int) -> list[tuple[int, Point]]:
    """``most`` points or a few more: the last of each of as many equal spans, and the first and last of all."""
    if len(points) <= most:
        return list(points)
    bin_ms = max(1, span_ms // most)
    kept = {at_ms // bin_ms: index for index, (at_ms, _) in enumerate(points)}
    return [points[index] for index in sorted({0, *kept.values(), len(points) - 1})]
