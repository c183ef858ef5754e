"""A control is found as a person finds it: by role and name, where it can be seen and pressed."""

import pytest
from playwright.async_api import Page

from harness.drive.controls import Dialog, Offer, Spot, aim, click, find, link_to, open_dialog
from harness.targets.file import Control
from tests.drive.stage import Stage
from tests.drive.tabs import opened, segment

pytestmark = pytest.mark.browser

BUTTONS = """<!doctype html><body style="margin:0">
<button style="display:none">Publish</button><button disabled>Publish</button>
<button style="position:absolute;left:100px;top:50px;width:40px;height:20px" onclick="document.title='pressed'">
PUBLISH 4 items</button>
<a href="/hidden" style="display:none">x</a>
<a href="/jobs" style="position:absolute;left:200px;top:60px;width:20px;height:10px">Jobs</a>
<div id=late></div></body>"""
DIALOGS = """<!doctype html><body><div role=alertdialog hidden><button>Hidden</button></div>
<div role=dialog aria-label=Cookies><button>Fine</button></div>
<dialog aria-labelledby=h><h2 id=h>Cancel?</h2><button>Keep</button><button disabled>Cancel</button></dialog></body>"""


async def page(stage: Stage, html: str = BUTTONS) -> Page:
    tab = await opened(stage, html)
    await tab.run(segment(6_000))
    return tab.page


def test_the_first_that_can_be_pressed_is_found_whatever_its_letter_case_and_pressed(stage: Stage) -> None:
    async def play() -> tuple[list[Offer], list[Offer], list[Offer], Spot | None, str]:
        shown = await page(stage)
        offers = await find(shown, [Control(name=r"^import\b"), Control(name=r"^publish\b")])
        spot = await aim(shown, offers[0], "confirm", "mouse")
        assert spot is not None
        await click(shown, spot)
        other_name = await find(shown, [Control(name="Import")])
        other_role = await find(shown, [Control(role="link", name="Publish")])
        title = await shown.title()
        await shown.evaluate("document.body.replaceChildren()")
        assert await aim(shown, offers[0], "confirm", "mouse") is None
        await shown.context.close()
        return offers, other_name, other_role, spot, title

    offers, other_name, other_role, spot, title = stage.run(play())
    assert [(one.role, one.name, one.fit, one.node is None) for one in offers] == [
        ("button", "PUBLISH 4 items", 1, False)
    ]
    assert (other_name, other_role, spot, title) == ([], [], Spot(x=120, y=60), "pressed")


def test_a_link_counts_only_where_it_is_shown(stage: Stage) -> None:
    async def play() -> list[str | None]:
        shown = await page(stage)
        found = [await link_to(shown, path) for path in ("/jobs", "/hidden", "/none")]
        await shown.context.close()
        return [one.name if one else None for one in found]

    assert stage.run(play()) == ["Jobs", None, None]


def test_the_dialog_on_top_is_the_one_that_asks(stage: Stage) -> None:
    async def play() -> list[Dialog | None]:
        shown = await page(stage, DIALOGS)
        below = await open_dialog(shown)
        await shown.evaluate("document.querySelector('dialog').showModal()")
        top = await open_dialog(shown)
        again = await open_dialog(shown)
        await shown.evaluate("document.body.replaceChildren()")
        none = await open_dialog(shown)
        await shown.context.close()
        return [below, top, again, none]

    below, top, again, none = stage.run(play())
    assert (below.name, [one.name for one in below.offers]) == ("Cookies", ["Fine"])
    assert (top.name, top.role, [one.name for one in top.offers]) == ("Cancel?", "dialog", ["Keep"])
    assert (again, none) == (top, None)
    assert below.handle != top.handle
