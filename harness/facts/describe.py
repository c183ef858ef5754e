"""What a run was doing, as one plain clause for findings and timelines."""

from harness.core.durations import spoken
from harness.core.words import Outcome, State
from harness.facts.views import Counts, RunView

_DOING = {
    "upload": "uploading",
    "scan": "scanning",
    "map": "mapping the fields of",
    "validate": "validating",
    "process": "processing",
    "publish": "publishing",
}


def describe(view: RunView | None) -> str:
    """``publishing item 151 of 200``, ``queued, 2 jobs ahead``, ``ended: 20 succeeded, 3 failed, 5 skipped``."""
    if view is None:
        return "not accepted yet"
    match view.state:
        case State.QUEUED:
            return _queued(view)
        case State.RETRYING:
            return _retrying(view)
        case State.CANCELLING:
            return f"cancelling, {_processed(view)}"
        case State.ENDED:
            return _ended(view)
        case _:
            return _running(view)


def outcome_counts(counts: Counts) -> str:
    """``20 succeeded, 3 failed, 5 skipped``; what is none is left out, except that something is always said."""
    parts = ((counts.succeeded, "succeeded"), (counts.failed, "failed"), (counts.skipped, "skipped"))
    said = [f"{number} {word}" for number, word in parts if number]
    return ", ".join(said) or "0 succeeded"


def _queued(view: RunView) -> str:
    if view.queue is None:
        return "accepted, not started yet"
    if view.queue.ahead == 0:
        return "queued, next in line"
    return f"queued, {view.queue.ahead} job{'' if view.queue.ahead == 1 else 's'} ahead"


def _running(view: RunView) -> str:
    phase = view.phase
    if phase is None:
        return f"running, {_processed(view)}"
    doing = _DOING.get(phase.id, f"in phase {phase.title},")
    last = phase.id == view.phases[-1].id
    done, total = (view.counts.processed, view.counts.total) if last else (phase.done, phase.total)
    return (
        f"{doing} {view.noun} {done + 1}" if total is None else f"{doing} {view.noun} {min(done + 1, total)} of {total}"
    )


def _retrying(view: RunView) -> str:
    retry = view.retry
    if retry is None or retry.next_at_ms is None:
        return _running(view)
    nouns = view.noun if retry.items == 1 else f"{view.noun}s"
    return (
        f"waiting to retry {retry.items} {nouns}, attempt {retry.attempt} of {retry.max} at {spoken(retry.next_at_ms)}"
    )


def _ended(view: RunView) -> str:
    if view.outcome is not Outcome.CANCELLED:
        return f"ended: {outcome_counts(view.counts)}"
    left = view.counts.remaining or 0
    return f"cancelled: {outcome_counts(view.counts)}" + (f", {left} not attempted" if left else "")


def _processed(view: RunView) -> str:
    counts, nouns = view.counts, f"{view.noun}s"
    if counts.total is None:
        return f"{counts.processed} {nouns} processed"
    return f"{counts.processed} of {counts.total} {nouns} processed"
