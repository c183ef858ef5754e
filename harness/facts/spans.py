"""Spans of time, half open: [from, until)."""

from collections.abc import Iterable

Span = tuple[float, float]


def union(spans: Iterable[Span]) -> list[Span]:
    """The same moments in as few spans as possible, in order."""
    merged: list[Span] = []
    for start, until in sorted(span for span in spans if span[1] > span[0]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], until))
        else:
            merged.append((start, until))
    return merged


def common(left: Iterable[Span], right: Iterable[Span]) -> list[Span]:
    """The moments in both."""
    right = list(right)
    found = [(max(a, c), min(b, d)) for a, b in left for c, d in right if max(a, c) < min(b, d)]
    return union(found) if len(found) > 1 else found


def without(spans: Iterable[Span], holes: Iterable[Span]) -> list[Span]:
    """The moments in ``spans`` that no hole covers."""
    left = union(spans)
    for start, until in holes:
        left = [part for span in left for part in _cut(span, start, until)]
    return left


def _cut(span: Span, start: float, until: float) -> list[Span]:
    parts = [(span[0], min(span[1], start)), (max(span[0], until), span[1])]
    return [part for part in parts if part[0] < part[1]]


def covering(spans: Iterable[Span], at_ms: float) -> Span | None:
    """The span that holds the moment."""
    return next((span for span in spans if span[0] <= at_ms < span[1]), None)
