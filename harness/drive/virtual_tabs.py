"""The open tabs on virtual time: a document loads with the clock stopped, then as much time passes as it takes."""

from harness.core.errors import HarnessTrouble
from harness.core.random import derive
from harness.core.time import EPOCH_MS
from harness.drive.assets import Assets
from harness.drive.controls import park
from harness.drive.exchange import Exchange
from harness.drive.lab import Lab
from harness.drive.plan import Plan
from harness.drive.recording import Recording
from harness.drive.tabs import Go, OpenTab, Tabs
from harness.drive.virtual_tab import VirtualTab

# A host name below localhost is a secure context, which pages need for crypto.
ORIGIN = "http://app.localhost"
MOST_DOCUMENTS = 50

Held = OpenTab[VirtualTab]


class VirtualTabs(Tabs[VirtualTab]):
    """The open tabs of one trial on virtual time."""

    def __init__(self, plan: Plan, lab: Lab, exchange: Exchange, recording: Recording) -> None:
        super().__init__(plan, recording, plan.target.told.url or ORIGIN)
        self.assets = Assets(plan.target)
        self._lab = lab
        self._exchange = exchange
        self._documents = 0

    def now_in(self, held: Held) -> int:
        """Up to where time has passed in it."""
        return held.now_ms

    async def _new(self, number: int) -> VirtualTab:
        opener = next(iter(self.all()), None)
        return await (
            self._lab.first_tab(fresh=number == 0) if opener is None else self._lab.beside(opener.tab, number)
        )

    async def _end(self, held: Held) -> None:
        self._exchange.close_tab(held.number)
        await self._lab.close_tab(held.tab)

    async def follow(self, held: Held, cause: str) -> None:
        """The page left for another document, by itself or because it was pressed: that begins at this moment."""
        held.left = held.left + 1 if held.now_ms == held.left_ms else 1
        held.left_ms = held.now_ms
        if held.left > MOST_DOCUMENTS:
            raise HarnessTrouble(f"the page replaced itself {MOST_DOCUMENTS} times without letting time pass")
        await self._load(held, cause, held.tab.follow)

    async def traverse(self, held: Held, delta: int) -> None:
        """The person goes back or forward in the tab's history. What was there is in the browser's cache."""
        before = self.assets.loading[:]
        self.assets.offline = held.unreachable = False
        await self._arm(held)
        await held.tab.traverse(delta)
        if self.assets.loading != before:
            self._exchange.close_tab(held.number)
            await self._loaded(held, "navigate")

    async def _load(self, held: Held, cause: str, go: Go) -> None:
        """A new document in the tab: loaded with the clock stopped; then the time passes that it would have taken."""
        await self._arm(held)
        self._exchange.close_tab(held.number)
        self.assets.offline = held.unreachable = self._network.refuses(held.now_ms)
        await go()
        if held.unreachable:
            await self._unreachable(held)
        else:
            await self._loaded(held, cause)

    async def _loaded(self, held: Held, cause: str) -> None:
        """Count a document that has just been loaded. It takes the mouse to be in its corner until told otherwise."""
        await park(held.tab.page)
        at_ms, ready_ms = held.now_ms, self._network.reachable_from(held.now_ms)
        profile, trickle = self._network.profile_at(ready_ms), self._network.trickle_at(ready_ms)
        held.load_ms = ready_ms - at_ms + self.assets.load_ms(profile, trickle)
        held.now_ms = at_ms + held.load_ms
        url = self.url(held)
        self._recording.page(tab=held.number, at_ms=at_ms, url=url, cause=cause, loaded_ms=held.now_ms)
        await self._arrived(held)

    async def _unreachable(self, held: Held) -> None:
        """The document cannot be had: the tab shows the browser's own page, until the person tries again."""
        held.load_ms = 0
        self._recording.page(tab=held.number, at_ms=held.now_ms, url=self.url(held), cause="unreachable")
        await self._arrived(held)

    async def _arrived(self, held: Held) -> None:
        """A document that is new learns of the others, and they of it."""
        self._documents += 1
        held.documents += 1
        other = next((one for one in self.all() if one is not held), None)
        if other is not None:
            await other.tab.introduce()

    async def _arm(self, held: Held) -> None:
        """The next document, whatever leads to it, begins at the tab's now."""
        forget = "nothing" if held.documents else "tab" if self._documents else "all"
        await held.tab.arm(
            {
                "tab": held.number,
                "now_ms": held.now_ms,
                "epoch_ms": EPOCH_MS,
                "seed": derive(self._plan.seed, f"page {self._documents}"),
                "claims": list(self._plan.wire.claims),
                **self._network.to_page(),
                "hidden": held.hidden,
                "focused": held.focused,
                "forget": forget,
            }
        )
