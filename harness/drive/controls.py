"""Finds what a person would press, by role and name, and presses it with the mouse."""

import re
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Locator, Page

from harness.targets.file import Control


@dataclass(frozen=True, slots=True)
class Spot:
    """Where on the screen a control is."""

    x: float
    y: float


async def find(page: Page, control: Control) -> Spot | None:
    """The middle of the first such control that can be seen, None where there is none."""
    located = _locate(page, control)
    for index in range(await located.count()):
        one = located.nth(index)
        if await one.is_visible() and await one.is_enabled():
            await one.scroll_into_view_if_needed()
            box = await one.bounding_box()
            if box is not None:
                return Spot(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    return None


async def press(page: Page, spot: Spot) -> None:
    """One click with the mouse, where the control is or was."""
    await page.mouse.click(spot.x, spot.y)


async def link_to(page: Page, path: str) -> Spot | None:
    """A link to a path of the app, if the page shows one."""
    box = await page.locator(f'a[href="{path}"]:visible').first.bounding_box() if await _shown(page, path) else None
    return None if box is None else Spot(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


async def _shown(page: Page, path: str) -> bool:
    return await page.locator(f'a[href="{path}"]:visible').count() > 0


def _locate(page: Page, control: Control) -> Locator:
    role: Any = control.role
    return page.get_by_role(role, name=re.compile(control.name, re.IGNORECASE))
