"""Runs trials one after another in one browser."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from harness.drive.keeper import Keeper
from harness.engine.keep import Keep
from harness.engine.prepare import prepare
from harness.engine.run_trial import run_trial
from harness.engine.spec import TrialSpec
from harness.trace.result import TrialResult

Result = TypeVar("Result")


class Player:
    """Holds the browser."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self.keeper = self._runner.run(Keeper().__aenter__())

    def run(self, spec: TrialSpec) -> TrialResult:
        """One trial, judged, nothing kept."""
        return self.wait(run_trial(prepare(spec), self.keeper, Keep()))

    def wait(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Run a coroutine on the browser's loop."""
        return self._runner.run(work)

    def close(self) -> None:
        """End the browser."""
        self._runner.run(self.keeper.__aexit__(None, None, None))
        self._runner.close()
