"""Playwright's trace of what happens in a context."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from harness.drive.camera import NO_CAMERA, Camera
from tests.drive.stage import Stage

pytestmark = pytest.mark.browser


def test_a_trace_is_a_file_that_playwright_reads(stage: Stage, tmp_path: Path) -> None:
    async def play(camera: Camera) -> None:
        context = await (await stage.keeper.lab()).context()
        await camera.begin(context)
        page = await context.new_page()
        await page.set_content("<h1>Seen</h1>")
        await camera.end(context)
        await context.close()

    stage.run(play(Camera(trace=tmp_path / "trial.zip")))
    with ZipFile(tmp_path / "trial.zip") as held:
        assert "trace.trace" in held.namelist()
        assert b"setContent" in held.read("trace.trace")
    stage.run(play(NO_CAMERA))
    assert [one.name for one in tmp_path.iterdir()] == ["trial.zip"]
