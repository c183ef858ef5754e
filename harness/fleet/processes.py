"""Trials side by side: each process has a browser of its own and takes the next trial when it is free."""

import asyncio
import multiprocessing
from collections.abc import AsyncGenerator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache

from harness.core.errors import UsageError
from harness.drive.keeper import Keeper
from harness.engine.prepare import prepare
from harness.engine.run_trial import Keep, failed, run_trial
from harness.engine.session import Happening, started
from harness.engine.spec import TrialSpec
from harness.trace.result import TrialResult


async def run_in_processes(specs: Sequence[TrialSpec], keep: Keep, workers: int) -> AsyncGenerator[Happening, None]:
    """Each trial's start and result, in the order of ``specs`` whichever ends first; its progress stays over there."""
    if workers < 1:
        raise UsageError(f"--workers: {workers} is no number of processes; write 1 or more")
    # spawn: a forked process would inherit this one's event loop and Playwright's pipes
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=min(workers, len(specs) or 1), mp_context=context) as pool:
        futures = [pool.submit(run_one, spec, keep) for spec in specs]
        for spec, future in zip(specs, futures, strict=True):
            yield started(prepare(spec))
            yield await _result(spec, future)


async def _result(spec: TrialSpec, future: "Future[TrialResult]") -> TrialResult:
    try:
        return await asyncio.wrap_future(future)
    except BrokenProcessPool:
        return failed(prepare(spec), "the process that ran the trial died")


class Worker:
    """What a worker process keeps from trial to trial: an event loop, and a browser in it."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self._keeper = self._runner.run(Keeper().__aenter__())

    def run(self, spec: TrialSpec, keep: Keep) -> TrialResult:
        """One trial."""
        return self._runner.run(run_trial(prepare(spec), self._keeper, keep))


@cache
def worker() -> Worker:
    """The one of this process."""
    return Worker()


def run_one(spec: TrialSpec, keep: Keep) -> TrialResult:
    """One trial in a worker process."""
    return worker().run(spec, keep)
