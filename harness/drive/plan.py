"""What one trial is made of."""

from dataclasses import dataclass

from harness.scenario.scenario import Scenario
from harness.scenario.written import Written
from harness.serve.feed import Feed
from harness.targets.target import Target
from harness.wire.base import Wire


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A scenario on a target, before a wire, with a seed. ``written`` is the file of the scenario; ``feed`` starts the
    target's real back end, where it has one.
    """

    scenario: Scenario
    target: Target
    wire: Wire
    seed: int
    written: Written
    feed: Feed | None = None
