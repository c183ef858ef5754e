"""One browser for as many trials as it lives, and then another."""

import asyncio

import pytest
from playwright.async_api import Error

from harness.core.errors import HarnessTrouble
from harness.drive import keeper as module
from harness.drive.browser import FoundBrowser
from harness.drive.keeper import Keeper
from harness.drive.lab import Lab

pytestmark = pytest.mark.browser


def test_the_browser_is_kept_until_it_is_discarded() -> None:
    async def play() -> tuple[bool, bool]:
        async with Keeper() as keeper:
            first = await keeper.lab()
            again = await keeper.lab()
            await first.close()  # it died; discarding it is no trouble
            await keeper.discard()
            other = await keeper.lab()
            return first is again, other is not first and int(other.version.split(".")[0]) > 100

    assert asyncio.run(play()) == (True, True)


def test_a_browser_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async def stub(_playwright: object, *, headed: bool) -> FoundBrowser:
        assert not headed
        return FoundBrowser(origin="a stub", executable=None, arguments=("--remote-debugging-port=x",), version="1.0")

    async def fail(*_: object, **__: object) -> None:
        raise Error("it is a stub\nand more")

    monkeypatch.setattr(module, "find_browser", stub)
    monkeypatch.setattr(Lab, "launch", fail)

    async def play() -> None:
        async with Keeper() as keeper:
            await keeper.lab()

    with pytest.raises(HarnessTrouble, match=r"^Chromium 1.0 \(a stub\) did not start: it is a stub$"):
        asyncio.run(play())
