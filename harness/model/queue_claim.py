"""What a run asks of the queue: a worker, for such a job."""

from collections.abc import Callable
from dataclasses import dataclass

from harness.core.words import RunKey
from harness.scenario.world import Job, JobKind


def _unknown() -> int | None:
    return None


@dataclass(kw_only=True, slots=True)
class Claim:
    """A run that wants a worker. ``left_ms`` is its own honest estimate of what is left of it, asked while it runs.

    ``front`` marks a run that is taken up again after its worker crashed: it goes before all others.
    """

    key: RunKey
    kind: JobKind
    queue: str = "default"
    priority: int = 0
    tenant: str | None = None
    after: tuple[str, ...] = ()
    left_ms: Callable[[], int | None] = _unknown
    front: bool = False

    @classmethod
    def of(cls, key: RunKey, job: Job, left_ms: Callable[[], int | None] = _unknown, *, front: bool = False) -> "Claim":
        """The claim of a run of that job of the world."""
        return cls(
            key=key,
            kind=job.kind,
            queue=job.queue,
            priority=job.priority,
            tenant=job.tenant,
            after=job.after,
            left_ms=left_ms,
            front=front,
        )
