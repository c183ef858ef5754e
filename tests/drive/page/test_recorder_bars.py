"""What is drawn as a bar is stored with how full it is."""

import pytest
from playwright.sync_api import Page

from tests.drive.page.lab import GREEN, TRACK, appear, change

pytestmark = pytest.mark.browser


BARS = {
    f"<div style='{TRACK}'><div style='width: 41%; {GREEN}'></div></div>": ("generic", 0.41),
    f"<div style='{TRACK}'><div style='width: 0%; {GREEN}'></div></div>": ("generic", 0),
    f"<div style='{TRACK}; overflow: hidden'><div style='transform: translateX(-75%); {GREEN}'></div></div>": (
        "generic",
        0.25,
    ),
    f"<div style='{TRACK}'><div style='transform-origin: left; transform: scaleX(.3); {GREEN}'></div></div>": (
        "generic",
        0.3,
    ),
    f"<div role=progressbar aria-valuenow=30 style='{TRACK}'><div style='width: 120px; {GREEN}'></div></div>": (
        "progressbar",
        0.3,
    ),
    f"<div style='{TRACK}'><div role=progressbar aria-valuenow=30 style='width: 30%; {GREEN}'></div></div>": (
        "progressbar",
        0.3,
    ),
    f"<div role=progressbar><div style='{TRACK}'><div style='width: 50%; {GREEN}'></div></div></div>": (
        "progressbar",
        0.5,
    ),
    f"<div style='{TRACK}; display: flex'><i style='width:20%;{GREEN}'></i><i style='width:5%;{GREEN}'></i></div>": (
        "generic",
        0.25,
    ),
    f"<div style='{TRACK}'><div style='width: 41%; {GREEN}'>&nbsp;</div></div>": ("generic", 0.41),
    "<progress value=3 max=4></progress>": ("progressbar", 0.75),
    "<meter value=3 min=2 max=4></meter>": ("meter", 0.5),
}


@pytest.mark.parametrize("body", BARS)
def test_what_is_drawn_as_a_bar(page: Page, body: str) -> None:
    role, drawn = BARS[body]
    bar = appear(page, body).only(role)
    assert bar["drawn"] == drawn


NO_BARS = [
    "<progress></progress>",
    "<div style='height: 90px; border: 1px solid'><div style='width: 40%; height: 90px; background: red'></div></div>",
    "<div style='width: 400px'><div style='height: 2px; background: #ddd'></div></div>",
    f"<div style='{TRACK}'><div style='width: 41%; {GREEN}'>words</div></div>",
]


@pytest.mark.parametrize("body", NO_BARS)
def test_what_is_not_drawn_as_a_bar(page: Page, body: str) -> None:
    assert all("drawn" not in node for node in appear(page, body).nodes.values())


def test_a_bar_is_followed(page: Page) -> None:
    screen = appear(page, f"<div style='{TRACK}'><div style='width: 41%; {GREEN}'></div></div>")
    for at_ms, percent in enumerate((42, 50, 99, 100, 0, 73), start=1):
        screen.take(change(page, f"$('div > div').style.width = '{percent}%'", at_ms))
        assert screen.only("generic")["drawn"] == percent / 100
    screen.take(change(page, "$('div > div').style.maxWidth = '200px'", 9))
    assert screen.only("generic")["drawn"] == 0.5
