"""The speech acts of a job's life, and what each must say (laws.md, 6.3)."""

from enum import StrEnum


class Act(StrEnum):
    """What has happened, and what a page is there to tell."""

    STARTED = "started"
    WAITING = "waiting"
    WORKING = "working"
    STALLED = "stalled"
    RETRYING = "retrying"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
    SUCCEEDED = "succeeded"
    MIXED = "mixed"
    FAILED = "failed"
    OFFLINE = "offline"
    BACK = "back"


class Said(StrEnum):
    """What became of one slot: said; not said; said otherwise; said too boldly; nobody can tell."""

    CARRIES = "carries"
    OMITS = "omits"
    CONTRADICTS = "contradicts"
    OVERCLAIMS = "overclaims"
    UNVERIFIABLE = "unverifiable"


SLOTS: dict[Act, tuple[str, ...]] = {
    Act.STARTED: ("job",),
    Act.WAITING: ("state", "reason"),
    Act.WORKING: ("activity", "quantity"),
    Act.STALLED: ("state", "reason"),
    Act.RETRYING: ("state", "attempt", "next"),
    Act.CANCELLING: ("state",),
    Act.CANCELLED: ("state", "done", "kept", "undone"),
    Act.SUCCEEDED: ("state", "job", "count", "skipped"),
    Act.MIXED: ("succeeded", "failed", "skipped"),
    Act.FAILED: ("cause", "remedy", "count"),
    Act.OFFLINE: ("state", "as_of"),
    Act.BACK: ("state",),
}
"""act -> the slots that it must carry, where the truth gives something to fill them with"""

EVERY_SLOT = (
    "job state activity quantity total done succeeded failed skipped left kept undone count step cause remedy"
    " reason ahead start attempt next as_of"
).split()
GUARDS = ("all", "complete", "nothing-changed", "will-retry", "safe-to-close", "soon")
LINTS = ("vague", "placeholder")
