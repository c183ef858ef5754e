"""Trials side by side: each process has a browser of its own and takes the next trial when it is free."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import aclosing

from harness.core.errors import UsageError
from harness.engine.keep import Keep
from harness.engine.prepare import Prepared, prepare
from harness.engine.run_trial import failed
from harness.engine.session import Happening, started
from harness.engine.spec import TrialSpec
from harness.fleet.line import listening, speak_into
from harness.fleet.pool import pool
from harness.fleet.worker import run_one
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
        async with aclosing(_run_in_pool(left, keep, workers, begun)) as happenings:
            async for one in happenings:
                yield one
        left = [trial for trial in left if trial.id not in begun]


async def _run_in_pool(
    trials: Sequence[Prepared], keep: Keep, workers: int, begun: set[str]
) -> AsyncGenerator[Happening, None]:
    """Until all trials have ended, or a process dies: ``begun`` is then what had begun, or ended."""
    inbox: asyncio.Queue[Progress | None] = asyncio.Queue()
    with listening(inbox) as line, pool(min(workers, len(trials) or 1), speak_into, line) as workforce:
        futures = [workforce.submit(run_one, trial.spec, keep) for trial in trials]
        async with aclosing(_merged(trials, futures, inbox, begun)) as happenings:
            async for one in happenings:
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
