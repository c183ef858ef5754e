"""What a run took with all its workers together is what is learnt of its kind."""

import simpy

from harness.core.words import RunKey
from harness.model.pool import Pool
from harness.model.queue_claim import Claim
from harness.model.queue_hold import Hold, Holds
from harness.scenario import world
from harness.scenario.world import JobKind

CLAIM = Claim(key=RunKey("a", 1), kind=JobKind.SYNC)


def test_the_time_with_every_worker_counts_once_the_run_has_ended() -> None:
    holds, pool = Holds(), Pool(simpy.Environment(), "team", world.Pool(id="team", workers=2))
    for since_ms, until_ms in ((0, 300), (1_000, 1_500)):
        worker = pool.take()
        holds.add(Hold(claim=CLAIM, worker=worker, pool=pool, since_ms=since_ms))
        hold = holds.of_job("a")
        assert hold is not None
        hold.ended = until_ms == 1_500
        holds.remove(worker, until_ms)
    assert holds.durations.mean_ms(JobKind.SYNC) == 800
    assert holds.of_job("a") is None
