"""The person who is watched: done when they press Enter, or have closed the window."""

import asyncio
import sys

from playwright.async_api import Page

LOOK_MS = 1_000


async def until_done(page: Page) -> None:
    """Wait for Enter, or for the window to be closed."""
    done = asyncio.Event()
    page.on("close", lambda _: done.set())
    loop = asyncio.get_running_loop()
    loop.add_reader(sys.stdin.fileno(), _line_read, done)
    try:
        await done.wait()
    finally:
        loop.remove_reader(sys.stdin.fileno())


def _line_read(done: asyncio.Event) -> None:
    sys.stdin.readline()
    done.set()


async def look(page: Page) -> None:
    """Nobody does anything: what the page looks like is seen as soon as it stands."""
    await page.wait_for_function("document.readyState === 'complete' && document.body")
