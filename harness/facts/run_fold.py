"""The fold of one run: its events turned into step functions, from which the view at any moment is put together."""

import math
from bisect import bisect_right
from collections.abc import Callable

from harness.core.words import ItemState, Outcome, PhaseState, State
from harness.facts.item_fold import ENDS, ItemFold
from harness.facts.phase_fold import PhaseFold
from harness.facts.retry_fold import RetryFold
from harness.facts.series import Series
from harness.facts.views import CancelView, Counts, ItemView, PausedView, QueueView, RunView, WonView
from harness.trace.truth_event import TruthEvent

Handler = Callable[[int, TruthEvent], None]


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
        self._kept: int | None = None
        self._times: list[int] = []
        self._seqs: list[int] = []
        self._state: Series[State] = Series(State.QUEUED)
        self._total: Series[int | None] = Series(data["total"])
        self._first_total: int | None = data["total"]
        self._queue: Series[QueueView | None] = Series(None)
        self._paused: Series[PausedView | None] = Series(None)
        self._children: Series[tuple[str, ...]] = Series(())
        self._cancel: Series[CancelView | None] = Series(None)
        self._won: Series[WonView | None] = Series(None)
        self._retry = RetryFold(int(data.get("max_attempts", 1)))
        self._items = ItemFold()
        self._phases = {phase["id"]: PhaseFold(phase["id"], phase["title"], phase["total"]) for phase in data["phases"]}
        self._in_hand: dict[str, str] = {}
        self._views: dict[int, RunView] = {}
        self._handlers = {**self._of_run(), **self._of_phases(), **self._of_items()}
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
        return self._items.at(bisect_right(self._times, at_ms))

    def moments(self, from_ms: float, to_ms: float) -> list[int]:
        """The milliseconds in (from, to] at which the run changed."""
        first, last = bisect_right(self._times, from_ms), bisect_right(self._times, to_ms)
        return list(dict.fromkeys(self._times[first:last]))

    def _count(self, event: TruthEvent) -> int:
        self._times.append(event.at_ms)
        self._seqs.append(event.seq)
        return len(self._times)

    def _of_run(self) -> dict[str, Handler]:
        return {
            "run.queued": self._on_queued,
            "queue.moved": self._on_moved,
            "run.started": self._on_started,
            "run.paused": self._on_paused,
            "run.resumed": self._on_resumed,
            "run.retrying": self._on_retrying,
            "run.cancelling": self._on_cancelling,
            "run.ended": self._on_ended,
            "worker.lost": self._on_lost,
            "job.spawned": self._on_spawned,
        }

    def _of_phases(self) -> dict[str, Handler]:
        return {
            "phase.started": self._on_phase_started,
            "phase.advanced": self._on_phase_advanced,
            "phase.total": self._on_phase_total,
            "phase.ended": self._on_phase_ended,
        }

    def _of_items(self) -> dict[str, Handler]:
        return {
            "item.retrying": self._on_item_retrying,
            "item.resumed": self._on_item_resumed,
            "item.interrupted": self._on_item_interrupted,
            "item.rolled_back": self._on_item_rolled_back,
            **dict.fromkeys(ENDS, self._on_item_end),
        }

    def _on_queued(self, count: int, event: TruthEvent) -> None:
        self._move_to(count, State.QUEUED)
        self._on_moved(count, event)

    def _on_moved(self, count: int, event: TruthEvent) -> None:
        data = event.data
        view = QueueView(
            ahead=data["ahead"],
            reason=data["reason"],
            expected_start_ms=data.get("expected_start_ms"),
            because=data.get("because"),
        )
        self._queue.put(count, view)

    def _on_started(self, count: int, event: TruthEvent) -> None:
        self.started_ms = min(self.started_ms, event.at_ms)
        self._queue.put(count, None)
        self._move_to(count, self._working())

    def _on_paused(self, count: int, event: TruthEvent) -> None:
        data = event.data
        self._paused.put(count, PausedView(reason=data["reason"], until_ms=data["until_ms"], cause=data.get("cause")))
        self._move_to(count, State.PAUSED)

    def _on_resumed(self, count: int, event: TruthEvent) -> None:
        self._paused.put(count, None)
        self._retry.go_on(count)
        self._move_to(count, self._working())

    def _on_retrying(self, count: int, event: TruthEvent) -> None:
        self._retry.wait_whole(count, event.data)
        self._move_to(count, State.RETRYING)

    def _on_lost(self, count: int, event: TruthEvent) -> None:
        self._paused.put(count, None)
        self._move_to(count, State.QUEUED)

    def _on_cancelling(self, count: int, event: TruthEvent) -> None:
        self._cancel.put(count, CancelView(asked_ms=event.at_ms, mode=event.data["mode"]))
        self._state.put(count, State.CANCELLING)

    def _on_spawned(self, count: int, event: TruthEvent) -> None:
        self._children.put(count, (*self._children.last, event.data["child"]))

    def _on_ended(self, count: int, event: TruthEvent) -> None:
        self.ended_ms = event.at_ms
        self.outcome = Outcome(event.data["outcome"])
        self._kept = event.data.get("kept")
        self._retry.clear(count)
        self._queue.put(count, None)
        self._paused.put(count, None)
        self._state.put(count, State.ENDED)

    def _on_phase_started(self, count: int, event: TruthEvent) -> None:
        total = event.data["total"]
        self._phases[event.data["phase"]].start(count, event.at_ms, total)
        if self._total.last is None and total is not None:
            self._learn_total(count, total)

    def _on_phase_advanced(self, count: int, event: TruthEvent) -> None:
        self._phases[event.data["phase"]].advance(count, event.data["done"])
        item = self._in_hand.pop(event.data["phase"], None)
        if item is not None:
            self._items.put(count, {"item": item}, ItemState.WAITING)

    def _on_phase_total(self, count: int, event: TruthEvent) -> None:
        phase, total = event.data["phase"], event.data["total"]
        more = self._phases[phase].learn(count, total)
        if phase == next(reversed(self._phases)):
            self._learn_total(count, total if more is None or self._total.last is None else self._total.last + more)

    def _on_phase_ended(self, count: int, event: TruthEvent) -> None:
        self._phases[event.data["phase"]].end(count, event.at_ms, PhaseState(event.data["state"]))

    def _on_item_retrying(self, count: int, event: TruthEvent) -> None:
        data = event.data
        self._retry.wait(count, data["item"], data["attempt"], data["next_at_ms"])
        self._items.put(count, data, ItemState.RETRYING)
        self._recount(count)

    def _on_item_resumed(self, count: int, event: TruthEvent) -> None:
        self._retry.resume(count, event.data["item"], event.data["attempt"])
        self._items.put(count, event.data, ItemState.RUNNING)
        self._in_hand[event.data["phase"]] = event.data["item"]
        self._recount(count)

    def _on_item_interrupted(self, count: int, event: TruthEvent) -> None:
        self._retry.wait(count, event.data["item"], event.data["attempt"], None)
        self._items.put(count, event.data, ItemState.WAITING)
        self._recount(count)

    def _on_item_rolled_back(self, count: int, event: TruthEvent) -> None:
        self._phases[event.data["phase"]].count(count, -1)
        self._items.roll_back(count, event.data)
        self._recount(count)

    def _on_item_end(self, count: int, event: TruthEvent) -> None:
        self._in_hand.pop(event.data["phase"], None)
        self._items.end(count, event.data, ENDS[event.kind])
        self._phases[event.data["phase"]].count(count, 1)
        self._retry.end(count, event.data["item"])
        if event.kind == "item.succeeded" and event.data["attempt"] > 1:
            self._win(count, event.data["attempt"])
        self._recount(count)

    def _win(self, count: int, attempt: int) -> None:
        before = self._won.last or WonView(items=0, attempt=0)
        self._won.put(count, WonView(items=before.items + 1, attempt=max(before.attempt, attempt)))

    def _learn_total(self, count: int, total: int) -> None:
        self._total.put(count, total)
        self._first_total = total if self._first_total is None else self._first_total
        self._recount(count)

    def _move_to(self, count: int, state: State) -> None:
        """Whatever happens to a run that is being cancelled, it is being cancelled until it ends."""
        if self._state.last is not State.CANCELLING:
            self._state.put(count, state)

    def _recount(self, count: int) -> None:
        if self._state.last in (State.RUNNING, State.RETRYING):
            self._state.put(count, self._working())

    def _working(self) -> State:
        """Retrying where the job, or every item of it that has not ended, waits for its next attempt; else running."""
        timed, total = self._retry.timed, self._total.last
        only_waits = timed > 0 and total is not None and timed == total - self._items.processed
        return State.RETRYING if only_waits or self._retry.is_whole else State.RUNNING

    def _build(self, count: int) -> RunView:
        at_ms, state = self._times[count - 1], self._state.at(count)
        ended = state is State.ENDED
        return RunView(
            key=self.key,
            kind=self.kind,
            title=self.title,
            noun=self.noun,
            state=state,
            outcome=self.outcome if ended else None,
            counts=self._counts(count),
            phases=tuple(phase.view(count) for phase in self._phases.values()),
            causes=self._items.causes(count),
            queue=self._queue.at(count),
            retry=self._retry.at(count),
            accepted_ms=self.accepted_ms,
            started_ms=_by(self.started_ms, at_ms),
            ended_ms=_by(self.ended_ms, at_ms),
            version=self._seqs[count - 1],
            updated_ms=at_ms,
            paused=self._paused.at(count),
            kept=self._kept if ended else None,
            children=self._children.at(count),
            won=self._won.at(count),
            cancel=self._cancel.at(count),
        )

    def _counts(self, count: int) -> Counts:
        total = self._total.at(count)
        grown = 0 if total is None or self._first_total is None else total - self._first_total
        return Counts(total=total, grown=grown, **self._items.counts(count))


def _by(moment_ms: float, at_ms: int) -> int | None:
    return int(moment_ms) if moment_ms <= at_ms else None
