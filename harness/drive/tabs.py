"""What the person has open: tabs and windows, the documents in them, and which of them can be seen."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from harness.core.errors import HarnessTrouble
from harness.core.random import derive
from harness.core.time import EPOCH_MS
from harness.drive.assets import Assets
from harness.drive.controls import park
from harness.drive.exchange import Exchange
from harness.drive.lab import Lab
from harness.drive.plan import Plan
from harness.drive.recording import Recording
from harness.drive.tab import Tab
from harness.scenario.desk import Desk

Json = dict[str, Any]

# A host name below localhost is a secure context, which pages need for crypto.
ORIGIN = "http://app.localhost"
MOST_DOCUMENTS = 50


@dataclass(kw_only=True, slots=True)
class OpenTab:
    """A tab that is open. Its document is there from ``now_ms`` on, which may be later than the trial's now.

    ``load_ms`` is how long it took to load that document; ``unreachable``: it shows the browser's own page.
    """

    number: int
    tab: Tab
    now_ms: int
    load_ms: int = 0
    hidden: bool = False
    focused: bool = True
    documents: int = 0
    unreachable: bool = False
    left_ms: int = -1
    left: int = 0


class Tabs:
    """The open tabs by number, from 0 in the order in which they were opened."""

    def __init__(self, plan: Plan, lab: Lab, exchange: Exchange, recording: Recording) -> None:
        self.desk = Desk()
        self.assets = Assets(plan.target)
        self.origin = plan.target.told.url or ORIGIN
        self._plan = plan
        self._lab = lab
        self._exchange = exchange
        self._recording = recording
        self._network = plan.scenario.network
        self._open: dict[int, OpenTab] = {}
        self._documents = 0

    def __getitem__(self, number: int) -> OpenTab:
        return self._open[number]

    def all(self) -> list[OpenTab]:
        """Every open tab, in the order of their numbers."""
        return [self._open[number] for number in self.desk.tabs]

    @property
    def front(self) -> OpenTab:
        """The tab that the person uses. Raises HarnessTrouble where they have closed all."""
        if self.desk.front is None:
            raise HarnessTrouble(
                "a step needs a tab, and the journey has closed it; add `do: open-tab` before that step"
            )
        return self._open[self.desk.front]

    async def open(self, path: str, at_ms: int, *, window: bool = False) -> None:
        """A new tab on a page of the app."""
        opener = next(iter(self.all()), None)
        number = self.desk.opened
        tab = await (self._lab.first_tab(fresh=number == 0) if opener is None else self._lab.beside(opener.tab, number))
        self.desk.open(window=window)
        held = self._open[number] = OpenTab(number=number, tab=tab, now_ms=at_ms)
        await self._regard()
        await self._load(held, "open", partial(tab.open, self.origin + path))

    async def close(self, held: OpenTab) -> None:
        """Close a tab. Jobs go on."""
        self._recording.page(tab=held.number, at_ms=held.now_ms, url=self.url(held), cause="close")
        self._exchange.close_tab(held.number)
        await self._lab.close_tab(held.tab)
        self.desk.close(held.number)
        del self._open[held.number]
        await self._regard()

    async def turn_to(self, held: OpenTab) -> None:
        """The person uses this tab from now on."""
        self.desk.turn_to(held.number)
        await self._regard()

    async def turn_away(self, held: OpenTab) -> None:
        """Something else than the app comes in front of this tab."""
        self.desk.turn_away(held.number)
        await self._regard()

    async def reload(self, held: OpenTab) -> None:
        """The person loads the page again."""
        await self._load(held, "reload", held.tab.reload)

    async def go(self, held: OpenTab, path: str) -> None:
        """The person types the address of a page of the app."""
        await self._load(held, "navigate", partial(held.tab.open, self.origin + path))

    async def follow(self, held: OpenTab, cause: str) -> None:
        """The page left for another document, by itself or because it was pressed: that begins at this moment."""
        held.left = held.left + 1 if held.now_ms == held.left_ms else 1
        held.left_ms = held.now_ms
        if held.left > MOST_DOCUMENTS:
            raise HarnessTrouble(f"the page replaced itself {MOST_DOCUMENTS} times without letting time pass")
        await self._load(held, cause, held.tab.follow)

    async def traverse(self, held: OpenTab, delta: int) -> None:
        """The person goes back or forward in the tab's history. What was there is in the browser's cache."""
        before = self.assets.loading[:]
        self.assets.offline = held.unreachable = False
        await self._arm(held)
        await held.tab.traverse(delta)
        if self.assets.loading != before:
            self._exchange.close_tab(held.number)
            await self._loaded(held, "navigate")

    def url(self, held: OpenTab) -> str:
        """Where the tab is, without the origin."""
        return held.tab.page.url.removeprefix(self.origin)

    async def _load(self, held: OpenTab, cause: str, go: Callable[[], Awaitable[None]]) -> None:
        """A new document in the tab: loaded with the clock stopped; then the time passes that it would have taken."""
        await self._arm(held)
        self._exchange.close_tab(held.number)
        self.assets.offline = held.unreachable = self._network.is_offline(held.now_ms)
        await go()
        if held.unreachable:
            await self._unreachable(held)
        else:
            await self._loaded(held, cause)

    async def _loaded(self, held: OpenTab, cause: str) -> None:
        """Count a document that has just been loaded. It takes the mouse to be in its corner until told otherwise."""
        await park(held.tab.page)
        at_ms, ready_ms = held.now_ms, self._network.reachable_from(held.now_ms)
        held.load_ms = ready_ms - at_ms + self.assets.load_ms(self._network.profile_at(ready_ms))
        held.now_ms = at_ms + held.load_ms
        url = self.url(held)
        self._recording.page(tab=held.number, at_ms=at_ms, url=url, cause=cause, loaded_ms=held.now_ms)
        await self._arrived(held)

    async def _unreachable(self, held: OpenTab) -> None:
        """The document cannot be had: the tab shows the browser's own page, until the person tries again."""
        held.load_ms = 0
        self._recording.page(tab=held.number, at_ms=held.now_ms, url=self.url(held), cause="unreachable")
        await self._arrived(held)

    async def _arrived(self, held: OpenTab) -> None:
        """A document that is new learns of the others, and they of it."""
        self._documents += 1
        held.documents += 1
        other = next((one for one in self.all() if one is not held), None)
        if other is not None:
            await other.tab.introduce()

    async def _arm(self, held: OpenTab) -> None:
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

    async def _regard(self) -> None:
        """Tell every tab whether it can be seen now."""
        for held in self.all():
            hidden, focused = not self.desk.is_seen(held.number), self.desk.has_focus(held.number)
            if (hidden, focused) == (held.hidden, held.focused):
                continue
            shown, held.hidden, held.focused = hidden != held.hidden, hidden, focused
            if held.documents:
                await held.tab.regard(hidden=hidden, focused=focused)
            if shown:
                cause = "hide" if hidden else "show"
                self._recording.page(tab=held.number, at_ms=held.now_ms, url=self.url(held), cause=cause)
