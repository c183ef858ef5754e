"""The log stamps what happened."""

import simpy

from harness.core.words import RunKey
from harness.model.log import Log


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
