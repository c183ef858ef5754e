"""Ways to a control without a mouse: Tab by Tab from where the focus is, or as a screen reader offers it."""

from collections.abc import Awaitable, Callable

from playwright.async_api import Page

from harness.drive.controls import Offer, focus_from, take_focus

Wait = Callable[[int], Awaitable[None]]

TAB_MS = 100
MOST_TABS = 100


async def by_keyboard(page: Page, offer: Offer, wait: Wait) -> bool:
    """Press Tab, or Shift and Tab, until the control has the focus. False where it comes round without, or not soon."""
    focus = await focus_from(page, offer)
    key = "Shift+Tab" if focus.behind else "Tab"
    passed: set[int] = set()
    for _ in range(MOST_TABS):
        if focus.reached or focus.handle in passed:
            break
        if focus.handle is not None:
            passed.add(focus.handle)
        await page.keyboard.press(key)
        await wait(TAB_MS)
        focus = await focus_from(page, offer)
    return focus.reached


async def by_screen_reader(page: Page, offer: Offer, wait: Wait) -> bool:
    """Go to the control in reading order. False where a screen reader does not offer it."""
    if offer.spoken:
        await take_focus(page, offer)
        await wait(0)
    return offer.spoken
