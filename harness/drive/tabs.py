"""What the person has open: tabs and windows, the documents in them, and which of them can be seen."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from harness.core.errors import HarnessTrouble
from harness.drive.plan import Plan
from harness.drive.recording import Recording
from harness.drive.tab import Tab
from harness.scenario.desk import Desk

TabT = TypeVar("TabT", bound=Tab)
Go = Callable[[], Awaitable[None]]


@dataclass(kw_only=True, slots=True)
class OpenTab(Generic[TabT]):
    """A tab that is open. ``unreachable``: it shows the browser's own page.

    On virtual time its document is there from ``now_ms`` on, which may be later than the trial's now, and took
    ``load_ms`` to load.
    """

    number: int
    tab: TabT
    now_ms: int
    load_ms: int = 0
    hidden: bool = False
    focused: bool = True
    documents: int = 0
    unreachable: bool = False
    left_ms: int = -1
    left: int = 0


class Tabs(ABC, Generic[TabT]):
    """The open tabs by number, from 0 in the order in which they were opened. How a document loads is a subclass's."""

    def __init__(self, plan: Plan, recording: Recording, origin: str) -> None:
        self.desk = Desk()
        self.origin = origin
        self._plan = plan
        self._recording = recording
        self._network = plan.scenario.network
        self._open: dict[int, OpenTab[TabT]] = {}

    def __getitem__(self, number: int) -> OpenTab[TabT]:
        return self._open[number]

    def all(self) -> list[OpenTab[TabT]]:
        """Every open tab, in the order of their numbers."""
        return [self._open[number] for number in self.desk.tabs]

    @property
    def front(self) -> OpenTab[TabT]:
        """The tab that the person uses. Raises HarnessTrouble where they have closed all."""
        if self.desk.front is None:
            raise HarnessTrouble(
                "a step needs a tab, and the journey has closed it; add `do: open-tab` before that step"
            )
        return self._open[self.desk.front]

    async def open(self, path: str, at_ms: int, *, window: bool = False) -> None:
        """A new tab on a page of the app."""
        tab = await self._new(self.desk.opened)
        number = self.desk.open(window=window)
        held = self._open[number] = OpenTab(number=number, tab=tab, now_ms=at_ms)
        await self._regard()
        await self._load(held, "open", partial(tab.open, self.origin + path))

    async def close(self, held: OpenTab[TabT]) -> None:
        """Close a tab. Jobs go on."""
        self._recording.page(tab=held.number, at_ms=self.now_in(held), url=self.url(held), cause="close")
        await self._end(held)
        self.desk.close(held.number)
        del self._open[held.number]
        await self._regard()

    async def turn_to(self, held: OpenTab[TabT]) -> None:
        """The person uses this tab from now on."""
        self.desk.turn_to(held.number)
        await self._regard()

    async def turn_away(self, held: OpenTab[TabT]) -> None:
        """Something else than the app comes in front of this tab."""
        self.desk.turn_away(held.number)
        await self._regard()

    async def reload(self, held: OpenTab[TabT]) -> None:
        """The person loads the page again."""
        await self._load(held, "reload", held.tab.reload)

    async def go(self, held: OpenTab[TabT], path: str) -> None:
        """The person types the address of a page of the app."""
        await self._load(held, "navigate", partial(held.tab.open, self.origin + path))

    @abstractmethod
    async def traverse(self, held: OpenTab[TabT], delta: int) -> None:
        """The person goes back or forward in the tab's history. What was there is in the browser's cache."""

    @abstractmethod
    def now_in(self, held: OpenTab[TabT]) -> int:
        """Where the clock stands in a tab."""

    def url(self, held: OpenTab[TabT]) -> str:
        """Where the tab is, without the origin."""
        return held.tab.page.url.removeprefix(self.origin)

    @abstractmethod
    async def _new(self, number: int) -> TabT:
        """An empty tab."""

    @abstractmethod
    async def _end(self, held: OpenTab[TabT]) -> None:
        """Close it in the browser."""

    @abstractmethod
    async def _load(self, held: OpenTab[TabT], cause: str, go: Go) -> None:
        """A new document in the tab."""

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
                self._recording.page(tab=held.number, at_ms=self.now_in(held), url=self.url(held), cause=cause)
