"""What a law can answer (laws.md, section 1)."""

from enum import StrEnum


class Verdict(StrEnum):
    """The answer of one law on one trial. Only ``passed`` is a pass."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_EXERCISED = "not_exercised"
    NOT_OBSERVABLE = "not_observable"
    CANT_TELL = "cant_tell"
    ERROR = "error"


class Severity(StrEnum):
    """How much a breach costs the person."""

    BLOCKER = "blocker"
    MAJOR = "major"
    MINOR = "minor"
