"""A browser that dies costs its trial at most, never the session, and is never a finding."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Error

from harness.drive.keeper import Keeper
from harness.drive.tab import Json
from harness.drive.virtual_tab import VirtualTab
from harness.engine.keep import Keep
from harness.engine.prepare import prepare
from harness.engine.run_trial import run_trial
from harness.engine.spec import TrialSpec
from harness.trace.result import TrialResult

pytestmark = pytest.mark.browser

SPEC = TrialSpec(scenario="mixed-outcome")
Run = Callable[[VirtualTab, Json], Awaitable[Json]]


def dying(times: int, whole: Run) -> Run:
    """A tab whose browser is killed in the middle of a trial, that many times."""
    left = times

    async def run(tab: VirtualTab, segment: Json) -> Json:
        nonlocal left
        if left and segment["until_ms"] > 5_000:
            left -= 1
            with pytest.raises(Error):
                await tab.cdp.send("Browser.crash")
        return await whole(tab, segment)

    return run


async def trials(count: int) -> list[TrialResult]:
    async with Keeper() as keeper:
        return [await run_trial(prepare(SPEC), keeper, Keep()) for _ in range(count)]


def test_a_trial_whose_browser_died_is_run_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(VirtualTab, "run", dying(1, VirtualTab.run))
    first, second = asyncio.run(trials(2))
    assert (first.exit, second.exit) == (0, 0)
    assert first.screen_hash == second.screen_hash


def test_a_browser_that_dies_again_is_an_error_of_that_trial_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(VirtualTab, "run", dying(2, VirtualTab.run))
    first, second = asyncio.run(trials(2))
    assert first.exit == 3
    assert first.findings == ()
    assert first.error == "the browser died in the middle of the trial"
    assert second.exit == 0


def test_a_trial_that_cannot_be_stored_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "trials").touch()

    async def stored() -> TrialResult:
        async with Keeper() as keeper:
            return await run_trial(prepare(SPEC), keeper, Keep(folder=tmp_path, pictures=False))

    result = asyncio.run(stored())
    assert (result.exit, result.error) == (3, f"{tmp_path / 'trials'}: File exists")
