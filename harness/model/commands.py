"""What a person can make the simulation do, at the current time."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, kw_only=True, slots=True)
class Submit:
    """Start a job. Without ``job`` the next job of that kind that the scenario leaves to the person.

    Where the scenario tells of such a job, its own number of items holds; ``items`` is for the others. ``failed`` is
    what a person's own file holds: causes by the number of the item. Then it is that file that is taken, whatever the
    scenario says.
    """

    kind: str
    job: str | None = None
    items: int | None = None
    failed: Mapping[int, str] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Cancel:
    """Stop the job's newest run, after the current step or at once, as its world says."""

    job: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RetryFailed:
    """Start the next run of the job with the items that failed in the newest one."""

    job: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Rerun:
    """Start the next run of the job with all its items; their trouble was mended, unless the world says otherwise."""

    job: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Continue:
    """Let a run that paused at a critical error skip what failed and go on."""

    job: str


Command = Submit | Cancel | RetryFailed | Rerun | Continue


class Because(StrEnum):
    """Why a command makes no sense now."""

    UNKNOWN_JOB = "unknown-job"
    ENDED = "already-ended"
    FORBIDDEN = "not-cancellable"
    NOT_ENDED = "not-ended"
    NOTHING_FAILED = "nothing-to-retry"
    NOT_PAUSED = "not-paused"


class CommandRefused(Exception):
    """The command makes no sense now, ``because`` of what; nothing happened."""

    def __init__(self, because: Because, said: str) -> None:
        super().__init__(said)
        self.because = because
