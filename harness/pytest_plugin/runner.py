"""Runs trials for tests. The browser has a thread and an event loop of its own: whatever loop a test runs in, or the
browser of another plugin, is left alone."""

import asyncio
import threading
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from harness.core.errors import UsageError
from harness.drive.keeper import Keeper
from harness.engine.keep import Keep
from harness.engine.prepare import prepare
from harness.engine.run_trial import run_trial
from harness.engine.session import told_of
from harness.engine.spec import TrialSpec
from harness.pytest_plugin.judged import JudgedTrial, Trouble
from harness.pytest_plugin.options import Options
from harness.pytest_plugin.settings import settings
from harness.pytest_plugin.told import Told
from harness.targets.running import check_running
from harness.trace.about import TargetInfo
from harness.trace.result import NOT_JUDGED

Result = TypeVar("Result")


class Runner:
    """Given to tests as the fixture ``meanwhile``."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._settings = settings(options)
        self._fresh: list[str] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="meanwhile", daemon=True)
        self._thread.start()
        self._keeper = Keeper()
        self._wait(self._keeper.__aenter__())

    def run(
        self, scenario: str | Path, *, target: str | Path | None = None, defect: str | None = None,
        seed: int | None = None,
    ) -> JudgedTrial:  # fmt: skip
        """Drive one trial and judge it. ``scenario`` and ``target`` are ids or paths; without a target, the first one
        that the session is set to judge. Raises UsageError, Trouble.
        """
        chosen = self._settings.targets[0] if target is None else str(target)
        off = self._settings.off
        return self.judge(TrialSpec(scenario=str(scenario), target=chosen, defect=defect, seed=seed, off=off))

    def judge(self, spec: TrialSpec) -> JudgedTrial:
        """Drive one trial and judge it. Raises UsageError for a file that is wrong or does not fit the page,
        Trouble where trouble of our own ended it.
        """
        prepared = prepare(spec)
        check_running(spec.target)
        folder = self._options.report / prepared.target.id
        judged = self._wait(run_trial(prepared, self._keeper, Keep(folder=folder, pictures=self._options.pictures)))
        result = self._settings.gate.grade(judged)
        target = TargetInfo(id=prepared.target.id, title=prepared.target.title)
        self._fresh.append(Told(result=result, scenario=told_of(prepared), target=target).encode())
        if result.exit == NOT_JUDGED:
            raise UsageError(f"{prepared.id} cannot be judged: {result.error}")
        if result.error is not None:
            raise Trouble(f"{prepared.id} could not be judged: {result.error}")
        return JudgedTrial(result, folder)

    def take_lines(self) -> list[str]:
        """What was judged since the last call, a line a trial: these can cross processes."""
        fresh, self._fresh = self._fresh, []
        return fresh

    def close(self) -> None:
        """End the browser and the thread."""
        self._wait(self._keeper.__aexit__(None, None, None))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _wait(self, work: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()
