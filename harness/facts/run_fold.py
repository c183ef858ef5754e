"""The fold of one run: its events turned into step functions, from which the view at any moment is put together."""

import math
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from harness.core.words import ItemState, Outcome, PhaseState, State
from harness.facts.phase_fold import PhaseFold
from harness.facts.series import Series, Tally
from harness.facts.views import CauseCount, Counts, ItemView, QueueView, RetryView, RunView
from harness.trace.truth_event import TruthEvent

_ENDS = {"item.succeeded": ItemState.SUCCEEDED, "item.failed": ItemState.FAILED, "item.skipped": ItemState.SKIPPED}


class RunFold:
    """Built event by event; a view is a few bisections, and is kept by the number of events that it rests on."""

    def __init__(self, accepted: TruthEvent) -> None:
        data = accepted.data
        self.key = accepted.key
        self.kind, self.title, self.noun = str(data["kind"]), str(data["title"]), str(data["noun"])
        self.accepted_ms = accepted.at_ms
        self.started_ms: float = math.inf
        self.ended_ms: float = math.inf
        self.outcome: Outcome | None = None
        self._max_attempts = int(data.get("max_attempts", 1))
        self._times: list[int] = []
        self._seqs: list[int] = []
        self._state: Series[State] = Series(State.QUEUED)
        self._total: Series[int | None] = Series(data["total"])
        self._queue: Series[QueueView | None] = Series(None)
        self._retry: Series[RetryView | None] = Series(None)
        self._ended = {state: Tally() for state in _ENDS.values()}
        self._causes: dict[tuple[str, str], Tally] = {}
        self._phases = {phase["id"]: PhaseFold(phase["id"], phase["title"], phase["total"]) for phase in data["phases"]}
        self._items: dict[str, Series[ItemView | None]] = {}
        self._waiting: dict[str, tuple[int, int]] = {}
        self._resumed: dict[str, int] = {}
        self._views: dict[int, RunView] = {}
        self._handlers: dict[str, Callable[[int, TruthEvent], None]] = {
            "run.queued": self._on_queued,
            "queue.moved": self._on_queued,
            "run.started": self._on_started,
            "run.cancelling": self._on_cancelling,
            "run.ended": self._on_ended,
            "phase.started": self._on_phase,
            "phase.advanced": self._on_phase,
            "phase.ended": self._on_phase,
            "item.retrying": self._on_retrying,
            "item.resumed": self._on_resumed,
            **dict.fromkeys(_ENDS, self._on_item_end),
        }
        self._count(accepted)

    def add(self, event: TruthEvent) -> None:
        """Take in the next event of the run."""
        count = self._count(event)
        handler = self._handlers.get(event.kind)
        if handler is None:
            raise ValueError(f"truth event {event.seq} has the unknown kind {event.kind!r}")
        handler(count, event)

    def view(self, at_ms: int) -> RunView | None:
        """The run as it was after everything that happened at or before ``at_ms``."""
        count = bisect_right(self._times, at_ms)
        if count == 0:
            return None
        view = self._views.get(count)
        if view is None:
            view = self._views[count] = self._build(count)
        return view

    def items(self, at_ms: int) -> tuple[ItemView, ...]:
        """The items that an event has spoken of by then, by id."""
        count = bisect_right(self._times, at_ms)
        views = (series.at(count) for _, series in sorted(self._items.items()))
        return tuple(view for view in views if view is not None)

    def moments(self, from_ms: float, to_ms: float) -> list[int]:
        """The milliseconds in (from, to] at which the run changed."""
        first, last = bisect_right(self._times, from_ms), bisect_right(self._times, to_ms)
        return list(dict.fromkeys(self._times[first:last]))

    def _count(self, event: TruthEvent) -> int:
        self._times.append(event.at_ms)
        self._seqs.append(event.seq)
        return len(self._times)

    def _on_queued(self, count: int, event: TruthEvent) -> None:
        self._queue.put(count, QueueView(ahead=event.data["ahead"], reason=event.data["reason"]))

    def _on_started(self, count: int, event: TruthEvent) -> None:
        self.started_ms = event.at_ms
        self._queue.put(count, None)
        self._state.put(count, State.RUNNING)

    def _on_cancelling(self, count: int, event: TruthEvent) -> None:
        self._state.put(count, State.CANCELLING)

    def _on_ended(self, count: int, event: TruthEvent) -> None:
        self.ended_ms = event.at_ms
        self.outcome = Outcome(event.data["outcome"])
        self._waiting.clear()
        self._resumed.clear()
        self._queue.put(count, None)
        self._retry.put(count, None)
        self._state.put(count, State.ENDED)

    def _on_phase(self, count: int, event: TruthEvent) -> None:
        phase = self._phases[event.data["phase"]]
        if event.kind == "phase.advanced":
            phase.done.put(count, event.data["done"])
        elif event.kind == "phase.started":
            phase.start(count, event.at_ms, event.data["total"])
            if self._total.last is None:
                self._total.put(count, event.data["total"])
        else:
            phase.end(count, event.at_ms, PhaseState(event.data["state"]))

    def _on_retrying(self, count: int, event: TruthEvent) -> None:
        data = event.data
        self._waiting[data["item"]] = (data["next_at_ms"], data["attempt"])
        self._resumed.pop(data["item"], None)
        self._put_item(count, data, ItemState.RETRYING, data["cause"], data["attempt"])
        self._put_retry(count)

    def _on_resumed(self, count: int, event: TruthEvent) -> None:
        data = event.data
        self._waiting.pop(data["item"], None)
        self._resumed[data["item"]] = data["attempt"]
        self._put_item(count, data, ItemState.RUNNING, None, data["attempt"])
        self._put_retry(count)

    def _on_item_end(self, count: int, event: TruthEvent) -> None:
        data, state = event.data, _ENDS[event.kind]
        cause = data.get("cause")
        self._ended[state].mark(count)
        if cause is not None:
            self._causes.setdefault((cause, state.value), Tally()).mark(count)
        phase = self._phases[data["phase"]]
        phase.done.put(count, phase.done.last + 1)
        self._put_item(count, data, state, cause, data.get("attempt", self._attempt_of(data["item"])))
        if self._resumed.pop(data["item"], None) is not None or self._waiting:
            self._put_retry(count)

    def _attempt_of(self, item: str) -> int:
        series = self._items.get(item)
        return series.last.attempt if series is not None and series.last is not None else 1

    def _put_item(self, count: int, data: dict[str, Any], state: ItemState, cause: str | None, attempt: int) -> None:
        series = self._items.get(data["item"])
        if series is None:
            series = self._items[data["item"]] = Series(None)
        known = series.last
        name = data.get("name") or (known.name if known else data["item"])
        series.put(count, ItemView(id=data["item"], name=name, state=state, cause=cause, attempt=attempt))

    def _put_retry(self, count: int) -> None:
        self._retry.put(count, self._retry_view())
        if self._state.last in (State.RUNNING, State.RETRYING):
            self._state.put(count, State.RETRYING if self._only_waiting() else State.RUNNING)

    def _retry_view(self) -> RetryView | None:
        items = len(self._waiting) + len(self._resumed)
        if not items:
            return None
        next_at_ms, attempt = min(self._waiting.values(), default=(None, 0))
        attempt = attempt or max(self._resumed.values())
        return RetryView(items=items, attempt=attempt, max=self._max_attempts, next_at_ms=next_at_ms)

    def _only_waiting(self) -> bool:
        """Whether every item that has not ended waits for an automatic retry."""
        total = self._total.last
        ended = sum(tally.last for tally in self._ended.values())
        return total is not None and bool(self._waiting) and len(self._waiting) == total - ended

    def _build(self, count: int) -> RunView:
        at_ms = self._times[count - 1]
        ended = self._ended
        return RunView(
            key=self.key,
            kind=self.kind,
            title=self.title,
            noun=self.noun,
            state=self._state.at(count),
            outcome=self.outcome if self.ended_ms <= at_ms and self._state.at(count) is State.ENDED else None,
            counts=Counts(
                total=self._total.at(count),
                succeeded=ended[ItemState.SUCCEEDED].at(count),
                failed=ended[ItemState.FAILED].at(count),
                skipped=ended[ItemState.SKIPPED].at(count),
            ),
            phases=tuple(phase.view(count) for phase in self._phases.values()),
            causes=self._cause_counts(count),
            queue=self._queue.at(count),
            retry=self._retry.at(count),
            accepted_ms=self.accepted_ms,
            started_ms=_by(self.started_ms, at_ms),
            ended_ms=_by(self.ended_ms, at_ms),
            version=self._seqs[count - 1],
        )

    def _cause_counts(self, count: int) -> tuple[CauseCount, ...]:
        counted = ((key, tally.at(count)) for key, tally in self._causes.items())
        return tuple(CauseCount(cause=cause, state=state, count=times) for (cause, state), times in counted if times)


def _by(moment_ms: float, at_ms: int) -> int | None:
    return int(moment_ms) if moment_ms <= at_ms else None
