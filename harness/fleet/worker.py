"""A worker process: an event loop and a browser that are kept from trial to trial."""

import asyncio
from functools import cache

from harness.drive.keeper import Keeper
from harness.engine.keep import Keep
from harness.engine.prepare import prepare
from harness.engine.run_trial import run_trial
from harness.engine.spec import TrialSpec
from harness.fleet.line import tell
from harness.trace.result import TrialResult


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
