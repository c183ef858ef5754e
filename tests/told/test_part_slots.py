"""What the slots of items, phases, causes and children hold."""

from typing import Any

import pytest

from harness.core.words import ItemState, PhaseState
from harness.facts.views import CauseCount, ItemView, PhaseView
from harness.told.expressions import SLOTS
from harness.told.formats import Share
from harness.told.part_slots import cause_of_most
from tests.told.support import scene

LAMP = ItemView(id="item-002", name="Lamp", state=ItemState.FAILED, cause="missing-id", attempt=2)
MUG = ItemView(id="item-001", name="Mug", state=ItemState.RUNNING, cause=None, attempt=1)
PHASE = PhaseView(id="publish", title="Publish", state=PhaseState.RUNNING, done=1, total=4, started_ms=2_400)
COUNTED = PhaseView(id="publish", title="Publish", state=PhaseState.WAITING)


@pytest.mark.parametrize(
    ("slot", "thing", "value"),
    [
        ("item.id", LAMP, "item-002"),
        ("item.number", LAMP, 2),
        ("item.name", LAMP, "Lamp"),
        ("item.state", LAMP, "failed"),
        ("item.ended", LAMP, True),
        ("item.ended", MUG, False),
        ("item.attempt", LAMP, 2),
        ("item.cause.id", LAMP, "missing-id"),
        ("item.cause.title", LAMP, "Missing ID"),
        ("item.cause.class", LAMP, "user-data"),
        ("item.cause.retryable", LAMP, False),
        ("item.cause.critical", LAMP, False),
        ("item.cause.data_loss", LAMP, False),
        ("item.cause.remedy", LAMP, "Give each item a unique ID, then try again."),
        ("item.cause.id", MUG, None),
        ("phase.id", PHASE, "publish"),
        ("phase.title", PHASE, "Publish"),
        ("phase.number", PHASE, 2),
        ("phase.state", PHASE, "running"),
        ("phase.done", PHASE, 1),
        ("phase.total", COUNTED, None),
        ("phase.percent", PHASE, Share(done=1, total=4, ended=False)),
        ("phase.percent", COUNTED, None),
        ("phase.started", PHASE, 2_400),
        ("phase.finished", PHASE, None),
        ("cause.id", CauseCount(cause="timeout", state="failed", count=3), "timeout"),
        ("cause.count", CauseCount(cause="timeout", state="failed", count=3), 3),
        ("cause.state", CauseCount(cause="timeout", state="failed", count=3), "failed"),
        ("cause.retryable", CauseCount(cause="timeout", state="failed", count=3), True),
        ("child.id", "update-1", "update-1"),
    ],
)
def test_a_slot_holds_what_was_so(slot: str, thing: Any, value: Any) -> None:
    kind = slot.partition(".")[0]
    assert SLOTS[slot].value(scene(3_000).about(**{kind: thing})) == value


def test_a_phase_of_no_job_has_no_place() -> None:
    assert SLOTS["phase.number"].value(scene(0).about(phase=PHASE)) is None


def test_the_cause_of_most_is_that_of_failures_not_of_skips() -> None:
    skips = CauseCount(cause="unchanged", state="skipped", count=9)
    few, many = (CauseCount(cause=id, state="failed", count=n) for id, n in (("timeout", 1), ("network", 2)))
    assert cause_of_most((skips, few, many)) == many
    assert cause_of_most((skips,)) is None
