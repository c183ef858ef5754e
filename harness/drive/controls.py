"""Finds what a person would press, by role and name, and presses it with the mouse."""

from dataclasses import dataclass
from typing import Any

from playwright.async_api import Page

from harness.targets.file import Control


@dataclass(frozen=True, slots=True)
class Spot:
    """Where on the screen a control is, what it says, and its id in the tab's tree."""

    x: float
    y: float
    role: str = ""
    name: str = ""
    node: str | None = None


async def find(page: Page, control: Control) -> Spot | None:
    """The middle of the first such control that can be seen and used, None where there is none."""
    found = await page.evaluate("([role, name]) => __meanwhile.findControl(role, name)", [control.role, control.name])
    return _spot(found)


async def link_to(page: Page, path: str) -> Spot | None:
    """A link to a path of the app, if the page shows one."""
    return _spot(await page.evaluate("path => __meanwhile.findLink(path)", path))


async def press(page: Page, spot: Spot) -> None:
    """One click with the mouse, where the control is or was."""
    await page.mouse.click(spot.x, spot.y)
    await park(page)


async def park(page: Page) -> None:
    """Take the mouse off the page: what moves under it would be hovered at a moment of the browser's own clock."""
    await page.mouse.move(-1, -1)


def _spot(found: dict[str, Any] | None) -> Spot | None:
    return None if found is None else Spot(**found)
