"""HOLD: something stands on the page throughout a stretch of time."""

from collections.abc import Iterable

from harness.facts.spans import Span, without


def gaps(required: Iterable[Span], held: Iterable[Span], patience_ms: float = 0) -> list[Span]:
    """The stretches of what is required in which it did not hold, each longer than anybody has to be patient."""
    return [(start, until) for start, until in without(required, held) if until - start > patience_ms]
