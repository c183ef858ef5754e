"""Trials one after another, in this process and one browser."""

import asyncio
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing

from harness.drive.keeper import Keeper
from harness.engine.keep import Keep
from harness.engine.prepare import Prepared, prepare
from harness.engine.run_trial import run_trial
from harness.engine.session import Happening, started
from harness.engine.spec import TrialSpec
from harness.trace.events import Progress


async def run_inline(specs: Iterable[TrialSpec], keep: Keep, *, reuse: bool = True) -> AsyncGenerator[Happening, None]:
    """Each trial's start, its progress as it happens, and its result."""
    async with Keeper(reuse=reuse, headed=keep.viewing.headed) as keeper:
        for spec in specs:
            prepared = prepare(spec)
            yield started(prepared)
            async with aclosing(_run(prepared, keeper, keep)) as happenings:
                async for one in happenings:
                    yield one


async def _run(prepared: Prepared, keeper: Keeper, keep: Keep) -> AsyncGenerator[Happening, None]:
    progress: asyncio.Queue[Progress | None] = asyncio.Queue()
    task = asyncio.create_task(run_trial(prepared, keeper, keep, progress.put_nowait))
    task.add_done_callback(lambda _: progress.put_nowait(None))
    try:
        while (one := await progress.get()) is not None:
            yield one
        yield await task
    finally:
        task.cancel()
