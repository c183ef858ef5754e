"""The open tabs in real time: a document loads over the link, and takes as long as it takes."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from playwright.async_api import BrowserContext, Error, Page

from harness.core.stopwatch import WallClock
from harness.core.time import EPOCH_MS
from harness.drive.camera import NO_CAMERA, Camera
from harness.drive.controls import park
from harness.drive.plan import Plan
from harness.drive.real_tab import RealTab
from harness.drive.recording import Recording
from harness.drive.tabs import Go, OpenTab, Tabs
from harness.drive.wiretap import Wiretap

Json = dict[str, Any]
Held = OpenTab[RealTab]
LOAD_LIMIT_MS = 300_000
LOOK_AGAIN_MS = 200
TRIES = 5


class RealTabs(Tabs[RealTab]):
    """The open tabs of one trial in real time."""

    def __init__(
        self,
        plan: Plan,
        recording: Recording,
        origin: str,
        *,
        clock: WallClock,
        context: BrowserContext,
        wiretap: Wiretap,
        sleep_until: Callable[[int], Awaitable[None]],
        camera: Camera = NO_CAMERA,
    ) -> None:
        super().__init__(plan, recording, origin)
        self._clock = clock
        self._context = context
        self._wiretap = wiretap
        self._sleep_until = sleep_until
        self._camera = camera
        self.crashed = False
        """whether the process of a tab died: its page is gone, and nobody was told"""
        self._causes: dict[int, str] = {}
        """tab -> why its next document is loaded; one that nobody asked for is the page's own doing"""

    def now_in(self, held: Held) -> int:
        """The one clock that there is."""
        return self._clock.now_ms

    async def traverse(self, held: Held, delta: int) -> None:
        """The person goes back or forward in the tab's history."""
        await self._arm(held)
        await held.tab.traverse(delta)
        await park(held.tab.page)

    async def _new(self, number: int) -> RealTab:
        tab = await RealTab.over(await self._context.new_page())
        tab.page.on("crash", self._note_crash)
        tab.page.set_default_navigation_timeout(LOAD_LIMIT_MS)
        await tab.listen(number, partial(self._take, number), partial(self._wiretap.heard, number))
        await self._camera.shoot(number, tab.cdp, self._clock.started_ms)
        return tab

    def _note_crash(self, _page: Page) -> None:
        self.crashed = True

    async def _end(self, held: Held) -> None:
        await held.tab.page.close()

    async def _load(self, held: Held, cause: str, go: Go) -> None:
        """A load that a black hole swallows is tried again at its end, as a person would."""
        await self._arm(held)
        self._causes[held.number] = cause
        held.documents += 1
        held.unreachable = self._network.refuses(self._clock.now_ms)
        if not await _went(go) and not held.unreachable:
            await self._again(go)
        if held.unreachable:
            self._unreachable(held)
        await park(held.tab.page)

    async def _again(self, go: Go) -> None:
        """Try at the end of what holds the network; the browser's own page may still be on its way then."""
        for _ in range(TRIES):
            reachable_ms = self._network.reachable_from(self._clock.now_ms)
            await self._sleep_until(max(reachable_ms, self._clock.now_ms + LOOK_AGAIN_MS))
            if await _went(go):
                return
        await go()

    def _unreachable(self, held: Held) -> None:
        self._causes.pop(held.number, None)
        url = self.url(held)
        self._recording.page(tab=held.number, at_ms=self._clock.now_ms, url=url, cause="unreachable")

    async def _arm(self, held: Held) -> None:
        """The next document, whatever leads to it, knows the trial's clock."""
        config = {"started_ms": self._clock.started_ms, "epoch_ms": EPOCH_MS}
        await held.tab.arm({**config, "hidden": held.hidden, "focused": held.focused})

    def _take(self, number: int, record: Json) -> None:
        """A record of the page; a new document begins with one."""
        match record["record"]:
            case "document":
                cause = self._causes.pop(number, "navigate")
                self._recording.page(tab=number, at_ms=record["at_ms"], url=record["url"], cause=cause)
            case "loaded":
                self._recording.loaded(number, record["at_ms"])
            case _:
                self._recording.take([{**record, "tab": number}])


async def _went(go: Go) -> bool:
    """Whether the document came."""
    try:
        await go()
    except Error:
        return False
    return True
