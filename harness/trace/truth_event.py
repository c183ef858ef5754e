"""One thing that really happened. The append-only log of these is the truth."""

from dataclasses import dataclass, field
from typing import Any

from harness.core.words import RunKey


# Nobody changes one. It is not frozen because a run may make millions, and a frozen one takes five times as long.
@dataclass(slots=True)
class TruthEvent:
    """``seq`` counts from 1 without gaps; ``at_ms`` never falls; ``data`` holds JSON values only."""

    seq: int
    at_ms: int
    kind: str
    job: str
    run: int
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> RunKey:
        """The run that the event belongs to."""
        return RunKey(self.job, self.run)
