"""Commands are carried out at their own moment, also when more was known already; the past stays as it was."""

import pytest

from harness.core.words import RunKey
from harness.drive.backend import SimulatedBackend
from harness.model.commands import CommandRefused
from harness.model.simulation import Simulation
from harness.scenario.world import World

WORLD = World.model_validate(
    {
        "workers": 1,
        "jobs": [
            {"id": "stock", "kind": "import", "items": 5, "start": {"at": "0s"}},
            {"id": "publish", "kind": "publish", "items": 4},
        ],
    }
)


def backend() -> SimulatedBackend:
    return SimulatedBackend(WORLD, 3)


def test_the_truth_reaches_as_far_as_it_was_asked_to_and_no_further() -> None:
    one = backend()
    one.reach(5_000)
    known = one.truth.events
    assert known
    assert all(event.at_ms <= 5_000 for event in known)
    one.reach(4_000)
    assert (one.horizon_ms, one.truth.events) == (5_000, known)


def test_in_steps_or_at_once_is_the_same() -> None:
    steps, whole = backend(), backend()
    for until_ms in range(0, 60_001, 700):
        steps.reach(until_ms)
    steps.reach(60_000)
    whole.reach(60_000)
    assert steps.truth.events == whole.truth.events


def test_a_late_command_rewrites_what_follows_it_and_leaves_the_past_alone() -> None:
    late, ontime = backend(), backend()
    late.reach(30_000)
    past = [event for event in late.truth.events if event.at_ms < 2_000]
    assert late.submit(kind="publish", items=4, at_ms=2_000) == "publish"
    ontime.reach(2_000)
    ontime.submit(kind="publish", items=4, at_ms=2_000)
    ontime.reach(30_000)
    assert (late.horizon_ms, late.rewrites) == (30_000, 1)
    assert [event for event in late.truth.events if event.at_ms < 2_000] == past
    assert late.truth.events == ontime.truth.events


def test_the_same_job_twice_gets_an_id_of_its_own() -> None:
    one = backend()
    first = one.submit(kind="publish", items=4, at_ms=1_000)
    second = one.submit(kind="publish", items=4, at_ms=1_500)
    assert first == "publish"
    assert second == "publish-2"
    assert {event.job for event in one.truth.events if event.kind == "job.accepted"} == {
        "stock",
        "publish",
        "publish-2",
    }


def test_it_settles_when_nothing_is_left_to_happen() -> None:
    one, other = backend(), Simulation(WORLD, 3)
    other.advance(3_600_000)
    last_ms = other.events[-1].at_ms
    assert one.settled_ms(3_600_000) == last_ms
    assert one.truth.events[-1].kind == "run.ended"


def test_it_does_not_look_beyond_the_limit() -> None:
    one = backend()
    assert one.settled_ms(2_000) <= 2_000
    assert one.horizon_ms == 2_000


def test_a_world_in_which_nothing_happens_is_settled_at_once() -> None:
    world = World.model_validate({"jobs": [{"id": "publish", "kind": "publish", "items": 4}]})
    assert SimulatedBackend(world, 1).settled_ms(1_000) == 0


def test_a_job_is_told_what_to_do_at_its_moment_and_what_was_told_is_kept() -> None:
    one = backend()
    one.submit(kind="publish", items=4, at_ms=1_000)
    one.reach(60_000)
    one.command(do="cancel", job="publish", at_ms=1_500)
    assert one.truth.outcome(RunKey("publish", 1)) == "cancelled"
    one.command(do="rerun", job="publish", at_ms=60_000)
    told = [(order.do, order.job, order.run, order.refused) for order in one.orders]
    assert told == [("submit", "publish", 1, None), ("cancel", "publish", 1, None), ("rerun", "publish", 2, None)]


@pytest.mark.parametrize("horizon_ms", [0, 60_000])
def test_what_makes_no_sense_changes_nothing_and_says_why(horizon_ms: int) -> None:
    one = backend()
    one.reach(horizon_ms)
    before = one.truth.events
    with pytest.raises(CommandRefused):
        one.command(do="cancel", job="publish", at_ms=1_000)
    assert one.truth.events[: len(before)] == before
    assert [(order.do, order.run, order.refused) for order in one.orders] == [("cancel", None, 'no job "publish"')]


def test_after_a_refusal_the_truth_is_complete_and_goes_on() -> None:
    one, undisturbed = backend(), backend()
    with pytest.raises(CommandRefused):
        one.command(do="cancel", job="publish", at_ms=1_000)
    assert one.horizon_ms == 1_000
    for known in (one, undisturbed):
        known.reach(60_000)
    assert one.truth.events == undisturbed.truth.events


def test_what_a_cancellation_does_is_the_job_s_own_or_the_world_s() -> None:
    told = {"cancellation": {"mode": "immediate"}, "jobs": [
        {"id": "stock", "kind": "import", "items": 5, "cancellation": {"keeps": "nothing"}, "start": {"at": "0s"}},
        {"id": "publish", "kind": "publish", "items": 4},
    ]}  # fmt: skip
    one = SimulatedBackend(World.model_validate(told), 3)
    second = one.submit(kind="publish", items=4, at_ms=1_000)
    assert (one.cancellation("stock").mode, one.cancellation("stock").keeps) == ("after-step", "nothing")
    assert (one.cancellation(second).mode, one.cancellation(second).keeps) == ("immediate", "done")
