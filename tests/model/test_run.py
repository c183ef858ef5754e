import simpy

from harness.core.words import Outcome, RunKey
from harness.model.log import Log
from harness.model.plans import Fate, ItemPlan
from harness.model.run import Tally

PLAN = ItemPlan(id="item-001", name="Oak desk lamp", fate=Fate())


def test_the_outcome_is_read_off_the_items() -> None:
    assert Tally(succeeded=1).outcome(cancelled=False) is Outcome.SUCCEEDED
    assert Tally(skipped=1).outcome(cancelled=False) is Outcome.SUCCEEDED
    assert Tally(succeeded=1, failed=[PLAN]).outcome(cancelled=False) is Outcome.PARTIAL
    assert Tally(skipped=1, failed=[PLAN]).outcome(cancelled=False) is Outcome.FAILED
    assert Tally(succeeded=1, failed=[PLAN]).outcome(cancelled=True) is Outcome.CANCELLED


def test_the_log_stamps_time_and_number() -> None:
    env = simpy.Environment()
    log = Log(env)
    env.timeout(5)
    log.emit("run.started", RunKey("a", 1), worker="worker-1")
    env.run()
    log.emit("run.ended", RunKey("a", 1), kind="kept apart from the kind of event")
    assert [(event.seq, event.at_ms, event.kind) for event in log.events] == [
        (1, 0, "run.started"),
        (2, 5, "run.ended"),
    ]
