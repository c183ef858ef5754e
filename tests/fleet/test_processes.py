"""Trials side by side: results in the order asked for; a process that dies costs its trials, never the session."""

import asyncio
import multiprocessing
import os
import signal
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from harness.core.errors import UsageError
from harness.engine.keep import Keep
from harness.engine.prepare import prepare
from harness.engine.run_trial import failed
from harness.engine.session import Happening
from harness.engine.spec import TrialSpec
from harness.fleet import pool
from harness.fleet import processes as module
from harness.fleet.line import tell
from harness.fleet.processes import run_in_processes
from harness.trace.events import ClockAdvanced, TrialStarted
from harness.trace.result import TrialResult

NAMES = ("mixed-outcome", "black-hole", "ends-before-subscribe")
SPECS = tuple(TrialSpec(scenario=name) for name in NAMES)


def happenings(workers: int, keep: Keep | None = None) -> list[Happening]:
    async def all_of() -> list[Happening]:
        return [one async for one in run_in_processes(SPECS, keep or Keep(), workers)]

    return asyncio.run(all_of())


class LastFirst:
    """A pool whose first trial ends last, in this process."""

    def __init__(self, *_: Any) -> None:
        self._waiting: list[tuple[Future[TrialResult], TrialSpec]] = []

    def __enter__(self) -> "LastFirst":
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is held."""

    def submit(self, _run: object, spec: TrialSpec, _keep: Keep) -> "Future[TrialResult]":
        """Promise a result; once all are asked for, the last is ready first."""
        future: Future[TrialResult] = Future()
        self._waiting.append((future, spec))
        if len(self._waiting) == len(SPECS):
            for waiting, asked in reversed(self._waiting):
                waiting.set_result(failed(prepare(asked), "told"))
        return future


def test_results_come_in_the_order_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "ProcessPoolExecutor", LastFirst)
    told = happenings(2)
    assert [type(one) for one in told] == [TrialStarted, TrialResult] * 3
    assert [one.scenario for one in told if isinstance(one, TrialResult)] == list(NAMES)


def test_no_number_of_processes_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="--workers: 0 is no number of processes; write 1 or more"):
        happenings(0)


def die(_spec: TrialSpec, _keep: Keep) -> TrialResult:
    """What a process does whose machine runs out of memory."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_a_process_that_dies_is_trouble_of_ours_and_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "run_one", die)
    monkeypatch.setattr(pool, "METHOD", "fork")  # one that is spawned cannot import what this test defines
    results = [one for one in happenings(1) if isinstance(one, TrialResult)]
    assert [(one.exit, one.findings, one.error) for one in results] == [
        (3, (), "the process that ran the trial died")
    ] * 3


HEARD = {name: multiprocessing.get_context("fork").Semaphore(0) for name in NAMES}
"""What the session has heard of each trial, known in its process too."""


def clock(spec: TrialSpec, keep: Keep) -> TrialResult:
    """A trial whose clock moves twice, and that ends once the session has heard so."""
    prepared = prepare(spec)
    for at_ms in (1, 2):
        tell(ClockAdvanced(trial=prepared.id, at_ms=at_ms))
        assert HEARD[spec.scenario].acquire(timeout=20)
    return failed(prepared, "told")


def heard(specs: tuple[TrialSpec, ...], workers: int, monkeypatch: pytest.MonkeyPatch) -> list[Happening]:
    monkeypatch.setattr(module, "run_one", clock)
    monkeypatch.setattr(pool, "METHOD", "fork")  # one that is spawned cannot import what this test defines

    async def all_of() -> list[Happening]:
        told = []
        async for one in run_in_processes(specs, Keep(), workers):
            told.append(one)
            if isinstance(one, ClockAdvanced):
                HEARD[one.trial.partition("--")[0]].release()
        return told

    return asyncio.run(all_of())


def test_what_trials_tell_comes_while_they_run(monkeypatch: pytest.MonkeyPatch) -> None:
    told = heard(SPECS, 2, monkeypatch)
    for name in NAMES:
        mine = [one for one in told if name in str(one)]
        assert [type(one) for one in mine] == [TrialStarted, ClockAdvanced, ClockAdvanced, TrialResult]
    assert [one.scenario for one in told if isinstance(one, TrialResult)] == list(NAMES)


@pytest.mark.browser
@pytest.mark.slow
def test_real_processes_run_real_trials(tmp_path: Path) -> None:
    told = happenings(2, Keep(folder=tmp_path, pictures=False))
    results = [one for one in told if isinstance(one, TrialResult)]
    assert len({one.trial for one in told if isinstance(one, ClockAdvanced)}) == len(NAMES)
    assert [(one.scenario, one.exit) for one in results] == [(name, 0) for name in NAMES]
    assert all((tmp_path / str(one.file)).is_file() for one in results)
