"""Logs made by hand, for what shows them."""

from typing import Any

from harness.trace.truth_event import TruthEvent

Told = tuple[int, str, dict[str, Any]]
PHASES = [{"id": "validate", "title": "Validate", "total": 3}, {"id": "publish", "title": "Publish", "total": None}]
ACCEPTED = {"kind": "publish", "title": "Publish 3 items", "noun": "item", "total": 3, "phases": PHASES, "by": "person"}


def log(*told: Told, job: str = "publish", run: int = 1, first: int = 1) -> list[TruthEvent]:
    """Events of one run, numbered in order."""
    return [
        TruthEvent(seq=seq, at_ms=at_ms, kind=kind, job=job, run=run, data=data)
        for seq, (at_ms, kind, data) in enumerate(told, start=first)
    ]


def accepted(at_ms: int, **data: Any) -> Told:
    """The acceptance of a publish of three items."""
    return at_ms, "job.accepted", ACCEPTED | data


def whole(at_ms: int = 0, took_ms: int = 10_000, job: str = "sync-1", first: int = 1) -> list[TruthEvent]:
    """A run that is accepted by the world, does one item and ends."""
    phases = [{"id": "sync", "title": "Sync", "total": 1}]
    return log(
        accepted(at_ms, by="world", title="Sync 1 item", total=1, phases=phases),
        (at_ms + 1_000, "run.started", {"worker": "worker-1"}),
        (at_ms + 1_000, "phase.started", {"phase": "sync", "total": 1}),
        (at_ms + took_ms, "item.succeeded", {"item": "item-001", "name": "Lamp", "phase": "sync", "attempt": 1}),
        (at_ms + took_ms, "phase.ended", {"phase": "sync", "state": "done"}),
        (at_ms + took_ms, "run.ended", {"outcome": "succeeded", "succeeded": 1, "failed": 0, "skipped": 0}),
        job=job,
        first=first,
    )


LAMP = {"item": "item-001", "name": "Lamp", "phase": "publish"}
VASE = {"item": "item-002", "name": "Vase", "phase": "publish"}
MAT = {"item": "item-003", "name": "Mat", "phase": "publish"}

EVERYTHING = log(
    accepted(0),
    (0, "run.queued", {"ahead": 1, "reason": "dependency", "expected_start_ms": None}),
    (4_000, "queue.moved", {"ahead": 0, "reason": "no-free-worker", "expected_start_ms": 9_000, "because": "priority"}),
    (10_000, "run.started", {"worker": "worker-1"}),
    (10_000, "phase.started", {"phase": "validate", "total": None}),
    (11_000, "phase.total", {"phase": "validate", "total": 3}),
    (13_000, "phase.advanced", {"phase": "validate", "done": 3}),
    (13_000, "phase.ended", {"phase": "validate", "state": "done"}),
    (13_000, "phase.started", {"phase": "publish", "total": 3}),
    (20_000, "worker.lost", {"worker": "worker-1"}),
    (20_000, "item.interrupted", LAMP | {"attempt": 1}),
    (20_000, "run.queued", {"ahead": 0, "reason": "no-free-worker", "expected_start_ms": None}),
    (30_000, "run.started", {"worker": "worker-2"}),
    (30_000, "item.resumed", LAMP | {"attempt": 1}),
    (32_000, "item.succeeded", LAMP | {"attempt": 1}),
    (32_000, "run.paused", {"reason": "rate-limit", "until_ms": 40_000, "cause": "rate-limited"}),
    (40_000, "run.resumed", {}),
    (44_000, "item.failed", VASE | {"attempt": 1, "cause": "timeout", "done": True}),
    (45_000, "item.retrying", MAT | {"attempt": 2, "max": 3, "next_at_ms": None, "cause": "a-new-cause"}),
    (45_000, "run.retrying", {"attempt": 2, "max": 3, "next_at_ms": 60_000, "items": 1}),
    (60_000, "run.resumed", {}),
    (61_000, "phase.total", {"phase": "publish", "total": 4}),
    (62_000, "job.spawned", {"child": "follow-up"}),
    (63_000, "something.new", {"colour": "blue"}),
    (70_000, "run.cancelling", {"mode": "immediate"}),
    (70_000, "item.interrupted", MAT | {"attempt": 2}),
    (70_000, "item.rolled_back", LAMP),
    (70_000, "phase.ended", {"phase": "publish", "state": "skipped"}),
    (80_000, "run.ended", {"outcome": "cancelled", "succeeded": 0, "failed": 1, "skipped": 0, "kept": 0}),
)
