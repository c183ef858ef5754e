"""What a test tells the session of a trial, in a form that crosses processes."""

import json
from dataclasses import dataclass
from typing import Self

from harness.trace.about import ScenarioInfo, TargetInfo
from harness.trace.plain import dumps, from_plain, to_plain
from harness.trace.result import TrialResult


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """A result, and what a report has to know of the scenario and the target."""

    result: TrialResult
    scenario: ScenarioInfo
    target: TargetInfo

    def encode(self) -> str:
        """As one line of JSON."""
        return dumps(to_plain(self))

    @classmethod
    def decode(cls, line: str) -> Self:
        """What that line tells."""
        return from_plain(cls, json.loads(line))
