"""What the slots of a job hold at moments of a job that was written down event by event."""

from typing import Any

import pytest

from harness.facts.truth import Truth
from harness.told.expressions import SLOTS
from harness.told.formats import Share
from harness.trace.truth_event import TruthEvent
from tests.told.support import EVENTS, scene


def held(name: str, at_ms: int) -> Any:
    return SLOTS[f"job.{name}"].value(scene(at_ms))


@pytest.mark.parametrize(
    ("name", "at_ms", "value"),
    [
        ("id", 1_000, "publish"),
        ("kind", 1_000, "publish"),
        ("title", 1_000, "Publish 4 items"),
        ("noun", 1_000, "item"),
        ("state", 1_999, "queued"),
        ("state", 2_000, "running"),
        ("state", 6_400, "partial"),
        ("ended", 6_399, False),
        ("ended", 6_400, True),
        ("run", 6_400, 1),
        ("version", 1_000, 2),
        ("version", 6_400, 16),
        ("total", 1_000, 4),
        ("processed", 4_400, 2),
        ("succeeded", 6_400, 2),
        ("failed", 6_400, 1),
        ("skipped", 6_400, 1),
        ("remaining", 4_400, 2),
        ("rolled_back", 6_400, 0),
        ("grown", 6_400, 0),
        ("kept", 6_400, None),
        ("percent", 4_400, Share(done=2, total=4, ended=False)),
        ("percent", 6_400, Share(done=4, total=4, ended=True)),
        ("current", 1_000, None),
        ("current", 2_100, 2),
        ("current", 2_400, 1),
        ("current", 4_400, 3),
        ("current", 6_400, None),
        ("accepted", 6_400, 1_000),
        ("started", 1_999, None),
        ("started", 6_400, 2_000),
        ("finished", 6_399, None),
        ("finished", 9_000, 6_400),
        ("updated", 4_999, 4_400),
        ("elapsed", 1_999, None),
        ("elapsed", 5_000, 3_000),
        ("elapsed", 9_000, 4_400),
        ("left", 2_000, None),
        ("left", 3_400, 4_200),
        ("left", 4_399, 4_200),
        ("left", 6_400, None),
        ("phase.id", 1_000, None),
        ("phase.id", 2_300, "validate"),
        ("phase.title", 3_000, "Publish"),
        ("phase.number", 3_000, 2),
        ("phase.done", 2_300, 3),
        ("phase.total", 2_300, 4),
        ("phases", 1_000, 2),
        ("queue.ahead", 1_000, 2),
        ("queue.position", 1_000, 3),
        ("queue.reason", 1_000, "no-free-worker"),
        ("queue.start", 1_000, 2_000),
        ("queue.ahead", 2_000, None),
        ("cause.id", 4_399, None),
        ("cause.id", 4_400, "missing-id"),
        ("cause.count", 6_400, 1),
        ("cause.title", 6_400, "Missing ID"),
        ("paused.reason", 3_000, None),
        ("retry.items", 3_000, None),
        ("retry.wait", 3_000, None),
    ],
)
def test_a_slot_holds_what_was_so(name: str, at_ms: int, value: Any) -> None:
    assert held(name, at_ms) == value


def told(kind: str, slot: str, **data: Any) -> Any:
    """A slot just after one more event at 3 s."""
    started = [event for event in EVENTS if event.at_ms < 3_000]
    more = TruthEvent(seq=len(started) + 1, at_ms=3_000, kind=kind, job="publish", run=1, data=data)
    return SLOTS[f"job.{slot}"].value(scene(3_000, truth=Truth([*started, more])))


@pytest.mark.parametrize(
    ("slot", "value"),
    [("reason", "critical-error"), ("until", 9_000), ("cause.id", "upload-lost"), ("cause.critical", True)],
)
def test_a_job_that_stands_still_says_why_and_until_when(slot: str, value: Any) -> None:
    assert told("run.paused", f"paused.{slot}", reason="critical-error", until_ms=9_000, cause="upload-lost") == value


@pytest.mark.parametrize(
    ("slot", "value"),
    [("items", 3), ("waiting", 3), ("attempt", 2), ("max", 3), ("next", 8_000), ("whole", True), ("wait", 5_000)],
)
def test_a_job_that_is_tried_again_says_what_and_when(slot: str, value: Any) -> None:
    assert told("run.retrying", f"retry.{slot}", items=3, attempt=2, max=3, next_at_ms=8_000) == value


def test_only_what_follows_the_clock_alone_says_so() -> None:
    assert {name for name, slot in SLOTS.items() if slot.ticks} == {"job.elapsed", "now"}
