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


class Level(StrEnum):
    """What a breach of a law means for the gate: it fails, it is only warned of, or the law is not judged at all."""

    ERROR = "error"
    WARN = "warn"
    OFF = "off"


class Status(StrEnum):
    """What the gate makes of a finding. Only ``new`` fails."""

    NEW = "new"
    ACCEPTED = "accepted"
    WARNED = "warned"


class Severity(StrEnum):
    """How much a breach costs the person."""

    BLOCKER = "blocker"
    MAJOR = "major"
    MINOR = "minor"
