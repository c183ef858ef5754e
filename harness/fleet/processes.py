"""Trials side by side: each process has a browser of its own and takes the next trial when it is free."""

import asyncio
import multiprocessing
from collections.abc import AsyncGenerator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache

from harness.core.errors import UsageError
from harness.drive.keeper import Keeper
from harness.engine.keep import Keep
from harness.engine.prepare import Prepared, prepare
from harness.engine.run_trial import failed, run_trial
from harness.engine.session import Happening, started
from harness.engine.spec import TrialSpec
from harness.fleet.line import listening, speak_into, tell
from harness.trace.events import Progress
from harness.trace.result import TrialResult


async def run_in_processes(specs: Sequence[TrialSpec], keep: Keep, workers: int) -> AsyncGenerator[Happening, None]:
    """Each trial's start and progress as they happen; results in the order of ``specs``, whichever ends first.

    A process that dies costs the trials that had begun; the others go on in new ones.
    """
    if workers < 1:
        raise UsageError(f"--workers: {workers} is no number of processes; write 1 or more")
    left = [prepare(spec) for spec in specs]
    while left:
        begun: set[str] = set()
        async for one in _run_in_pool(left, keep, workers, begun):
            yield one
        left = [trial for trial in left if trial.id not in begun]


async def _run_in_pool(
    trials: Sequence[Prepared], keep: Keep, workers: int, begun: set[str]
) -> AsyncGenerator[Happening, None]:
    """Until all trials have ended, or a process dies: ``begun`` is then what had begun, or ended."""
    # spawn: a forked process would inherit this one's event loop and Playwright's pipes
    context = multiprocessing.get_context("spawn")
    inbox: asyncio.Queue[Progress | None] = asyncio.Queue()
    with (
        listening(context, inbox) as line,
        ProcessPoolExecutor(
            max_workers=min(workers, len(trials) or 1), mp_context=context, initializer=speak_into, initargs=(line,)
        ) as pool,
    ):
        futures = [pool.submit(run_one, trial.spec, keep) for trial in trials]
        async for one in _merged(trials, futures, inbox, begun):
            yield one


async def _merged(
    trials: Sequence[Prepared],
    futures: Sequence["Future[TrialResult]"],
    inbox: "asyncio.Queue[Progress | None]",
    begun: set[str],
) -> AsyncGenerator[Happening, None]:
    """A trial starts when it first tells something, or at its turn; what it tells after its turn comes too late."""
    waiting = {trial.id: trial for trial in trials}
    ended: set[str] = set()
    for trial, future in zip(trials, futures, strict=True):
        result = asyncio.ensure_future(_result(future))
        result.add_done_callback(lambda _: inbox.put_nowait(None))
        while not result.done():
            event = await inbox.get()
            if event is None or event.trial in ended:
                continue
            begun.add(event.trial)
            if first := waiting.pop(event.trial, None):
                yield started(first)
            yield event
        had = result.result()
        if had is None and trial.id not in begun and begun:
            continue  # its turn comes in a pool that lives
        begun.add(trial.id)
        if waiting.pop(trial.id, None) or trial.id in ended:
            yield started(trial)
        ended.add(trial.id)
        yield had or failed(trial, "the process that ran the trial died")


async def _result(future: "Future[TrialResult]") -> TrialResult | None:
    """None where the process died."""
    try:
        return await asyncio.wrap_future(future)
    except BrokenProcessPool:
        return None


class Worker:
    """What a worker process keeps from trial to trial: an event loop, and a browser in it."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self._keeper = self._runner.run(Keeper().__aenter__())

    def warm(self) -> None:
        """Have the browser run before the first trial asks for it."""
        self._runner.run(self._keeper.lab())

    def run(self, spec: TrialSpec, keep: Keep) -> TrialResult:
        """One trial."""
        return self._runner.run(run_trial(prepare(spec), self._keeper, keep, tell))


@cache
def worker() -> Worker:
    """The one of this process."""
    return Worker()


def warm() -> None:
    """In a worker process: start its browser."""
    worker().warm()


def run_one(spec: TrialSpec, keep: Keep) -> TrialResult:
    """One trial in a worker process."""
    return worker().run(spec, keep)
