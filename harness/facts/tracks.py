"""Every counter of a run over time, by value: when did it stand at 124? Built once a run."""

import math
from collections.abc import Iterable

from harness.core.words import PhaseState, RunKey
from harness.facts.spans import Span, union
from harness.facts.truth import Truth
from harness.facts.views import PhaseView, RunView

_OVER = (PhaseState.DONE, PhaseState.SKIPPED, PhaseState.FAILED)
NOW = "now"
"""The counter of the phase that is running; of the last one once all have ended."""


class Tracks:
    """``when(name, value)`` are the spans in which the counter stood at that value. Names: those of Counts, ``now``,
    ``phase:<id>``, ``total``, ``phase-total``, ``state``.
    """

    def __init__(self, truth: Truth, key: RunKey) -> None:
        self._held: dict[str, dict[object, list[Span]]] = {}
        accepted = truth.accepted_at(key)
        moments = [int(accepted), *truth.moments(key, accepted, float("inf"))]
        views = [view for at_ms in moments if (view := truth.view(key, at_ms)) is not None]
        standing: dict[str, tuple[object, int]] = {}
        for view, start in zip(views, moments, strict=False):
            for name, value in _values(view):
                held = standing.get(name)
                if held is None or held[0] != value:
                    standing[name] = (value, start)
                    self._put(name, held, start)
        for name, held in standing.items():
            self._put(name, held, math.inf)

    def _put(self, name: str, held: tuple[object, int] | None, until_ms: float) -> None:
        if held is not None:
            self._held.setdefault(name, {}).setdefault(held[0], []).append((held[1], until_ms))

    def when(self, name: str, *values: object) -> list[Span]:
        """The spans in which the counter stood at one of the values."""
        held = self._held.get(name, {})
        if len(values) == 1:
            return held.get(values[0], [])
        return union(span for value in values for span in held.get(value, ()))

    def other_than(self, name: str, *values: object) -> list[Span]:
        """The spans in which the counter stood at anything else."""
        held = self._held.get(name, {})
        return union(span for value, spans in held.items() if value not in values for span in spans)

    def at(self, name: str, at_ms: float) -> object:
        """What the counter stood at."""
        held = self._held.get(name, {})
        return next((value for value, spans in held.items() if any(a <= at_ms < b for a, b in spans)), None)


def _values(view: RunView) -> Iterable[tuple[str, object]]:
    counts = view.counts
    yield "processed", counts.processed
    yield "succeeded", counts.succeeded
    yield "failed", counts.failed
    yield "skipped", counts.skipped
    yield "remaining", counts.remaining
    yield "total", counts.total
    yield "rolled_back", counts.rolled_back
    yield "kept", view.kept
    yield "grown", counts.grown or None
    yield "counting", next((held.done for held in view.running_phases if held.total is None), None)
    yield "state", view.state.value
    phase = view.phase or _last(view)
    yield NOW, phase.done if phase else counts.processed
    yield "phase-total", phase.total if phase else counts.total
    yield "phase", phase.id if phase else None
    for cause in view.causes:
        yield f"cause:{cause.cause}", cause.count
    yield "step", _step(view, phase)
    yield "steps-done", (sum(held.state in _OVER for held in view.phases), len(view.phases))
    yield "ahead", view.queue.ahead if view.queue else None
    for place, held in enumerate(view.phases, start=1):
        yield f"step:{place}", len(view.phases) if held.state == PhaseState.RUNNING else None
        yield f"state:{held.id}", held.state.value
        yield f"phase:{held.id}", held.done
        yield f"total:{held.id}", held.total


def _step(view: RunView, phase: PhaseView | None) -> tuple[int, int] | None:
    """Which step of how many, from 1."""
    index = next((i for i, held in enumerate(view.phases) if phase is not None and held.id == phase.id), None)
    return None if index is None else (index + 1, len(view.phases))


def _last(view: RunView) -> PhaseView | None:
    """Between two phases, and after them all: the last that was begun; before them all the first."""
    begun = [phase for phase in view.phases if phase.started_ms is not None]
    return begun[-1] if begun else next(iter(view.phases), None)
