"""What a text claims: the answer of the claim reader. A reading knows nothing of jobs, runs or moments."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a claim is about."""

    COUNT = "count"
    PERCENT = "percent"
    STEP = "step"
    STATE = "state"
    ENDED = "ended"
    QUEUE = "queue"
    ATTEMPT = "attempt"
    SENDING = "sending"
    LOADING = "loading"
    CONNECTION = "connection"
    AS_OF = "as_of"
    NO_JOBS = "no_jobs"
    TROUBLE = "trouble"
    DURATION = "duration"
    NEXT = "next"

    __hash__ = str.__hash__  # readings are hashed by the thousand, and an Enum's own hash is Python


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """One claim in a text. ``text`` is the sentence that makes it.

    ``word`` narrows the kind: the bucket of a count (processed, succeeded, failed, skipped, remaining, total, retrying,
    kept and rolled_back of a cancelled job, found;
    ``done`` of a step: so many are over;
    ``current`` is the one in hand, ``done`` names no verb), the state, the outcome of an ending, lost, stale
    or back for
    the connection, succeeded or failed of an attempt that is over, ``at`` a time of the day, or ``in`` so long of
    the next attempt. ``subject`` is the stem of the activity that was named (``upload``), if one was.
    ``cause`` is what a count of failed or skipped items is narrowed to: "3 items failed because of a missing ID".
    ``when`` is the time of an as-of or a next attempt, as written: "09:03:20", "12 s ago", "just now".
    """

    kind: Kind
    text: str
    word: str | None = None
    value: int | float | None = None
    total: int | None = None
    noun: str | None = None
    subject: str | None = None
    cause: str | None = None
    when: str | None = None

    @property
    def code(self) -> str:
        """A short form for tests and listings: ``count:processed=124/500``."""
        word = f":{self.word}" if self.word else ""
        value = "" if self.value is None else f"={self.value:g}" if isinstance(self.value, float) else f"={self.value}"
        return f"{self.kind}{word}{value}" + (f"/{self.total}" if self.total is not None else "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """One clause of a text, in shape (shape.py). ``end``: what ended it. ``claims``: something was read in it."""

    text: str
    end: str = ""
    label: str = ""
    claims: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """All claims of one text. ``unread`` are the sentences that hold a number or a state word and could not be read."""

    readings: tuple[Reading, ...] = ()
    unread: tuple[str, ...] = ()
    clauses: tuple[Heard, ...] = ()
