"""Proof of power: every defect is hunted, and the clean page is judged with other seeds, side by side."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from concurrent.futures import Future
from typing import TypeAlias

from harness.engine.keep import Keep
from harness.engine.spec import TrialSpec
from harness.fleet.hunt import Hunt, Quarry, hunt, shipped
from harness.fleet.pool import pool
from harness.fleet.worker import run_one, warm
from harness.trace.result import TrialResult

FIRST_SEED = 1_000
Proof: TypeAlias = Hunt | TrialResult
"""A defect's fate, or a trial of the clean page."""


def clean_trials(others: int) -> list[TrialSpec]:
    """The clean page in every scenario with its own seed, then ``others`` more with other seeds."""
    names = [scenario.id for scenario in shipped()]
    again = [TrialSpec(scenario=names[n % len(names)], seed=FIRST_SEED + n) for n in range(others)]
    return [*(TrialSpec(scenario=name) for name in names), *again]


async def prove(quarries: Sequence[Quarry], clean: Sequence[TrialSpec], workers: int) -> AsyncGenerator[Proof, None]:
    """Each proof as it is had. A process that dies ends it with BrokenProcessPool."""
    with pool(workers, warm) as workforce:
        hunts: list[Future[Proof]] = [workforce.submit(hunt, one) for one in quarries]
        trials: list[Future[Proof]] = [workforce.submit(run_one, one, Keep()) for one in clean]
        for done in asyncio.as_completed([asyncio.wrap_future(one) for one in (*hunts, *trials)]):
            yield await done
