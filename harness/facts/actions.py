"""What a person can sensibly have done to a job at a moment, and to how many items."""

from dataclasses import dataclass

from harness.core import causes
from harness.core.words import Outcome, State
from harness.facts.truth import Truth
from harness.facts.views import RunView


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """``do`` is cancel, retry-failed, rerun or continue; ``items`` is how many it touches, None where nobody knows."""

    do: str
    items: int | None


def actions(truth: Truth, view: RunView, *, forbidden_from: str | None = None) -> tuple[Action, ...]:
    """What can be done to the run as it stands, the newest of its job. With ``forbidden_from`` cancelling is over.

    Nobody needs to run again what has succeeded, nor to retry where no cause passes by itself.
    """
    if view.state is not State.ENDED:
        return tuple(_of_unended(view, forbidden_from))
    return tuple(_of_ended(view, _total(truth, view)))


def can_be_retried(view: RunView) -> int:
    """How many of the failed items could succeed with nothing changed. No reason to skip an item passes by itself."""
    return sum(one.count for one in view.causes if causes.cause(one.cause).retryable)


def _of_unended(view: RunView, forbidden_from: str | None) -> list[Action]:
    if view.state is State.CANCELLING:
        return []
    begun = any(phase.id == forbidden_from and phase.started_ms is not None for phase in view.phases)
    waits = view.paused is not None and view.paused.reason == "critical-error"
    left = view.counts.remaining
    return [
        *([] if begun else [Action(do="cancel", items=left)]),
        *([Action(do="continue", items=left)] if waits else []),
    ]


def _of_ended(view: RunView, total: int | None) -> list[Action]:
    retry = [Action(do="retry-failed", items=view.counts.failed)] if can_be_retried(view) else []
    again = [] if view.outcome is Outcome.SUCCEEDED else [Action(do="rerun", items=total)]
    return [*retry, *again]


def _total(truth: Truth, newest: RunView) -> int | None:
    """How many items the job has, of which a run may have had but a few."""
    totals = [view.counts.total for view in (*truth.earlier(newest.key.job, newest.accepted_ms), newest)]
    return max((total for total in totals if total is not None), default=None)
