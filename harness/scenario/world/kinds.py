"""The kinds of jobs, and the phases that each has unless a scenario gives it a pipeline of its own."""

from enum import StrEnum


class JobKind(StrEnum):
    """What a job does; the model knows the phases of each."""

    PUBLISH = "publish"
    IMPORT = "import"
    SYNC = "sync"
    UPDATE = "update"


PHASES: dict[JobKind, tuple[str, ...]] = {
    JobKind.PUBLISH: ("validate", "publish"),
    JobKind.IMPORT: ("upload", "scan", "map", "validate", "process"),
    JobKind.SYNC: ("fetch", "validate", "sync"),
    JobKind.UPDATE: ("validate", "update"),
}

EACH_MS = {
    "upload": 60,
    "scan": 40,
    "map": 50,
    "validate": 100,
    "process": 450,
    "fetch": 80,
    "sync": 800,
    "update": 600,
    "publish": 3_000,
}
"""how long an item takes in a phase, where neither the job nor a third party says so"""
