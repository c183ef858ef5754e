"""Whether queues, pools and the jobs that wait fit together."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from harness.core.durations import compact
from harness.scenario.job_checks import Place, Problem
from harness.scenario.world import Job, Pool, PoolDo, World

POOLS: Place = ("world", "pools")


def queue_problems(world: World) -> Iterator[Problem]:
    """Every queue is served, every pool serves a queue that there is, and loses only what it has."""
    yield from _twice(("world", "queues"), [queue.id for queue in world.queues], "queues")
    yield from _twice(POOLS, [pool.id for pool in world.pools], "pools")
    queues = [queue.id for queue in world.queues]
    for index, pool in enumerate(world.pools):
        for number, queue in enumerate(pool.queues):
            if queue not in queues:
                yield (*POOLS, index, "queues", number), f'"{queue}" is no queue; queues are {", ".join(queues)}'
        yield from _schedule(pool, (*POOLS, index, "schedule"))
    served = {queue for pool in world.pools for queue in pool.queues}
    for index, queue in enumerate(queues):
        if world.pools and queue not in served:
            yield ("world", "queues", index), f'no pool serves "{queue}"; write it under queues: of a pool'


def waiting_problems(jobs: Mapping[Place, Job], world: World) -> Iterator[Problem]:
    """Each of these jobs, told with their places, waits in a queue that there is, for jobs that can come before it."""
    queues = [queue.id for queue in world.queues]
    after = {job.id: job.after for job in jobs.values()}
    for place, job in jobs.items():
        if job.queue not in queues:
            yield (*place, "queue"), f'"{job.queue}" is no queue; queues are {", ".join(queues)}'
        for number, other in enumerate(job.after):
            if other not in after:
                yield (*place, "after", number), f'"{other}" is no job here; jobs are {", ".join(after)}'
            elif job.id in _all_before(other, after):
                said = f'"{job.id}" would wait for itself through "{other}"'
                yield (*place, "after", number), f"{said}; leave one of them out of after:"


def _all_before(job: str, after: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The job and all that it waits for, however indirectly."""
    found: set[str] = set()
    open_now = [job]
    while open_now:
        one = open_now.pop()
        if one not in found:
            found.add(one)
            open_now += after.get(one, ())
    return found


def _twice(place: Place, ids: list[str], what: str) -> Iterator[Problem]:
    for index, id in enumerate(ids):
        if id in ids[:index]:
            yield (*place, index, "id"), f'"{id}" is the id of two {what}; give one of them another'


def _schedule(pool: Pool, place: Place) -> Iterator[Problem]:
    for index, (earlier, later) in enumerate(pairwise(pool.schedule), start=1):
        if later.at_ms < earlier.at_ms:
            said = f'"{compact(later.at_ms)}" is before the event above it, at {compact(earlier.at_ms)}'
            yield (*place, index, "at"), f"{said}; write the events in the order of time"
    workers, paused = pool.workers, False
    for index, event in enumerate(pool.schedule):
        if event.do in (PoolDo.LOSE, PoolDo.CRASH) and event.workers > workers:
            said = f'"{event.workers}" workers cannot go, for the pool has {workers} by then'
            yield (*place, index, "workers"), f"{said}; write fewer, or add some before"
        if event.do in (PoolDo.PAUSE, PoolDo.RESUME) and paused is (event.do is PoolDo.PAUSE):
            yield (*place, index, "do"), f"the pool is {'paused' if paused else 'at work'} by then; leave this out"
        change = {PoolDo.ADD: 1, PoolDo.LOSE: -1, PoolDo.CRASH: -1}.get(event.do, 0)
        workers = max(0, workers + change * event.workers)
        paused = event.do is PoolDo.PAUSE or (paused and event.do is not PoolDo.RESUME)
