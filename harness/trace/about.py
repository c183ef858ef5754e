"""What a reader of results must know about a scenario, a law and a target, without their files."""

from dataclasses import dataclass

from harness.core.verdicts import Level, Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class StepPlace:
    """The line of the scenario file that a step of the journey stands on."""

    at_ms: int
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ScenarioInfo:
    """A scenario by name. ``arms``: ids of the laws that it exists for; ``file``: as one would type it from here."""

    id: str
    title: str
    source: str
    arms: tuple[str, ...] = ()
    file: str = ""
    steps: tuple[StepPlace, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LawInfo:
    """A law in plain sentences: what holds, what is said when it does not, why a person should care, and what a good
    page does instead.

    ``formerly``: ids that it had. ``level``: what a breach means for the gate; ``reason``: why it is not an error.
    """

    id: str
    title: str
    failure_title: str
    why: str
    severity: Severity
    source: str
    instead: str = ""
    formerly: tuple[str, ...] = ()
    level: Level = Level.ERROR
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class TargetInfo:
    """The UI under test by name. ``file``: as one would type it from here."""

    id: str
    title: str
    file: str = ""
