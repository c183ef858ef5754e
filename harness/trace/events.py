"""What a session announces while it runs. Reporters see these and nothing else; all of them can cross processes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from harness.core.verdicts import Verdict
from harness.trace.about import LawInfo, ScenarioInfo, TargetInfo
from harness.trace.result import Absent, LawVerdict, TrialResult

ALL = "all"
NAMED = "named"


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionStarted:
    """The first event. ``started`` is the wall clock in ISO 8601, ``command`` what the person typed.

    ``scope`` says which scenarios were asked for (all, named, or suite NAME), ``plan`` names every trial of the whole
    session, ``shard`` the part of it that is run here (``2/4``; empty: all). ``baseline`` is the file of findings that
    are accepted, ``remarks`` are sentences that a person should read before the results. ``transport`` and ``network``
    are those asked for; empty: each scenario's own.
    """

    scenarios: tuple[ScenarioInfo, ...]
    target: TargetInfo
    laws: tuple[LawInfo, ...]
    started: str
    command: str
    version: str
    trials: int
    defect: str | None = None
    scope: str = ALL
    plan: tuple[str, ...] = ()
    shard: str = ""
    baseline: str = ""
    remarks: tuple[str, ...] = ()
    transport: str = ""
    network: str = ""


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
    """The session in numbers. ``errors`` are trials that trouble of our own ended, ``not_judged`` those that a file
    ended which does not fit the page. ``never_armed``: laws that judged nothing in any trial. ``under``: of the
    ``verdicts`` that failed, those whose findings another law tells.

    Of the ``findings`` so many are ``new``, ``accepted`` by the baseline, only ``warned`` of. ``absent``: findings that
    the baseline accepts and that did not come.
    """

    trials: int
    findings: int
    errors: int
    wall_ms: int
    virtual_ms: int
    verdicts: Mapping[Verdict, int] = field(default_factory=dict)
    never_armed: tuple[str, ...] = ()
    new: int = 0
    accepted: int = 0
    warned: int = 0
    under: int = 0
    absent: tuple[Absent, ...] = ()
    not_judged: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionFinished:
    """The last event. ``exit_code``: 0 passed, 1 findings, 2 wrong usage or a trial that cannot be judged, 3 trouble of
    our own.

    ``broken_off`` says why the session ended before its last trial.
    """

    exit_code: int
    totals: Totals
    broken_off: str = ""


Progress: TypeAlias = ClockAdvanced | StepTaken | FaultBegan
"""What is announced while a trial runs."""

Event: TypeAlias = SessionStarted | TrialStarted | Progress | LawJudged | TrialFinished | SessionFinished
