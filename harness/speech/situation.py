"""What was so when a page spoke: the facts by which its words are judged. What is None is not known, and not judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from harness.core import causes
from harness.microcopy.own import Own
from harness.speech.acts import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class Situation:
    """``causes`` are ids of the registry, classes, or ``unknown``, with how many items each concerns; ``others`` may be
    named beside them, as what was skipped has causes too.

    ``verb`` and ``noun`` are what the job does and what its items are called. ``retry_scheduled``: the system will try
    again by itself. ``as_of_minute`` is the minute of the day at which the page last heard from the server. ``untold``
    are the facts that the server never tells.
    """

    act: Act
    job: str | None = None
    verb: str | None = None
    noun: str | None = None
    total: int | None = None
    done: int | None = None
    succeeded: int | None = None
    failed: int | None = None
    skipped: int | None = None
    left: int | None = None
    kept: int | None = None
    undone: int | None = None
    step: int | None = None
    steps: int | None = None
    phase: str | None = None
    causes: Mapping[str, int] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    retryable: bool | None = None
    retry_scheduled: bool | None = None
    attempt: int | None = None
    attempts: int | None = None
    next_s: float | None = None
    reason: str | None = None
    ahead: int | None = None
    starts_in_s: float | None = None
    remaining_s: float | None = None
    survives_disconnect: bool | None = None
    as_of_minute: int | None = None
    untold: tuple[str, ...] = ()

    @property
    def own(self) -> Own:
        """The words of the job."""
        return Own(title=self.job, verb=self.verb, noun=self.noun)

    @property
    def classes(self) -> frozenset[str]:
        """The classes of the causes."""
        return frozenset(causes.class_of(name) for name in self.causes)

    @property
    def can_retry(self) -> bool:
        """Whether trying again with nothing changed can help with any of what failed."""
        if self.retryable is not None:
            return self.retryable
        return any(causes.is_retryable(name) for name in self.causes)

    @property
    def share(self) -> float | None:
        """How much of the work is done, from 0 to 1."""
        return None if not self.total or self.done is None else self.done / self.total
