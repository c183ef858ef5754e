"""Keeps one browser running for as many trials as it lives."""

from types import TracebackType
from typing import Self

from playwright.async_api import Error, Playwright, async_playwright

from harness.drive.browser import launched
from harness.drive.lab import Lab
from harness.drive.rig import Rig


class Keeper:
    """An async context: starts Playwright, launches the browser when a trial needs it, and a new one when it died."""

    def __init__(self, *, reuse: bool = True, headed: bool = False) -> None:
        self._reuse = reuse
        self._headed = headed
        self._manager = async_playwright()
        self._playwright: Playwright | None = None
        self._lab: Lab | None = None
        self._rig: Rig | None = None

    async def __aenter__(self) -> Self:
        """Start Playwright."""
        self._playwright = await self._manager.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        """End the browser and Playwright."""
        await self.discard()
        await self._manager.__aexit__(kind, error, at)

    async def lab(self) -> Lab:
        """A browser that lives."""
        if self._lab is None:
            assert self._playwright is not None
            self._lab = Lab(await launched(self._playwright, headed=self._headed), reuse=self._reuse)
        return self._lab

    async def rig(self) -> Rig:
        """The server and the proxy of real time. Raises NoToxiproxy, UsageError, HarnessTrouble."""
        if self._rig is None:
            self._rig = await Rig.start()
        return self._rig

    async def discard(self) -> None:
        """End the browser, however it is: the next trial gets another."""
        lab, self._lab = self._lab, None
        rig, self._rig = self._rig, None
        if rig is not None:
            await rig.stop()
        if lab is not None:
            try:
                await lab.close()
            except Error:
                return  # it had died already
