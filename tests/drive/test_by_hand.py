"""The watching ends when the person presses Enter, or closes the window."""

import asyncio
import os
from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from playwright.async_api import Page

from harness.drive.by_hand import look, until_done


class Window:
    """A page of which only this much is used."""

    def __init__(self) -> None:
        self.heard: dict[str, Callable[[Any], None]] = {}
        self.waited: list[str] = []

    def on(self, event: str, handler: Callable[[Any], None]) -> None:
        self.heard[event] = handler

    async def wait_for_function(self, condition: str) -> None:
        self.waited.append(condition)


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """What types into standard input."""
    reading, writing = os.pipe()
    with os.fdopen(reading, encoding="utf-8") as typed:
        monkeypatch.setattr("sys.stdin", typed)
        yield writing
    os.close(writing)


async def ended(window: Window, act: Callable[[], object]) -> bool:
    waiting = asyncio.create_task(until_done(cast(Page, window)))
    await asyncio.sleep(0)
    assert not waiting.done()
    act()
    await asyncio.wait_for(waiting, 10)
    return waiting.done()


def test_enter_ends_it(keyboard: int) -> None:
    assert asyncio.run(ended(Window(), lambda: os.write(keyboard, b"\n")))


def test_a_closed_window_ends_it(keyboard: int) -> None:
    window = Window()
    assert asyncio.run(ended(window, lambda: window.heard["close"](None)))


def test_a_look_waits_for_the_page_alone() -> None:
    window = Window()
    asyncio.run(look(cast(Page, window)))
    assert len(window.waited) == 1
