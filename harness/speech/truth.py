"""What was so of a run at a moment of a trial, as words are judged by it."""

from harness.core.words import Outcome, RunKey, State
from harness.facts.case import Case
from harness.facts.views import RunView
from harness.speech.acts import Act
from harness.speech.situation import Situation

_ENDS = {
    Outcome.SUCCEEDED: Act.SUCCEEDED,
    Outcome.PARTIAL: Act.MIXED,
    Outcome.FAILED: Act.FAILED,
    Outcome.CANCELLED: Act.CANCELLED,
}
_MINUTE_MS = 60_000


def act_of(view: RunView) -> Act:
    """The act that the state of a run calls for."""
    if view.outcome is not None:
        return _ENDS[view.outcome]
    if view.state in (State.QUEUED, State.PAUSED):
        return Act.WAITING
    if view.state is State.CANCELLING:
        return Act.CANCELLING
    return Act.RETRYING if view.state is State.RETRYING else Act.WORKING


def situation(case: Case, run: RunKey, at_ms: int, act: Act | None = None) -> Situation | None:
    """What was so; None before the run was accepted."""
    view = case.truth.view(run, at_ms)
    if view is None:
        return None
    counts, retry, queue = view.counts, view.retry, view.queue
    failed = {held.cause: held.count for held in view.causes if held.state == "failed"}
    skipped = tuple(held.cause for held in view.causes if held.state != "failed")
    step = next((place for place, phase in enumerate(view.phases, 1) if phase == view.phase), None)
    return Situation(
        act=act or act_of(view),
        job=view.title,
        verb=view.kind,
        noun=view.noun,
        total=counts.total,
        done=counts.processed,
        succeeded=counts.succeeded,
        failed=counts.failed,
        skipped=counts.skipped,
        left=counts.remaining,
        kept=view.kept,
        undone=counts.rolled_back if view.kept is not None else None,
        step=step,
        steps=len(view.phases) if step else None,
        phase=view.phase.title if view.phase else None,
        causes=failed,
        others=skipped,
        retry_scheduled=retry is not None,
        attempt=retry.attempt if retry else None,
        attempts=retry.max if retry else None,
        next_s=(retry.next_at_ms - at_ms) / 1000 if retry and retry.next_at_ms is not None else None,
        reason=_reason(view),
        ahead=queue.ahead if queue else None,
        starts_in_s=_in_s(queue.expected_start_ms if queue else None, at_ms),
        remaining_s=_in_s(_ended(case, run), at_ms),
        survives_disconnect=True,
        as_of_minute=None,
        untold=case.header.untold,
    )


def _reason(view: RunView) -> str | None:
    if view.queue is not None:
        return view.queue.reason
    return "paused" if view.paused is not None else None


def _ended(case: Case, run: RunKey) -> int | None:
    ended_ms = case.truth.ended_at(run)
    return None if ended_ms > case.end_ms else int(ended_ms)


def _in_s(moment_ms: int | None, at_ms: int) -> float | None:
    return None if moment_ms is None else (moment_ms - at_ms) / 1000
