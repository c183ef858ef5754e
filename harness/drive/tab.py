"""One tab on the virtual clock: documents that begin at the trial's now, and segments that run inside the page."""

import json
from base64 import b64decode
from typing import Any

from playwright.async_api import CDPSession, Error, Page, TimeoutError

from harness.core.errors import HarnessTrouble
from harness.core.resources import built

Json = dict[str, Any]
FOLLOW_LIMIT_MS = 20_000
QUALITY = 60
_GONE = "Execution context was destroyed"


class Tab:
    """A page with the runtime installed."""

    def __init__(self, page: Page, cdp: CDPSession) -> None:
        self.page = page
        self._cdp = cdp
        self._armed: str | None = None

    @classmethod
    async def over(cls, page: Page) -> "Tab":
        """Install the runtime in a page; every document from now on begins with it."""
        cdp = await page.context.new_cdp_session(page)
        await cdp.send("Page.enable")
        source = (built("page") / "runtime.js").read_text(encoding="utf-8")
        await cdp.send("Page.addScriptToEvaluateOnNewDocument", {"source": source})
        return cls(page, cdp)

    async def arm(self, config: Json) -> None:
        """Tell the next document when it begins. One script alone does this: they accumulate and run in order."""
        if self._armed is not None:
            await self._cdp.send("Page.removeScriptToEvaluateOnNewDocument", {"identifier": self._armed})
        source = f"__meanwhile.begin({json.dumps(config)})"
        answer = await self._cdp.send("Page.addScriptToEvaluateOnNewDocument", {"source": source})
        self._armed = answer["identifier"]

    async def open(self, url: str) -> None:
        """Load a page, with the clock stopped."""
        await self.page.goto(url, wait_until="load")

    async def reload(self) -> None:
        """Load the page again, with the clock stopped."""
        await self.page.reload(wait_until="load")

    async def traverse(self, delta: int) -> None:
        """Go back or forward in the tab's history, with the clock stopped; nowhere, where there is nothing."""
        go = self.page.go_back if delta < 0 else self.page.go_forward
        await go(wait_until="load")

    async def follow(self) -> None:
        """Let the page go where it wants, with the clock stopped. Raises HarnessTrouble."""
        try:
            async with self.page.expect_event("load", timeout=FOLLOW_LIMIT_MS):
                await self.page.evaluate("() => __meanwhile.leave()")
        except TimeoutError as error:
            raise HarnessTrouble(f"the page at {self.page.url} left for another document, and none came") from error

    async def run(self, segment: Json) -> Json:
        """Run one segment in all its tabs, from this one. Raises HarnessTrouble."""
        try:
            text = await self.page.evaluate("text => __meanwhile.run(text)", json.dumps(segment))
        except Error as error:
            if _GONE in error.message:
                raise HarnessTrouble(f"the page went where no server is: {self.page.url}") from error
            raise HarnessTrouble(f"the browser stopped in the middle of a trial: {error.message}") from error
        outcome: Json = json.loads(text)
        if outcome["trouble"]:
            raise HarnessTrouble(outcome["trouble"])
        return outcome

    async def regard(self, *, hidden: bool, focused: bool) -> None:
        """Tell the page whether it can be seen, and whether it has the focus."""
        regard = {"hidden": hidden, "focused": focused}
        await self.page.evaluate("regard => __meanwhile.setRegard(regard)", regard)

    async def introduce(self) -> None:
        """Make the tabs that this one knows known to each other."""
        await self.page.evaluate("() => __meanwhile.introduce()")

    async def beside(self, number: int) -> Page:
        """An empty tab that this one opens: so that both live on one thread (page/src/peers.ts)."""
        async with self.page.context.expect_page() as opened:
            await self.page.evaluate("number => __meanwhile.openBeside(number)", number)
        return await opened.value

    async def picture(self) -> bytes:
        """What can be seen, as WebP: half the size of a JPEG that is as good. Playwright itself writes none."""
        answer = await self._cdp.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
        return b64decode(answer["data"])

    async def wipe(self, origin: str) -> None:
        """Leave nothing of a trial behind: no document, no storage, no cookie, no cache, no history."""
        await self.page.goto("about:blank")
        await self._cdp.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        await self.page.context.clear_cookies()
        await self._cdp.send("Page.resetNavigationHistory")
