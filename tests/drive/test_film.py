"""The frames of a tab in real time: what could be seen at a moment is the last that was painted before."""

import asyncio

import pytest

from harness.core.stopwatch import WallClock
from harness.drive.camera import Camera
from harness.drive.film import Film
from harness.drive.lab import Lab
from tests.drive.stage import Stage

pytestmark = pytest.mark.browser
JPEG = b"\xff\xd8\xff"


async def filmed(lab: Lab, film: Film) -> tuple[int, int]:
    """A tab that turns from red to blue; a moment in the middle of each."""
    clock = WallClock()
    context = await lab.context()
    page = await context.new_page()
    await Camera(film=film).shoot(3, await context.new_cdp_session(page), clock.started_ms)
    moments = []
    for colour in ("red", "blue"):
        await page.set_content(f"<body style='background: {colour}'>")
        await asyncio.sleep(0.4)
        moments.append(clock.now_ms - 100)
    await context.close()
    return moments[0], moments[1]


def test_each_moment_shows_what_was_painted_last(stage: Stage) -> None:
    async def play() -> None:
        with Film() as film:
            red_ms, blue_ms = await filmed(await stage.keeper.lab(), film)
            assert film.tabs == [3]
            red, blue = film.at(3, red_ms), film.at(3, blue_ms)
            assert red is not None
            assert blue is not None
            assert red != blue
            assert {red[:3], blue[:3]} == {JPEG}
            assert film.at(3, red_ms - 50) == red
            assert film.at(3, blue_ms + 60_000) == blue

    stage.run(play())


def test_before_the_first_frame_there_is_none(stage: Stage) -> None:
    async def play() -> None:
        with Film() as film:
            await filmed(await stage.keeper.lab(), film)
            assert film.at(3, -1_000) is None
            assert film.at(4, 1_000) is None

    stage.run(play())
