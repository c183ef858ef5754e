"""What a reader of results must know about a scenario, a law and a target, without their files."""

from dataclasses import dataclass

from harness.core.verdicts import Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class ScenarioInfo:
    """A scenario by name. ``arms``: ids of the laws that it exists for."""

    id: str
    title: str
    source: str
    arms: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LawInfo:
    """A law in plain sentences: what holds, what is said when it does not, and why a person should care."""

    id: str
    title: str
    failure_title: str
    why: str
    severity: Severity
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TargetInfo:
    """The UI under test by name."""

    id: str
    title: str
