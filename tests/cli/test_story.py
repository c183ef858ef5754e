"""What a run did with its time."""

from harness.cli.story import Doing, Stretch, stories
from tests.cli.logs import EVERYTHING, accepted, log, whole


def test_what_a_run_did_from_when_to_when() -> None:
    (run,) = stories(EVERYTHING, 90_000)
    assert run.stretches == [
        Stretch(0, 10_000, Doing.WAITING),
        Stretch(10_000, 20_000, Doing.WORKING),
        Stretch(20_000, 30_000, Doing.WAITING),
        Stretch(30_000, 32_000, Doing.WORKING),
        Stretch(32_000, 40_000, Doing.PAUSED),
        Stretch(40_000, 45_000, Doing.WORKING),
        Stretch(45_000, 60_000, Doing.RESTING),
        Stretch(60_000, 80_000, Doing.WORKING),
    ]
    assert (run.waited_ms, run.started_ms, run.to_ms, run.by) == (10_000, 10_000, 80_000, "person")
    assert [event.kind for event in run.others] == ["something.new"]


def test_phases_keep_their_moments_and_their_latest_total() -> None:
    (run,) = stories(EVERYTHING, 90_000)
    told = [(phase.id, phase.from_ms, phase.to_ms, phase.done, phase.total) for phase in run.phases.values()]
    assert told == [("validate", 10_000, 13_000, 3, 3), ("publish", 13_000, 70_000, 2, 4)]


def test_a_run_rests_while_nothing_but_a_retry_is_left() -> None:
    item = {"item": "item-001", "name": "Lamp", "phase": "publish"}
    (run,) = stories(
        log(
            accepted(0),
            (0, "run.started", {"worker": "worker-1"}),
            (2_000, "item.retrying", item | {"attempt": 2, "max": 3, "next_at_ms": 12_000, "cause": "timeout"}),
            (12_000, "item.resumed", item | {"attempt": 2}),
        ),
        15_000,
    )
    assert [(one.to_ms, one.doing) for one in run.stretches] == [
        (2_000, Doing.WORKING),
        (12_000, Doing.RESTING),
        (15_000, Doing.WORKING),
    ]
    assert run.ended is None


def test_what_lies_between_two_moments_is_cut_to_them() -> None:
    (run,) = stories(EVERYTHING, 90_000)
    assert run.within(25_000, 33_000) == [
        Stretch(25_000, 30_000, Doing.WAITING),
        Stretch(30_000, 32_000, Doing.WORKING),
        Stretch(32_000, 33_000, Doing.PAUSED),
    ]


def test_a_run_of_the_past_is_known_as_such() -> None:
    past, now = stories([*whole(-60_000), *whole(0, job="sync-2", first=7)], 10_000)
    assert (past.is_past, now.is_past) == (True, False)
