"""Told wires as tests write them, and a job half-way through."""

from pathlib import Path
from typing import Any

from harness.facts.truth import Truth
from harness.scenario import yaml_file
from harness.scenario.world import World
from harness.told.book import Book
from harness.told.compiler import At, Compiler
from harness.told.file import WireFile
from harness.told.reading import read
from harness.told.slots import Asked, Scene
from harness.trace.truth_event import TruthEvent

WORLD = World.model_validate({"jobs": [{"id": "publish", "kind": "publish", "items": 28}]})
PATH = Path("wire.yaml")
PHASES = [{"id": "validate", "title": "Validate", "total": 4}, {"id": "publish", "title": "Publish", "total": 4}]
LOG: tuple[tuple[int, str, dict[str, Any]], ...] = (
    (1_000, "job.accepted", {"kind": "publish", "title": "Publish 4 items", "noun": "item", "total": 4,
                             "phases": PHASES, "max_attempts": 3, "by": "person"}),
    (1_000, "run.queued", {"ahead": 2, "reason": "no-free-worker", "expected_start_ms": 2_000}),
    (2_000, "run.started", {"worker": "worker-1"}),
    (2_000, "phase.started", {"phase": "validate", "total": 4}),
    *((2_000 + 100 * done, "phase.advanced", {"phase": "validate", "done": done}) for done in range(1, 5)),
    (2_400, "phase.ended", {"phase": "validate", "state": "done"}),
    (2_400, "phase.started", {"phase": "publish", "total": 4}),
    (3_400, "item.succeeded", {"item": "item-001", "name": "Mug <blue>", "phase": "publish", "attempt": 1}),
    (4_400, "item.failed", {"item": "item-002", "name": "Lamp", "phase": "publish", "attempt": 2,
                            "cause": "missing-id"}),
    (5_400, "item.skipped", {"item": "item-003", "name": "Desk", "phase": "publish", "cause": "out-of-stock"}),
    (6_400, "item.succeeded", {"item": "item-004", "name": "Chair", "phase": "publish", "attempt": 1}),
    (6_400, "phase.ended", {"phase": "publish", "state": "done"}),
    (6_400, "run.ended", {"outcome": "partial", "succeeded": 2, "failed": 1, "skipped": 1}),
)  # fmt: skip
EVENTS = [
    TruthEvent(seq=seq, at_ms=at_ms, kind=kind, job="publish", run=1, data=data)
    for seq, (at_ms, kind, data) in enumerate(LOG, start=1)
]
TRUTH = Truth(EVENTS)


def scene(at_ms: int, asked: Asked | None = None, truth: Truth = TRUTH) -> Scene:
    """The job at that moment."""
    return Scene(truth=truth, at_ms=at_ms, world=WORLD, asked=asked or Asked()).about(job=truth.job("publish", at_ms))


def filled(template: Any, at_ms: int, tables: dict[str, Any] | None = None, *, html: bool = False) -> Any:
    """The template about the job at that moment. It must be sound."""
    compiler = Compiler(tables or {})
    node = compiler.template(template, At(place=(), things=("job",), is_html=html))
    assert compiler.problems == []
    return node.fill(scene(at_ms))


def wire_file(text: str) -> WireFile:
    """A wire as a file tells it."""
    return yaml_file.checked(WireFile, yaml_file.tree(text, PATH), PATH)


def book(text: str) -> Book:
    """A told wire. It must be sound."""
    found, problems = read(wire_file(text))
    assert problems == []
    return found
