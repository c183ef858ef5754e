"""What a trial announces while it runs."""

import pytest

from harness.engine.live import Live
from harness.engine.prepare import prepare
from harness.engine.run_trial import drive_once
from harness.engine.spec import TrialSpec
from harness.network.faults import Blackhole, Http
from harness.trace.events import ClockAdvanced, FaultBegan, Progress, StepTaken
from harness.trace.records import Step
from tests.engine.given import with_faults
from tests.engine.player import Player


def test_a_fault_is_told_once_and_before_the_clock_that_passed_it() -> None:
    prepared = with_faults(Blackhole(at_ms=100, end_ms=900))
    told: list[Progress] = []
    live = Live(prepared, told.append)
    for now_ms in (99, 105, 109):
        live.observe(now_ms, None)
    began = FaultBegan(trial=prepared.id, at_ms=100, end_ms=900, kind="blackhole")
    clocks = [ClockAdvanced(trial=prepared.id, at_ms=at_ms) for at_ms in (99, 105, 109)]
    assert told == [clocks[0], began, *clocks[1:]]


def test_a_fault_of_a_moment_ends_where_it_began() -> None:
    prepared = with_faults(Http(at_ms=100, end_ms=None, status=502))
    told: list[Progress] = []
    Live(prepared, told.append).observe(100, None)
    assert told[0] == FaultBegan(trial=prepared.id, at_ms=100, end_ms=100, kind="http")


def test_a_step_is_told_at_its_own_moment() -> None:
    prepared = prepare(TrialSpec(scenario="mixed-outcome"))
    told: list[Progress] = []
    step = Step(n=2, do="visit", at_ms=70, tab=0, done_ms=90, note="by a link to /jobs")
    Live(prepared, told.append).observe(90, step)
    assert told == [
        StepTaken(trial=prepared.id, at_ms=70, do="visit", note="by a link to /jobs"),
        ClockAdvanced(trial=prepared.id, at_ms=90),
    ]


@pytest.mark.browser
def test_a_real_trial_tells_its_steps_its_fault_and_a_clock_that_never_goes_back(player: Player) -> None:
    prepared = with_faults(Blackhole(at_ms=5_000, end_ms=9_000))
    told: list[Progress] = []
    trial = player.wait(drive_once(prepared, player.keeper, told.append))
    assert [(one.do, one.at_ms) for one in told if isinstance(one, StepTaken)] == [
        (step.do, step.at_ms) for step in trial.steps
    ]
    assert [one.kind for one in told if isinstance(one, FaultBegan)] == ["blackhole"]
    clock = [one.at_ms for one in told if isinstance(one, ClockAdvanced)]
    assert clock == sorted(clock)
    assert (len(set(clock)) > 5, clock[-1]) == (True, trial.header.end_ms)
