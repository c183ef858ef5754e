"""A server that is started again: its streams close, it counts its events from 1, and the jobs go on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from typing import Any

from harness.facts.truth import Truth
from harness.scenario.world import Cancellation, World
from harness.trace.truth_event import TruthEvent
from harness.wire.base import Backend, Frame, Response
from harness.wire.disturbances import Sending


@dataclass
class Restarts:
    """The restarts of one trial, at these moments, in order."""

    moments: tuple[int, ...]
    _restarted: dict[int, "_Restarted"] = field(default_factory=dict)

    def backend(self, backend: Backend, at_ms: int) -> Backend:
        """The back end as the server knows it that runs at that moment."""
        count = bisect_right(self.moments, at_ms)
        if count == 0:
            return backend
        since_ms = self.moments[count - 1]
        known = self._restarted.get(since_ms)
        if known is None or known.backend is not backend:
            known = self._restarted[since_ms] = _Restarted(backend, since_ms)
        return known

    def until(self, answer: Response, at_ms: int) -> Response:
        """An answer given at that moment: it holds until the next restart at most."""
        next_ms = self._next(at_ms)
        if next_ms is None or (answer.valid_until_ms is not None and answer.valid_until_ms <= next_ms):
            return answer
        return replace(answer, valid_until_ms=next_ms)

    def close(self, sent: Sending, opened_ms: int) -> Sending:
        """What a stream sends that was opened at that moment: nothing from the next restart on."""
        at_ms = self._next(opened_ms)
        if at_ms is None:
            return sent

        def frames(from_ms: int, until_ms: int) -> list[Frame]:
            if from_ms >= at_ms:
                return []
            closed = [Frame(sent_ms=at_ms, close=True)] if until_ms >= at_ms else []
            return [*sent(from_ms, min(until_ms, at_ms - 1)), *closed]

        return frames

    def _next(self, at_ms: int) -> int | None:
        return next((moment for moment in self.moments if moment > at_ms), None)


class _Restarted:
    """A back end whose events are numbered from its start; those before it have no number any more, which is 0."""

    def __init__(self, backend: Backend, since_ms: int) -> None:
        self.backend = backend
        self._since_ms = since_ms
        self._source: Truth | None = None
        self._truth = Truth()

    @property
    def truth(self) -> Truth:
        """The truth, with the numbers that this server gives."""
        source = self.backend.truth
        if source is not self._source:
            self._source, self._truth = source, Truth()
        known = len(self._truth.events)
        if known != len(source.events):
            self._truth.extend(self._numbered(source.events, known))
        return self._truth

    def _numbered(self, events: tuple[TruthEvent, ...], known: int) -> Iterable[TruthEvent]:
        before = bisect_left(events, self._since_ms, key=lambda event: event.at_ms)
        last = events[before - 1].seq if before else 0
        return (replace(event, seq=max(event.seq - last, 0)) for event in events[known:])

    @property
    def horizon_ms(self) -> int:
        """The moment until which the truth is complete."""
        return self.backend.horizon_ms

    @property
    def world(self) -> World:
        """The scenario's world."""
        return self.backend.world

    @property
    def memory(self) -> MutableMapping[str, Any]:
        """What the wire keeps survives."""
        return self.backend.memory

    def cancellation(self, job: str) -> Cancellation:
        """What a cancellation does to the runs of a job."""
        return self.backend.cancellation(job)

    def submit(self, *, kind: str, items: int | None, at_ms: int, failed: Mapping[int, str] | None = None) -> str:
        """Start a job."""
        return self.backend.submit(kind=kind, items=items, at_ms=at_ms, failed=failed)

    def command(self, *, do: str, job: str, at_ms: int) -> None:
        """Have a job do something."""
        self.backend.command(do=do, job=job, at_ms=at_ms)
