"""Runs trials one after another in one browser."""

import asyncio

from harness.drive.keeper import Keeper
from harness.engine.prepare import prepare
from harness.engine.run_trial import Keep, run_trial
from harness.engine.spec import TrialSpec
from harness.trace.result import TrialResult


class Player:
    """Holds the browser."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self._keeper = self._runner.run(Keeper().__aenter__())

    def run(self, spec: TrialSpec) -> TrialResult:
        """One trial, judged, nothing kept."""
        return self._runner.run(run_trial(prepare(spec), self._keeper, Keep()))

    def close(self) -> None:
        """End the browser."""
        self._runner.run(self._keeper.__aexit__(None, None, None))
        self._runner.close()
