"""One browser for many trials: its page is used again from trial to trial, and proven clean."""

from typing import Any

from playwright.async_api import Browser, BrowserContext, Route, ViewportSize

from harness.drive.assets import Assets
from harness.drive.virtual_tab import VirtualTab

SETTINGS: Any = {
    "viewport": ViewportSize(width=1200, height=800),
    "locale": "en-US",
    "timezone_id": "UTC",
    "reduced_motion": "reduce",
    "service_workers": "block",
}


class Lab:
    """Holds the browser. ``reuse=False`` gives every trial a page of its own."""

    def __init__(self, browser: Browser, *, reuse: bool = True) -> None:
        self._browser = browser
        self._reuse = reuse
        self._context: BrowserContext | None = None
        self._tab: VirtualTab | None = None
        self._assets: Assets | None = None
        self._origin = ""

    @property
    def runs(self) -> bool:
        """Whether the browser lives."""
        return self._browser.is_connected()

    @property
    def version(self) -> str:
        """The browser's version, such as ``156.0.8078.73``."""
        return self._browser.version

    async def prepare(self, assets: Assets, origin: str) -> None:
        """Make ready for a trial: a context that serves these files, and nothing left of the trial before."""
        self._assets = assets
        self._origin = origin
        if not self._reuse:
            await self._drop()
        if self._context is None:
            self._context = await self._browser.new_context(**SETTINGS)
            await self._context.route("**/*", self._serve)
        for page in self._context.pages:
            if self._tab is None or page is not self._tab.page:
                await page.close()
        if self._tab is not None:
            await self._tab.wipe(origin)

    async def context(self) -> BrowserContext:
        """A context of its own for a trial in real time, whose requests go where they are sent."""
        return await self._browser.new_context(**SETTINGS)

    async def first_tab(self, *, fresh: bool) -> VirtualTab:
        """The tab to use while no other is open: the one of the trial before where it is clean, else a new one."""
        if self._tab is None:
            assert self._context is not None
            self._tab = await VirtualTab.over(await self._context.new_page())
            if fresh:
                await self._tab.wipe(self._origin)
        return self._tab

    async def beside(self, opener: VirtualTab, number: int) -> VirtualTab:
        """One more tab; it is not used again."""
        return await VirtualTab.over(await opener.beside(number))

    async def close_tab(self, tab: VirtualTab) -> None:
        """Close a tab for good; the context keeps what a browser keeps."""
        await tab.page.close()
        if tab is self._tab:
            self._tab = None

    async def close(self) -> None:
        """End the browser."""
        await self._browser.close()

    async def _serve(self, route: Route) -> None:
        assert self._assets is not None
        await self._assets.handle(route)

    async def _drop(self) -> None:
        if self._context is not None:
            await self._context.close()
        self._context = self._tab = None
