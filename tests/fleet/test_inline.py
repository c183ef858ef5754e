"""Trials one after another: start, progress, result; trouble in one is not trouble in the next."""

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path

import pytest

from harness.drive.keeper import Keeper
from harness.engine.keep import Keep
from harness.engine.prepare import Prepared
from harness.engine.run_trial import failed
from harness.engine.session import Happening
from harness.engine.spec import TrialSpec
from harness.fleet import inline as module
from harness.trace.events import ClockAdvanced, Progress, TrialStarted
from harness.trace.result import TrialResult

SPECS = tuple(TrialSpec(scenario=name) for name in ("mixed-outcome", "black-hole"))
Tell = Callable[[Progress], None]


def happenings(keep: Keep) -> list[Happening]:
    async def all_of() -> list[Happening]:
        return [one async for one in module.run_inline(SPECS, keep)]

    return asyncio.run(all_of())


def test_progress_comes_between_start_and_result(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run(prepared: Prepared, keeper: Keeper, keep: Keep, tell: Tell) -> TrialResult:
        for at_ms in (1, 2):
            tell(ClockAdvanced(trial=prepared.id, at_ms=at_ms))
        return failed(prepared, "told")

    monkeypatch.setattr(module, "run_trial", run)
    told = happenings(Keep())
    assert [type(one) for one in told] == [TrialStarted, ClockAdvanced, ClockAdvanced, TrialResult] * 2
    assert [one.scenario for one in told if isinstance(one, TrialResult)] == ["mixed-outcome", "black-hole"]


def test_a_mistake_of_ours_is_raised_and_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> TrialResult:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "run_trial", broken)
    with pytest.raises(ZeroDivisionError):
        happenings(Keep())


def test_a_trial_ends_with_whoever_listened(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[bool] = []

    async def endless(prepared: Prepared, keeper: Keeper, keep: Keep, tell: Tell) -> TrialResult:
        tell(ClockAdvanced(trial=prepared.id, at_ms=1))
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(True)
        raise AssertionError

    async def listen_briefly() -> None:
        async with aclosing(module.run_inline(SPECS, Keep())) as told:
            async for one in told:
                if isinstance(one, ClockAdvanced):
                    return

    monkeypatch.setattr(module, "run_trial", endless)
    asyncio.run(listen_briefly())
    assert ended == [True]


@pytest.mark.browser
def test_the_stored_trials_are_where_the_results_say(tmp_path: Path) -> None:
    results = [one for one in happenings(Keep(folder=tmp_path, pictures=False)) if isinstance(one, TrialResult)]
    assert [one.exit for one in results] == [0, 0]
    assert all((tmp_path / str(one.file)).is_file() for one in results)
