"""What a run was doing, as one plain clause for findings and timelines."""

from collections.abc import Callable

from harness.core import causes
from harness.core.durations import spoken
from harness.core.words import Outcome, State
from harness.facts.views import Counts, PhaseView, QueueView, RunView

_DOING = {
    "upload": "uploading",
    "scan": "scanning",
    "map": "mapping the fields of",
    "validate": "validating",
    "process": "processing",
    "publish": "publishing",
    "fetch": "fetching",
    "sync": "syncing",
    "update": "updating",
}
_WAITING = {
    "concurrency-limit": "at the limit of jobs that may run at once",
    "rate-limit": "at the limit of calls",
    "dependency": "waiting for another job",
    "paused": "while the queue is paused",
}
_PAUSED = {
    "maintenance": "for maintenance",
    "rate-limit": "at the limit of calls",
    "critical-error": "after a critical error",
}


def describe(view: RunView | None) -> str:
    """``publishing item 151 of 200``, ``queued, 2 jobs ahead``, ``ended: 20 succeeded, 3 failed, 5 skipped``."""
    if view is None:
        return "not accepted yet"
    return _CLAUSES[view.state](view)


def outcome_counts(counts: Counts) -> str:
    """``20 succeeded, 3 failed, 5 skipped``; what is none is left out, except that something is always said."""
    parts = ((counts.succeeded, "succeeded"), (counts.failed, _failed(counts)), (counts.skipped, "skipped"))
    said = [f"{number} {word}" for number, word in parts if number]
    return ", ".join(said) or "0 succeeded"


def _failed(counts: Counts) -> str:
    return f"failed ({counts.unheard} of them done, though nobody heard of it)" if counts.unheard else "failed"


def _queued(view: RunView) -> str:
    again = "" if view.started_ms is None else " again"
    if view.queue is None:
        return "waiting to be taken up again" if again else "accepted, not started yet"
    return f"queued{again}, {_place(view.queue)}"


def _place(queue: QueueView) -> str:
    jobs = f"{queue.ahead} job{'' if queue.ahead == 1 else 's'} ahead" if queue.ahead else "next in line"
    reason = _WAITING.get(queue.reason)
    start_ms = queue.expected_start_ms
    start = None if start_ms is None else f"expected to start at {spoken(start_ms)}"
    return ", ".join(part for part in (jobs, reason, start) if part)


def _cancelling(view: RunView) -> str:
    return f"cancelling{_taken_back(view.counts)}, {_processed(view)}"


def _paused(view: RunView) -> str:
    paused, processed = view.paused, _processed(view)
    if paused is None:
        return f"paused, {processed}"
    why = _PAUSED.get(paused.reason, f"for {paused.reason}")
    cause = f" ({causes.cause(paused.cause).title.lower()})" if paused.cause else ""
    until = "" if paused.until_ms is None else f" until {spoken(paused.until_ms)}"
    return f"paused {why}{cause}{until}, {processed}"


def _running(view: RunView) -> str:
    phases = view.running_phases
    if not phases:
        return f"running, {_processed(view)}"
    return " and ".join(_working(phase, view) for phase in phases)


def _working(phase: PhaseView, view: RunView) -> str:
    doing = _DOING.get(phase.id, f"in phase {phase.title},")
    last = phase.id == view.phases[-1].id
    done, total = (view.counts.processed, view.counts.total) if last else (phase.done, phase.total)
    if total is None:
        return f"{doing} {view.noun} {done + 1}, of how many is not known yet"
    return f"{doing} {view.noun} {min(done + 1, total)} of {total}"


def _retrying(view: RunView) -> str:
    retry = view.retry
    if retry is None or retry.next_at_ms is None:
        return _running(view)
    nouns = view.noun if retry.items == 1 else f"{view.noun}s"
    what = f"the whole job for {retry.items} {nouns}" if retry.whole else f"{retry.items} {nouns}"
    return f"waiting to retry {what}, attempt {retry.attempt} of {retry.max} at {spoken(retry.next_at_ms)}"


def _ended(view: RunView) -> str:
    word = "cancelled" if view.outcome is Outcome.CANCELLED else "ended"
    left = view.counts.remaining or 0
    not_attempted = f", {left} not attempted" if left else ""
    return f"{word}: {outcome_counts(view.counts)}{not_attempted}{_taken_back(view.counts)}"


def _taken_back(counts: Counts) -> str:
    return f", {counts.rolled_back} taken back" if counts.rolled_back else ""


def _processed(view: RunView) -> str:
    counts, nouns = view.counts, f"{view.noun}s"
    if counts.total is None:
        return f"{counts.processed} {nouns} processed"
    return f"{counts.processed} of {counts.total} {nouns} processed"


_CLAUSES: dict[State, Callable[[RunView], str]] = {
    State.QUEUED: _queued,
    State.RUNNING: _running,
    State.RETRYING: _retrying,
    State.CANCELLING: _cancelling,
    State.PAUSED: _paused,
    State.ENDED: _ended,
}
