"""What a session announces while it runs. Reporters see these and nothing else; all of them can cross processes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from harness.core.verdicts import Verdict
from harness.trace.about import LawInfo, ScenarioInfo, TargetInfo
from harness.trace.result import LawVerdict, TrialResult


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionStarted:
    """The first event. ``started`` is the wall clock in ISO 8601, ``command`` what the person typed."""

    scenarios: tuple[ScenarioInfo, ...]
    target: TargetInfo
    laws: tuple[LawInfo, ...]
    started: str
    command: str
    version: str
    trials: int
    defect: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TrialStarted:
    """``end_ms``: where the trial's virtual time will end, when that is known."""

    trial: str
    scenario: ScenarioInfo
    seed: int
    repeat: int
    defect: str | None = None
    end_ms: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockAdvanced:
    """The trial's virtual time moved on."""

    trial: str
    at_ms: int


@dataclass(frozen=True, kw_only=True, slots=True)
class StepTaken:
    """The person did something."""

    trial: str
    at_ms: int
    do: str
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class FaultBegan:
    """The network began to misbehave."""

    trial: str
    at_ms: int
    end_ms: int
    kind: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LawJudged:
    """One law answered on one trial."""

    trial: str
    verdict: LawVerdict


@dataclass(frozen=True, kw_only=True, slots=True)
class TrialFinished:
    """A trial is over, judged and stored."""

    result: TrialResult


@dataclass(frozen=True, kw_only=True, slots=True)
class Totals:
    """The session in numbers. ``never_armed``: laws that judged nothing in any trial."""

    trials: int
    findings: int
    errors: int
    wall_ms: int
    virtual_ms: int
    verdicts: Mapping[Verdict, int] = field(default_factory=dict)
    never_armed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionFinished:
    """The last event. ``exit_code``: 0 passed, 1 findings, 2 wrong usage, 3 trouble of our own."""

    exit_code: int
    totals: Totals


Progress: TypeAlias = ClockAdvanced | StepTaken | FaultBegan
"""What is announced while a trial runs."""

Event: TypeAlias = SessionStarted | TrialStarted | Progress | LawJudged | TrialFinished | SessionFinished
