"""What one trial is made of."""

from dataclasses import dataclass

from harness.scenario.scenario import Scenario
from harness.scenario.written import Written
from harness.targets.target import Target
from harness.wire.base import Wire


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A scenario on a target, before a wire, with a seed. ``written`` is the file of the scenario."""

    scenario: Scenario
    target: Target
    wire: Wire
    seed: int
    written: Written
