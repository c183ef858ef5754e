"""A control is found as a person finds it: by role and name, where it can be seen and pressed."""

import pytest
from playwright.async_api import Page

from harness.drive.controls import Spot, find, link_to, press
from harness.targets.file import Control
from tests.drive.stage import Stage
from tests.drive.tabs import opened

pytestmark = pytest.mark.browser

BUTTONS = """<!doctype html><body style="margin:0">
<button style="display:none">Publish</button><button disabled>Publish</button>
<button style="position:absolute;left:100px;top:50px;width:40px;height:20px" onclick="document.title='pressed'">
PUBLISH 4 items</button>
<a href="/hidden" style="display:none">x</a>
<a href="/jobs" style="position:absolute;left:200px;top:60px;width:20px;height:10px">Jobs</a></body>"""


async def page(stage: Stage) -> Page:
    return (await opened(stage, BUTTONS)).page


def test_the_first_that_can_be_pressed_is_found_whatever_its_letter_case_and_pressed(stage: Stage) -> None:
    async def play() -> tuple[Spot | None, Spot | None, Spot | None, str]:
        shown = await page(stage)
        spot = await find(shown, Control(name=r"^publish\b"))
        assert spot is not None
        await press(shown, spot)
        other_name = await find(shown, Control(name="Import"))
        other_role = await find(shown, Control(role="link", name="Publish"))
        title = await shown.title()
        await shown.context.close()
        return spot, other_name, other_role, title

    assert stage.run(play()) == (Spot(120, 60, "button", "PUBLISH 4 items"), None, None, "pressed")


def test_a_link_counts_only_where_it_is_shown(stage: Stage) -> None:
    async def play() -> list[Spot | None]:
        shown = await page(stage)
        found = [await link_to(shown, path) for path in ("/jobs", "/hidden", "/none")]
        await shown.context.close()
        return found

    assert stage.run(play()) == [Spot(210, 65, "link", "Jobs"), None, None]
