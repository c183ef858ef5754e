"""Objects that tell of retries or of the queue: there a key means something else than elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from harness.proposal import names
from harness.proposal.guess import Guess, slot


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """``prefix`` is that of its slots; ``told`` is one that holds something whenever it does."""

    names: frozenset[str]
    prefix: str
    told: str
    keys: Mapping[str, frozenset[str]]

    def key(self, name: str) -> Guess | None:
        """What a key of it follows."""
        found = next((which for which, words in self.keys.items() if names.means(name, words)), None)
        return None if found is None else slot(f"{self.prefix}.{found}", "by its name")


SECTIONS = (
    Section(
        names=frozenset(("retry", "retries")),
        prefix="job.retry",
        told="job.retry.items",
        keys={
            "attempt": frozenset(("attempt", "number", "current")),
            "max": frozenset(("max", "limit")),
            "next": frozenset(("next",)),
            "waiting": frozenset(("waiting",)),
            "whole": frozenset(("whole",)),
            "items": names.TOTAL,
        },
    ),
    Section(
        names=frozenset(("queue",)),
        prefix="job.queue",
        told="job.queue.ahead",
        keys={
            "ahead": names.AHEAD,
            "position": names.POSITION - {"queue"},
            "reason": names.REASON,
            "start": names.STARTED_AT,
        },
    ),
)


def section(path: Sequence[str]) -> Section | None:
    """The section that a path leads into."""
    return next((one for step in path for one in SECTIONS if names.means(step, one.names)), None)
