"""The report for everybody: axe finds nothing, on any page, in light and in dark, wide and narrow."""

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser

from tests.layout.repository import ROOT
from tests.reporters.browsing import Watched

pytestmark = pytest.mark.browser
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
MOVING = """() => [...document.querySelectorAll('*')].map(node => getComputedStyle(node)).filter(style =>
    style.scrollBehavior === 'smooth' || parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none'
).length"""
PLACES = [
    "#summary",
    "#trial=seller-publish-7&at=310500",
    "#trial=seller-publish-7-ignores-snapshot&at=336126&finding=1",
]


def violations(watched: Watched) -> list[dict[str, Any]]:
    """What axe objects to: the rule, and the parts of the page."""
    watched.page.evaluate(AXE.read_text(encoding="utf-8"))
    told = watched.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [{"rule": one["id"], "where": [node["html"][:160] for node in one["nodes"]]} for one in told["violations"]]


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (420, "light")])
@pytest.mark.parametrize("place", PLACES)
def test_axe_finds_nothing(browser: Browser, report: Path, place: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    assert violations(Watched(context, report, place)) == []
    context.close()


def test_axe_would_find_something(browser: Browser, report: Path) -> None:
    watched = Watched(browser, report)
    watched.page.evaluate("document.querySelector('#app').append(document.createElement('button'))")
    assert [one["rule"] for one in violations(watched)] == ["button-name"]
    watched.page.close()


def test_all_that_can_be_pressed_can_be_reached_with_the_keyboard(browser: Browser, report: Path) -> None:
    watched = Watched(browser, report, PLACES[2])
    stops = []
    for _ in range(80):
        watched.page.keyboard.press("Tab")
        stops.append(
            watched.page.evaluate(
                "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
            )
        )
    for stop in ("Skip to the content", "Copy", "Moment of the trial", "Previous step", "Copy link to this moment"):
        assert stop in stops
    assert stops.index("Moment of the trial") < stops.index("Previous step")
    watched.page.close()


@pytest.mark.parametrize(("asked", "moving"), [("reduce", False), ("no-preference", True)])
def test_nothing_moves_for_those_who_asked_for_that(
    browser: Browser, report: Path, asked: Literal["reduce", "no-preference"], moving: bool
) -> None:
    context = browser.new_context(reduced_motion=asked)
    watched = Watched(context, report, PLACES[1])
    assert (watched.page.evaluate(MOVING) > 0) is moving
    context.close()
