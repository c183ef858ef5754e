"""What was so at a moment: frozen views that the fold of the truth hands out. All times are whole ms of the trial."""

from dataclasses import dataclass

from harness.core.words import ItemState, Outcome, PhaseState, RunKey, State


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """Items of one run. ``total`` is None until it is known; ``grown`` is how many of it were found later.

    ``rolled_back`` items had succeeded and were undone: they count as not attempted. ``unheard`` are those of the
    failed whose work was done, only that nobody heard of it.
    """

    total: int | None
    succeeded: int = 0
    failed: int = 0
    skipped: int = 0
    rolled_back: int = 0
    unheard: int = 0
    grown: int = 0

    @property
    def processed(self) -> int:
        """Items that reached an end, whatever it was."""
        return self.succeeded + self.failed + self.skipped

    @property
    def remaining(self) -> int | None:
        """Items that have not reached an end yet; None while the total is unknown."""
        return None if self.total is None else self.total - self.processed


@dataclass(frozen=True, kw_only=True, slots=True)
class PhaseView:
    """One phase of a run. ``done`` of ``total`` counts the items that passed through it."""

    id: str
    title: str
    state: PhaseState
    done: int = 0
    total: int | None = None
    started_ms: int | None = None
    ended_ms: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class QueueView:
    """A waiting run's place: how many jobs go before it, and why it waits.

    ``expected_start_ms`` is None where an honest system could not say; ``because`` tells why the place has risen.
    """

    ahead: int
    reason: str
    expected_start_ms: int | None = None
    because: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PausedView:
    """Why a run stands still, and until when; ``until_ms`` is None where nobody knows."""

    reason: str
    until_ms: int | None = None
    cause: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RetryView:
    """Items that wait for, or are in, an attempt after the first; ``waiting`` of them wait.

    ``next_at_ms`` is None where none waits for a moment that is known. ``whole``: it is the job as a whole that is
    taken up again then. ``attempts`` are all that some item waits for or is in.
    """

    items: int
    attempt: int
    max: int
    next_at_ms: int | None
    waiting: int = 0
    whole: bool = False
    attempts: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class WonView:
    """Items that succeeded on an attempt after the first; ``attempt`` is the last on which one did."""

    items: int
    attempt: int


@dataclass(frozen=True, kw_only=True, slots=True)
class CancelView:
    """Somebody has asked to cancel the run: when, and whether it stops at once or after the current step."""

    asked_ms: int
    mode: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CauseCount:
    """How many items failed or were skipped for one typed cause (core/causes.py)."""

    cause: str
    state: str
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RunView:
    """One run at one moment. ``version`` is the ``seq`` of the last event that changed it, at ``updated_ms``.

    ``started_ms`` is when a worker first took it up; ``kept`` is what a cancelled run left as done; ``children`` are
    jobs that it started.
    """

    key: RunKey
    kind: str
    title: str
    noun: str
    state: State
    outcome: Outcome | None
    counts: Counts
    phases: tuple[PhaseView, ...]
    causes: tuple[CauseCount, ...]
    queue: QueueView | None
    retry: RetryView | None
    accepted_ms: int
    started_ms: int | None
    ended_ms: int | None
    version: int
    updated_ms: int
    paused: PausedView | None = None
    kept: int | None = None
    children: tuple[str, ...] = ()
    won: WonView | None = None
    cancel: CancelView | None = None

    @property
    def cancelled_too_late(self) -> bool:
        """Whether it ended of itself, although somebody had asked to cancel it."""
        return self.cancel is not None and self.outcome not in (None, Outcome.CANCELLED)

    @property
    def phase(self) -> PhaseView | None:
        """The phase that is running, if one is; of several the first in order."""
        return next(iter(self.running_phases), None)

    @property
    def running_phases(self) -> tuple[PhaseView, ...]:
        """All phases that are running; more than one where a pipeline has branches."""
        return tuple(phase for phase in self.phases if phase.state == PhaseState.RUNNING)


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemView:
    """One item that the truth has spoken of; ``cause`` is that of the failure, the skip or the retry in hand.

    ``done``: it counts as failed, yet its work was done; nobody heard of it.
    """

    id: str
    name: str
    state: ItemState
    cause: str | None
    attempt: int
    done: bool = False
