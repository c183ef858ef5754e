"""Trials one after another, in this process and one browser."""

from collections.abc import AsyncIterator, Iterable

from harness.drive.keeper import Keeper
from harness.engine.prepare import prepare
from harness.engine.run_trial import Keep, run_trial
from harness.engine.session import started
from harness.engine.spec import TrialSpec
from harness.trace.events import TrialStarted
from harness.trace.result import TrialResult


async def run_inline(
    specs: Iterable[TrialSpec], keep: Keep, *, reuse: bool = True
) -> AsyncIterator[TrialStarted | TrialResult]:
    """Each trial's start and result."""
    async with Keeper(reuse=reuse) as keeper:
        for spec in specs:
            prepared = prepare(spec)
            yield started(prepared)
            yield await run_trial(prepared, keeper, keep)
