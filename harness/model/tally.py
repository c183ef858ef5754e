"""What has become of a run's items so far."""

from dataclasses import dataclass, field

from harness.core.words import Outcome
from harness.model.plans import ItemPlan


@dataclass(kw_only=True, slots=True)
class Tally:
    """Items of one run that have ended. ``done`` keeps those that succeeded where a cancellation would undo them."""

    succeeded: int = 0
    skipped: int = 0
    failed: list[ItemPlan] = field(default_factory=list)
    done: list[ItemPlan] = field(default_factory=list)

    @property
    def ended(self) -> int:
        """How many items have ended, whatever their end."""
        return self.succeeded + self.skipped + len(self.failed)

    def outcome(self, *, cancelled: bool) -> Outcome:
        """How the run ended, seen from its items."""
        if cancelled:
            return Outcome.CANCELLED
        if not self.failed:
            return Outcome.SUCCEEDED
        return Outcome.PARTIAL if self.succeeded else Outcome.FAILED
