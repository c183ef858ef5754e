"""A run passes through phases one after another, side by side or passed over, and is cancelled in one of two ways."""

import pytest

from harness.model.commands import Cancel, CommandRefused, Submit
from harness.model.run import UNDO_MS
from harness.model.simulation import Simulation
from tests.model.worlds import play, publish, told, world

FAN_OUT = [
    {"id": "read", "each": "100ms"},
    {"id": "pictures", "needs": ["read"], "each": "300ms"},
    {"id": "texts", "needs": ["read"], "each": "200ms"},
    {"id": "extras", "needs": ["texts"], "skip": True},
    {"id": "publish", "needs": ["pictures", "extras"], "each": "1s"},
]
SUBMIT = (0, Submit(kind="publish"))


def test_branches_run_side_by_side_and_the_last_phase_waits_for_both() -> None:
    played = play(world(publish(10, pipeline=FAN_OUT)), [SUBMIT])
    phases = [(event.at_ms, event.kind, event.data["phase"]) for event in told(played, "phase.started", "phase.ended")]
    assert phases == [
        (0, "phase.started", "read"),
        (1_000, "phase.ended", "read"),
        (1_000, "phase.started", "pictures"),
        (1_000, "phase.started", "texts"),
        (3_000, "phase.ended", "texts"),
        (3_000, "phase.ended", "extras"),
        (4_000, "phase.ended", "pictures"),
        (4_000, "phase.started", "publish"),
        (14_000, "phase.ended", "publish"),
    ]
    assert told(played, "run.ended")[0].data == {"outcome": "succeeded", "succeeded": 10, "failed": 0, "skipped": 0}


def test_what_one_branch_finds_spoilt_does_not_reach_the_last_phase() -> None:
    pipeline = [{"id": "read"}, {"id": "validate", "needs": ["read"]}, {"id": "texts", "needs": ["read"]}]
    pipeline += [{"id": "publish", "needs": ["validate", "texts"]}]
    played = play(world(publish(6, pipeline=pipeline, outcomes={"failed": {"bad-format": 2}})), [SUBMIT])
    assert told(played, "run.ended")[0].data == {"outcome": "partial", "succeeded": 4, "failed": 2, "skipped": 0}
    assert [event.data["total"] for event in told(played, "phase.started")] == [6, 6, 6, 4]


def test_a_cancellation_may_break_off_the_item_in_hand() -> None:
    spec = publish(10, cancellation={"mode": "immediate"})
    played = play(world(spec), [SUBMIT, (1_550, Cancel(job="publish"))])
    assert [(event.kind, event.at_ms) for event in played.events[-4:]] == [
        ("run.cancelling", 1_550),
        ("item.interrupted", 1_550),
        ("phase.ended", 1_550),
        ("run.ended", 1_550),
    ]
    assert played.events[-1].data == {"outcome": "cancelled", "succeeded": 0, "failed": 0, "skipped": 0, "kept": 0}


def test_a_cancellation_breaks_off_both_branches() -> None:
    spec = publish(10, pipeline=FAN_OUT, cancellation={"mode": "immediate"})
    played = play(world(spec), [SUBMIT, (1_550, Cancel(job="publish"))])
    assert [event.data["phase"] for event in told(played, "item.interrupted")] == ["pictures", "texts"]
    assert told(played, "run.ended")[0].at_ms == 1_550


def test_a_cancellation_may_take_back_what_is_done_newest_first() -> None:
    spec = publish(10, cancellation={"keeps": "nothing"}, phases={"publish": "1s"})
    played = play(world(spec), [SUBMIT, (4_500, Cancel(job="publish"))])
    undone = told(played, "item.rolled_back")
    assert [event.data["item"] for event in undone] == ["item-004", "item-003", "item-002", "item-001"]
    assert [event.at_ms for event in undone] == [5_000 + UNDO_MS * number for number in (1, 2, 3, 4)]
    ended = told(played, "run.ended")[0]
    assert (ended.at_ms, ended.data["kept"], ended.data["succeeded"]) == (5_200, 0, 0)


def test_from_a_given_phase_on_a_run_cannot_be_cancelled() -> None:
    simulation = Simulation(world(publish(10, cancellation={"forbidden_from": "publish"})), 1)
    simulation.command(Submit(kind="publish"))
    simulation.advance(1_000)
    with pytest.raises(CommandRefused, match='job "publish" can no longer be cancelled'):
        simulation.command(Cancel(job="publish"))
    earlier = play(
        world(publish(10, cancellation={"forbidden_from": "publish"})), [SUBMIT, (500, Cancel(job="publish"))]
    )
    assert earlier.events[-1].data["outcome"] == "cancelled"


def test_a_cancellation_during_the_very_last_item_comes_too_late() -> None:
    for keeps in ("done", "nothing"):
        spec = publish(2, phases={"publish": "1s"}, cancellation={"keeps": keeps})
        played = play(world(spec), [SUBMIT, (2_100, Cancel(job="publish"))])
        assert played.events[-1].data == {"outcome": "succeeded", "succeeded": 2, "failed": 0, "skipped": 0}


def test_a_phase_that_has_ended_may_start_another_job_of_the_world_once() -> None:
    spawns = [{"job": "report", "after": "validate"}, {"job": "report"}]
    report = {"id": "report", "kind": "update", "items": 3}
    played = play(world(publish(4, spawns=spawns), report), [SUBMIT])
    (spawned,) = told(played, "job.spawned")
    accepted = told(played, "job.accepted")[1]
    assert (spawned.job, spawned.data, spawned.at_ms) == ("publish", {"child": "report"}, 400)
    assert (accepted.job, accepted.at_ms, accepted.data["by"]) == ("report", 400, "world")
    assert told(played, "run.ended")[0].job == "report"


def test_a_person_starts_no_job_that_another_job_is_to_start() -> None:
    first = publish(4, id="a", spawns=[{"job": "b"}])
    played = play(world(publish(2, id="b"), first), [SUBMIT])
    assert [event.job for event in told(played, "job.accepted")] == ["a", "b"]
