"""One tab on the virtual clock: documents begin at the trial's now, and segments run inside the page."""

import json

from playwright.async_api import Error, Page, TimeoutError

from harness.core.errors import HarnessTrouble
from harness.drive.tab import Json, Tab

FOLLOW_LIMIT_MS = 20_000
_GONE = "Execution context was destroyed"


class VirtualTab(Tab):
    """A tab whose documents have their clock and their network from us. It loads with the clock stopped."""

    async def arm(self, config: Json) -> None:
        """Tell the next document when it begins."""
        await self.begin_with("begin", config)

    async def follow(self) -> None:
        """Let the page go where it wants, with the clock stopped. Raises HarnessTrouble."""
        try:
            async with self.page.expect_event("load", timeout=FOLLOW_LIMIT_MS):
                await self.page.evaluate("() => __meanwhile.leave()")
        except TimeoutError as error:
            raise HarnessTrouble(f"the page at {self.page.url} left for another document, and none came") from error

    async def run(self, segment: Json) -> Json:
        """Run one segment in all its tabs, from this one. Raises HarnessTrouble; Error where the browser gives up."""
        try:
            text = await self.page.evaluate("text => __meanwhile.run(text)", json.dumps(segment))
        except Error as error:
            if _GONE in error.message:
                raise HarnessTrouble(f"the page went where no server is: {self.page.url}") from error
            raise
        outcome: Json = json.loads(text)
        if outcome["trouble"]:
            raise HarnessTrouble(outcome["trouble"])
        return outcome

    async def introduce(self) -> None:
        """Make the tabs that this one knows known to each other."""
        await self.page.evaluate("() => __meanwhile.introduce()")

    async def beside(self, number: int) -> Page:
        """An empty tab that this one opens: so that both live on one thread (page/src/peers.ts)."""
        async with self.page.context.expect_page() as opened:
            await self.page.evaluate("number => __meanwhile.openBeside(number)", number)
        return await opened.value

    async def wipe(self, origin: str) -> None:
        """Leave nothing of a trial behind: no document, no storage, no cookie, no cache, no history."""
        await self.page.goto("about:blank")
        await self.cdp.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        await self.page.context.clear_cookies()
        await self.cdp.send("Page.resetNavigationHistory")
