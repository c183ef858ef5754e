"""What holds up a run: its pool is paused, its worker leaves or is lost, a critical error waits for a person."""

import pytest

from harness.model.commands import Cancel, CommandRefused, Continue, Submit
from harness.model.gate import Gate
from harness.model.simulation import Simulation
from tests.model.worlds import play, publish, told, world

SUBMIT = (0, Submit(kind="publish"))
CRITICAL = {"items": {"item-002": "expired-credentials", "item-004": "expired-credentials"}}


def pool(*schedule: dict[str, object], workers: int = 1) -> list[dict[str, object]]:
    return [{"id": "default", "workers": workers, "schedule": list(schedule)}]


def test_a_paused_pool_lets_the_step_end_and_holds_the_next() -> None:
    pools = pool({"at": "1050ms", "do": "pause"}, {"at": "9s", "do": "resume"})
    played = play(world(publish(20), pools=pools), [SUBMIT])
    (paused,), (resumed,) = told(played, "run.paused"), told(played, "run.resumed")
    assert (paused.at_ms, paused.data) == (1_100, {"reason": "maintenance", "until_ms": 9_000})
    assert resumed.at_ms == 9_000
    assert not [event for event in told(played, "phase.advanced") if 1_100 < event.at_ms <= 9_000]
    assert told(played, "run.ended")[0].data["succeeded"] == 20


def test_a_paused_run_can_be_cancelled() -> None:
    pools = pool({"at": "1050ms", "do": "pause"}, {"at": "1h", "do": "resume"})
    played = play(world(publish(20), pools=pools), [SUBMIT, (5_000, Cancel(job="publish"))])
    assert [(event.at_ms, event.data["outcome"]) for event in told(played, "run.ended")] == [(5_000, "cancelled")]


def test_a_lost_worker_leaves_the_run_waiting_until_another_comes() -> None:
    pools = pool({"at": "10s", "do": "crash"}, {"at": "30s", "do": "add"})
    played = play(world(publish(20), pools=pools), [SUBMIT])
    lost, again = told(played, "worker.lost")[0], told(played, "run.started")[1]
    assert (lost.at_ms, again.at_ms, lost.data != again.data) == (10_000, 30_000, True)
    interrupted, resumed = told(played, "item.interrupted")[0], told(played, "item.resumed")[0]
    assert (interrupted.data["item"], interrupted.data["attempt"]) == (resumed.data["item"], resumed.data["attempt"])
    assert told(played, "run.queued")[0].at_ms == 10_000
    assert told(played, "run.ended")[0].data["succeeded"] == 20


def test_a_worker_that_leaves_finishes_its_item_first() -> None:
    pools = pool({"at": "10s", "do": "lose"}, {"at": "30s", "do": "add"})
    played = play(world(publish(20, phases={"publish": "3s"}), pools=pools), [SUBMIT])
    assert told(played, "item.interrupted") == []
    assert [event.at_ms for event in told(played, "run.started")] == [0, 30_000]
    assert told(played, "run.queued")[0].at_ms == 11_000


def test_a_run_without_a_worker_can_be_cancelled() -> None:
    played = play(
        world(publish(20), pools=pool({"at": "10s", "do": "crash"})), [SUBMIT, (20_000, Cancel(job="publish"))]
    )
    assert [(event.at_ms, event.data["outcome"]) for event in told(played, "run.ended")] == [(20_000, "cancelled")]


def test_the_first_critical_error_waits_for_a_person_and_later_ones_do_not() -> None:
    spec = publish(6, outcomes=CRITICAL, on_critical="pause", phases={"publish": "1s"})
    played = play(world(spec), [SUBMIT, (60_000, Continue(job="publish"))])
    (paused,), (resumed,) = told(played, "run.paused"), told(played, "run.resumed")
    assert paused.data == {"reason": "critical-error", "until_ms": None, "cause": "expired-credentials"}
    assert resumed.at_ms == 60_000
    assert told(played, "run.ended")[0].data == {"outcome": "partial", "succeeded": 4, "failed": 2, "skipped": 0}


def test_a_critical_error_may_end_the_run_or_not_matter() -> None:
    ends = play(world(publish(6, outcomes=CRITICAL, on_critical="fail")), [SUBMIT])
    assert told(ends, "run.ended")[0].data == {"outcome": "partial", "succeeded": 1, "failed": 1, "skipped": 0}
    goes_on = play(world(publish(6, outcomes=CRITICAL)), [SUBMIT])
    assert told(goes_on, "run.ended")[0].data["succeeded"] == 4


def test_only_a_run_that_waits_for_it_can_be_told_to_go_on() -> None:
    simulation = Simulation(world(publish(6)), 1)
    simulation.command(Submit(kind="publish"))
    with pytest.raises(CommandRefused, match="is not paused at a critical error"):
        simulation.command(Continue(job="publish"))
    assert Gate.__doc__
