"""Who is at work for whom, and what that taught about how long runs take."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

from harness.model.estimate import Durations
from harness.model.pool import Pool, Worker
from harness.model.queue_claim import Claim


@dataclass(eq=False, kw_only=True, slots=True)
class Hold:
    """A worker at work for a claim; ``ended`` once the run has ended, which is before it lets the worker go."""

    claim: Claim
    worker: Worker
    pool: Pool
    since_ms: int
    ended: bool = False


class Holds:
    """The workers at work, and the time that runs have taken."""

    def __init__(self) -> None:
        self.durations = Durations()
        self._by_worker: dict[Worker, Hold] = {}
        self._by_job: dict[str, Hold] = {}
        self._served: dict[str, tuple[Claim, int]] = {}

    def of_job(self, job: str) -> Hold | None:
        """Who is at work for the job."""
        return self._by_job.get(job)

    def add(self, hold: Hold) -> None:
        """A worker begins."""
        self._by_worker[hold.worker] = self._by_job[hold.claim.key.job] = hold

    def remove(self, worker: Worker, now_ms: int) -> Hold:
        """A worker is done, or lost."""
        hold = self._by_worker.pop(worker)
        job = hold.claim.key.job
        del self._by_job[job]
        _, earlier_ms = self._served.get(job, (None, 0))
        self._served[job] = (hold.claim, earlier_ms + now_ms - hold.since_ms)
        if hold.ended:
            self.learn(job)
        return hold

    def learn(self, job: str) -> None:
        """The job's run has ended: what it took, with every worker that it had, counts."""
        if job in self._served:
            claim, served_ms = self._served.pop(job)
            self.durations.add(claim.kind, served_ms)

    def ends(self, now_ms: int) -> dict[str, float]:
        """When the jobs that run will have ended, by what is known."""
        return {job: self._end_ms(hold, now_ms) for job, hold in self._by_job.items()}

    def free_ms(self, pool: Pool, ends: dict[str, float], now_ms: int) -> list[float]:
        """When each worker of the pool will be free."""
        begin_ms = float(now_ms)
        if pool.paused is not None:
            begin_ms = inf if pool.paused_until_ms is None else pool.paused_until_ms
        busy = (self._by_worker[worker].claim.key.job for worker in _staying(pool.busy))
        return [*[begin_ms] * len(pool.idle), *(max(ends[job], begin_ms) for job in busy)]

    def _end_ms(self, hold: Hold, now_ms: int) -> float:
        return now_ms + self.durations.left_ms(hold.claim, now_ms - hold.since_ms)


def _staying(workers: Iterable[Worker]) -> Iterator[Worker]:
    return (worker for worker in workers if not worker.leaving)
