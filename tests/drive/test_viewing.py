"""A person watches in a window, which needs a screen, and virtual time waits for them."""

import asyncio

import pytest

from harness.core.errors import UsageError
from harness.core.stopwatch import Stopwatch
from harness.drive.viewing import Pace, Viewing


@pytest.mark.parametrize("environment", [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_a_window_needs_a_screen(environment: dict[str, str]) -> None:
    Viewing(headed=True).check(environment)
    Viewing().check({})
    with pytest.raises(UsageError, match=r"^--headed: there is no screen here \(DISPLAY is not set\)"):
        Viewing(headed=True).check({})


def test_time_stands_still_ten_times_a_second() -> None:
    assert Viewing(headed=True, slow_mo_ms=200).stops_ms[:3] == (0, 100, 200)
    assert Viewing(headed=True).stops_ms == ()


def test_the_trials_clock_never_runs_ahead() -> None:
    async def play() -> int:
        watch, pace = Stopwatch(), Pace(Viewing(headed=True, slow_mo_ms=100))
        await pace.wait(2_000, None)  # type: ignore[arg-type]
        await pace.wait(1_000, None)  # type: ignore[arg-type]
        return watch.ms

    assert asyncio.run(play()) >= 199
