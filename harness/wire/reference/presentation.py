"""How the reference wire shows a run: the job document, and one event of the truth as a CloudEvent."""

from typing import Any

from harness.core import causes
from harness.core.time import iso
from harness.core.words import Outcome, State
from harness.facts.actions import actions
from harness.facts.views import (
    CauseCount,
    Counts,
    PausedView,
    PhaseView,
    QueueView,
    RetryView,
    RunView,
    WonView,
)
from harness.model.run import CANCEL_MODES
from harness.trace.truth_event import TruthEvent
from harness.wire.base import Backend
from harness.wire.canaries import diagnostics, of_event

ENDINGS = {
    Outcome.SUCCEEDED: "successful",
    Outcome.PARTIAL: "successful",
    Outcome.FAILED: "failed",
    Outcome.CANCELLED: "dismissed",
}
TYPE_PREFIX = "io.meanwhile."
TOTALS = ("total", "done", "processed", "succeeded", "failed", "skipped", "remaining")
"""What events of items never carry. ``done`` among them: of work that was done unheard the service knows nothing."""

TURNS = frozenset(
    (
        "job.accepted",
        "phase.started",
        "run.paused",
        "run.resumed",
        "run.cancelling",
        "run.ended",
        "worker.lost",
    )
)
"""Events after which something else may be done to a job than before."""


def job_path(job: str) -> str:
    """Where the job's document is."""
    return f"/api/jobs/{job}"


def status(view: RunView) -> str:
    """The coarse word of OGC API Processes. It knows neither partial nor cancelling: ``state`` and ``outcome`` do."""
    if view.state == State.ENDED and view.outcome is not None:
        return ENDINGS[view.outcome]
    return "accepted" if view.state == State.QUEUED else "running"


def progress(view: RunView) -> int | None:
    """Whole per cent of the items that reached an end, rounded down: 100 only once the run has ended.

    Of a total that is not known nobody can say how much is done.
    """
    if view.counts.total is None:
        return None
    if view.counts.total == 0:
        return 100 if view.state == State.ENDED else 0
    percent = 100 * view.counts.processed // view.counts.total
    return percent if view.state == State.ENDED else min(percent, 99)


def job_document(view: RunView, backend: Backend) -> dict[str, Any]:
    """One run of a job at one moment."""
    return {
        "id": view.key.job,
        "jobID": view.key.job,
        "type": "process",
        "kind": view.kind,
        "title": view.title,
        "noun": view.noun,
        "status": status(view),
        "state": view.state.value,
        "outcome": view.outcome.value if view.outcome else None,
        "run": view.key.run,
        "version": view.version,
        "done": view.state == State.ENDED,
        "created": iso(view.accepted_ms),
        "started": _iso(view.started_ms),
        "finished": _iso(view.ended_ms),
        "updated": iso(view.updated_ms),
        "progress": progress(view),
        "queue": _queue(view.queue) if view.queue else None,
        "paused": _paused(view.paused) if view.paused else None,
        "phases": [_phase(phase) for phase in view.phases],
        "counts": _counts(view.counts),
        "causes": [_cause(cause) for cause in view.causes],
        "retry": _retry(view.retry) if view.retry else None,
        "won": _won(view.won) if view.won else None,
        "kept": view.kept,
        "cancellation": _cancellation(view, backend),
        "actions": _actions(view, backend),
        "earlier": [_earlier(run) for run in backend.truth.earlier(view.key.job, view.accepted_ms)],
        "children": list(view.children),
        "last_event": str(view.version),
        "diagnostics": diagnostics("job"),
        "links": _links(view.key.job),
    }


def with_consequences(event: TruthEvent, backend: Backend) -> dict[str, Any]:
    """What can be done to the job from then on, where the event may have changed it."""
    view = backend.truth.view(event.key, event.at_ms) if event.kind in TURNS else None
    if view is None:
        return {}
    more = {"cancellation": _cancellation(view, backend)} if event.kind == "job.accepted" else {}
    return {"actions": _actions(view, backend), **more}


def cloud_event(event: TruthEvent, **more: Any) -> dict[str, Any]:
    """One event of the truth (CloudEvents 1.0.2, structured). Those of items tell of the item alone, without totals."""
    return {
        "specversion": "1.0",
        "id": str(event.seq),
        "source": job_path(event.job),
        "type": TYPE_PREFIX + event.kind,
        "time": iso(event.at_ms),
        "sequence": str(event.seq),
        "subject": event.job,
        "datacontenttype": "application/json",
        **of_event(),
        "data": {"run": event.run, **_event_data(event), **more},
    }


def _event_data(event: TruthEvent) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for name, value in event.data.items():
        if event.kind.startswith("item.") and name in TOTALS:
            continue
        shown.update(_shown(name, value))
    return shown


def _shown(name: str, value: Any) -> dict[str, Any]:
    if name.endswith("_ms"):
        return {name.removesuffix("_ms").removesuffix("_at"): _iso(value)}
    if name == "cause" and value is not None:
        return {"cause": value, **_kind_of_cause(value)}
    return {name: value}


def _kind_of_cause(id: str) -> dict[str, Any]:
    cause = causes.cause(id)
    return {"class": cause.cls.value, "retryable": cause.retryable, "remedy": cause.remedy}


def _iso(at_ms: int | None) -> str | None:
    return None if at_ms is None else iso(at_ms)


def _phase(phase: PhaseView) -> dict[str, Any]:
    return {
        "id": phase.id,
        "title": phase.title,
        "state": phase.state.value,
        "done": phase.done,
        "total": phase.total,
        "started": _iso(phase.started_ms),
        "finished": _iso(phase.ended_ms),
    }


def _counts(counts: Counts) -> dict[str, int | None]:
    return {
        "total": counts.total,
        "processed": counts.processed,
        "succeeded": counts.succeeded,
        "failed": counts.failed,
        "skipped": counts.skipped,
        "remaining": counts.remaining,
        "rolled_back": counts.rolled_back,
        "grown": counts.grown,
    }


def _cause(count: CauseCount) -> dict[str, Any]:
    kind = _kind_of_cause(count.cause)
    return {
        "cause": count.cause,
        "class": kind["class"],
        "state": count.state,
        "retryable": kind["retryable"],
        "remedy": kind["remedy"],
        "count": count.count,
    }


def _queue(queue: QueueView) -> dict[str, Any]:
    return {"ahead": queue.ahead, "reason": queue.reason, "expected_start": _iso(queue.expected_start_ms)}


def _paused(paused: PausedView) -> dict[str, Any]:
    return {"reason": paused.reason, "until": _iso(paused.until_ms), "cause": paused.cause}


def _retry(retry: RetryView) -> dict[str, Any]:
    return {
        "items": retry.items,
        "waiting": retry.waiting,
        "attempt": retry.attempt,
        "max": retry.max,
        "next": _iso(retry.next_at_ms),
        "whole": retry.whole,
    }


def _won(won: WonView) -> dict[str, int]:
    return {"items": won.items, "attempt": won.attempt}


def _cancellation(view: RunView, backend: Backend) -> dict[str, Any]:
    """What a cancellation would do, and since when somebody wants one."""
    told = backend.cancellation(view.key.job)
    return {
        "mode": CANCEL_MODES[told.mode],
        "keeps": told.keeps.value,
        "forbidden_from": told.forbidden_from,
        "asked": _iso(view.cancel.asked_ms) if view.cancel else None,
    }


def _actions(view: RunView, backend: Backend) -> dict[str, dict[str, int | None]]:
    """What can be done to the job as this run stands, each with the number of items that it touches."""
    forbidden_from = backend.cancellation(view.key.job).forbidden_from
    allowed = actions(backend.truth, view, forbidden_from=forbidden_from)
    return {one.do: {"items": one.items} for one in allowed}


def _earlier(run: RunView) -> dict[str, Any]:
    counts = run.counts
    return {
        "run": run.key.run,
        "outcome": run.outcome.value if run.outcome else None,
        "created": iso(run.accepted_ms),
        "finished": _iso(run.ended_ms),
        "total": counts.total,
        "succeeded": counts.succeeded,
        "failed": counts.failed,
        "skipped": counts.skipped,
    }


def _links(job: str) -> list[dict[str, str]]:
    path = job_path(job)
    return [
        {"rel": "self", "href": path},
        {"rel": "items", "href": f"{path}/items"},
        {"rel": "events", "href": f"{path}/events"},
    ]
