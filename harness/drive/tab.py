"""One tab: a page of the browser with the runtime installed in every document that it loads."""

import json
from base64 import b64decode
from typing import Any, Self

from playwright.async_api import CDPSession, Error, Page

from harness.core.resources import built

Json = dict[str, Any]
QUALITY = 60
_NO_FRAME = "Unable to capture screenshot"


class Tab:
    """A page with the runtime installed. How its time passes is its subclass's."""

    def __init__(self, page: Page, cdp: CDPSession) -> None:
        self.page = page
        self.cdp = cdp
        self._armed: str | None = None

    @classmethod
    async def over(cls, page: Page) -> Self:
        """Install the runtime in a page; every document from now on begins with it."""
        cdp = await page.context.new_cdp_session(page)
        await cdp.send("Page.enable")
        source = (built("page") / "runtime.js").read_text(encoding="utf-8")
        await cdp.send("Page.addScriptToEvaluateOnNewDocument", {"source": source})
        return cls(page, cdp)

    async def begin_with(self, call: str, config: Json, *more: str) -> None:
        """What the next document calls first. One script alone does this: they accumulate and run in order."""
        if self._armed is not None:
            await self.cdp.send("Page.removeScriptToEvaluateOnNewDocument", {"identifier": self._armed})
        source = f"__meanwhile.{call}({', '.join((json.dumps(config), *more))})"
        answer = await self.cdp.send("Page.addScriptToEvaluateOnNewDocument", {"source": source})
        self._armed = answer["identifier"]

    async def open(self, url: str) -> None:
        """Load a page."""
        await self.page.goto(url, wait_until="load")

    async def reload(self) -> None:
        """Load the page again."""
        await self.page.reload(wait_until="load")

    async def traverse(self, delta: int) -> None:
        """Go back or forward in the tab's history; nowhere, where there is nothing."""
        go = self.page.go_back if delta < 0 else self.page.go_forward
        await go(wait_until="load")

    async def regard(self, *, hidden: bool, focused: bool) -> None:
        """Tell the page whether it can be seen, and whether it has the focus."""
        regard = {"hidden": hidden, "focused": focused}
        await self.page.evaluate("regard => __meanwhile.setRegard(regard)", regard)

    async def picture(self) -> bytes:
        """What can be seen, as WebP: half the size of a JPEG that is as good. Playwright itself writes none."""
        try:
            return await self._capture()
        except Error as error:
            if _NO_FRAME not in error.message:
                raise
        return await self._capture()  # a busy browser has no frame at hand now and then, and the next moment it has

    async def _capture(self) -> bytes:
        answer = await self.cdp.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
        return b64decode(answer["data"])
