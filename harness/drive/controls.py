"""What the page offers to be pressed, found by role and name as a person finds it, and pressed with the mouse."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Page

from harness.targets.file import Control


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """A control that can be seen and used. ``node`` is its id in the tab's tree; ``fit`` says which name it bears.

    The page knows the element again by its ``handle``. ``spoken``: a screen reader offers it too.
    """

    handle: int
    role: str
    name: str
    node: str | None
    fit: int = 0
    spoken: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialog:
    """A dialog that waits for an answer, and what can be pressed in it."""

    handle: int
    role: str
    name: str
    node: str | None
    offers: tuple[Offer, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """A place on the screen."""

    x: float
    y: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Focus:
    """Where the focus is, as seen from a control. ``handle`` is None where nothing has it.

    ``behind``: the control comes before what has the focus.
    """

    handle: int | None
    reached: bool
    behind: bool


async def find(page: Page, controls: Iterable[Control]) -> list[Offer]:
    """Every such control that can be seen and used, in reading order."""
    return await _found(page, "findControls", controls)


async def find_file(page: Page, controls: Iterable[Control]) -> list[Offer]:
    """What lets a person choose a file: every field for one, or its label, before controls that are called so."""
    return await _found(page, "findFileControls", controls)


async def _found(page: Page, way: str, controls: Iterable[Control]) -> list[Offer]:
    wanted = [[one.role, one.name] for one in controls]
    return [Offer(**told) for told in await page.evaluate(f"wanted => __meanwhile.{way}(wanted)", wanted)]


async def link_to(page: Page, path: str) -> Offer | None:
    """A link to a path of the app, if the page shows one."""
    told = await page.evaluate("path => __meanwhile.findLink(path)", path)
    return None if told is None else Offer(**told)


async def open_dialog(page: Page) -> Dialog | None:
    """The dialog on top of the page, if one is open."""
    told: dict[str, Any] | None = await page.evaluate("() => __meanwhile.openDialog()")
    if told is None:
        return None
    offers = tuple(Offer(**one) for one in told.pop("offers"))
    return Dialog(offers=offers, **told)


async def aim(page: Page, offer: Offer, answer: str, by: str) -> Spot | None:
    """Turn to a control: where it is now, None where it is gone.

    ``answer`` is what the person will say if the browser itself asks (``confirm()``), and ``by`` is how.
    """
    intent = {"answer": answer, "by": by}
    told = await page.evaluate("([handle, intent]) => __meanwhile.aim(handle, intent)", [offer.handle, intent])
    return None if told is None else Spot(**told)


async def click(page: Page, spot: Spot) -> None:
    """One click with the mouse, where a control is or was."""
    await page.mouse.click(spot.x, spot.y)
    await park(page)


async def focus_from(page: Page, offer: Offer) -> Focus:
    """Where the focus is."""
    return Focus(**await page.evaluate("handle => __meanwhile.focusFrom(handle)", offer.handle))


async def take_focus(page: Page, offer: Offer) -> None:
    """Put the focus on a control, as a screen reader does where it can have it."""
    await page.evaluate("handle => __meanwhile.takeFocus(handle)", offer.handle)


async def activate(page: Page, offer: Offer) -> None:
    """Press a control as a screen reader does."""
    await page.evaluate("handle => __meanwhile.activate(handle)", offer.handle)


async def kept_back(page: Page) -> str | None:
    """The field for whose sake the browser did not send a form, if it has just turned the person to one."""
    told: str | None = await page.evaluate("() => __meanwhile.keptBack()")
    return told


async def park(page: Page) -> None:
    """Take the mouse off the page: what moves under it would be hovered at a moment of the browser's own clock."""
    await page.mouse.move(-1, -1)
