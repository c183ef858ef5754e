"""The words of the job world, one enum a word; the wire, the laws and the reports share them."""

from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """What a run is doing."""

    QUEUED = "queued"
    RUNNING = "running"
    RETRYING = "retrying"
    CANCELLING = "cancelling"
    PAUSED = "paused"
    ENDED = "ended"


class Outcome(StrEnum):
    """How a run ended. ``partial`` is what laws.md calls mixed."""

    SUCCEEDED = "succeeded"
    PARTIAL = "partial"
    FAILED = "failed"
    CANCELLED = "cancelled"


class ItemState(StrEnum):
    """What has become of one item."""

    WAITING = "waiting"
    RUNNING = "running"
    RETRYING = "retrying"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    SKIPPED = "skipped"


class PhaseState(StrEnum):
    """What has become of one phase of a run."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


class RunKey(NamedTuple):
    """One execution of one job: every fact, claim and law is by job *and* run."""

    job: str
    run: int
