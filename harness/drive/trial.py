"""Drives one trial on virtual time: the person's steps, and between them segments that run inside the page."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from harness.core.errors import HarnessTrouble
from harness.core.random import derive
from harness.core.time import EPOCH_MS
from harness.drive.assets import Assets
from harness.drive.backend import SimulatedBackend
from harness.drive.controls import park
from harness.drive.exchange import Exchange
from harness.drive.lab import Lab
from harness.drive.recording import Recording
from harness.drive.tab import Tab
from harness.network.schedule import Schedule
from harness.scenario.scenario import Scenario
from harness.targets.target import Target
from harness.trace.records import Step as StepRecord
from harness.wire.base import Wire

Json = dict[str, Any]
Watch = Callable[[int, int], Awaitable[None]]
"""Told a moment at which time stands still, and the tab in use."""
Observe = Callable[[int, StepRecord | None], None]
"""Told where the clock stands after each round trip to the page, and each step of the person once it was taken."""

# A host name below localhost is a secure context, which pages need for crypto.
ORIGIN = "http://app.localhost"
MOST_DOCUMENTS = 50


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What one trial is made of."""

    scenario: Scenario
    target: Target
    wire: Wire
    seed: int


@dataclass(slots=True)
class Place:
    """Where the trial is: its moment, and the tab that the person looks at (None once it was closed)."""

    now_ms: int = 0
    tab: Tab | None = None
    number: int = -1
    step: int = 0
    documents: int = 0
    hidden: bool = False
    load_ms: int = 0
    left_ms: int = -1
    left: int = 0
    carried: Json = field(default_factory=lambda: {"fault_counts": {}, "first_request": 1})


class Trial:
    """One trial in progress. ``steps.py`` says what a person does; here is how time passes."""

    def __init__(
        self,
        plan: Plan,
        lab: Lab,
        watch: Watch | None = None,
        stops_ms: tuple[int, ...] = (),
        observe: Observe | None = None,
    ) -> None:
        self.plan = plan
        self.lab = lab
        self.backend = SimulatedBackend(plan.scenario.world, plan.seed)
        self.exchange = Exchange(plan.wire, self.backend)
        self.assets = Assets(plan.target)
        self.recording = Recording()
        self.place = Place()
        self.origin = plan.target.told.url or ORIGIN
        self.network: Schedule = plan.scenario.network
        self._watch = watch
        self._observe = observe
        self._stops_ms = sorted(stops_ms)

    @property
    def tab(self) -> Tab:
        """The tab that the person looks at. Raises HarnessTrouble where they have closed it."""
        if self.place.tab is None:
            raise HarnessTrouble(
                "a step needs a tab, and the journey has closed it; add `do: open-tab` before that step"
            )
        return self.place.tab

    async def open_tab(self, path: str) -> None:
        """A new tab on a page of the app, at the trial's now."""
        self.place.tab = await self.lab.tab(fresh=self.place.number < 0)
        self.place.number += 1
        self.place.hidden = False
        await self.load("open", partial(self.tab.open, self.origin + path))

    async def close_tab(self) -> None:
        """Close the tab that the person looks at. The job goes on."""
        self.recording.page(tab=self.place.number, at_ms=self.place.now_ms, url=await self.url(), cause="close")
        self.exchange.close_all()
        await self.lab.close_tab()
        self.place.tab = None

    async def reload(self) -> None:
        """The person loads the page again."""
        await self.load("reload", self.tab.reload)

    async def go(self, path: str) -> None:
        """The person types the address of a page of the app."""
        await self.load("navigate", partial(self.tab.open, self.origin + path))

    async def traverse(self, delta: int) -> None:
        """The person goes back or forward in the tab's history. What was there is in the browser's cache."""
        before = self.assets.loading[:]
        self.assets.offline = False
        await self.arm()
        await self.tab.traverse(delta)
        if self.assets.loading != before:
            self.exchange.close_all()
            await self.loaded("navigate", self.place.now_ms)

    async def hide(self, *, hidden: bool) -> None:
        """The person turns to something else, or comes back."""
        self.place.hidden = hidden
        await self.tab.set_hidden(hidden)
        cause = "hide" if hidden else "show"
        self.recording.page(tab=self.place.number, at_ms=self.place.now_ms, url=await self.url(), cause=cause)

    async def load(self, cause: str, go: Callable[[], Awaitable[None]]) -> None:
        """A new document in the tab: loaded with the clock stopped; then the time passes that it would have taken."""
        await self.arm()
        self.exchange.close_all()
        at_ms = self.place.now_ms
        self.assets.offline = self.network.is_offline(at_ms)
        await go()
        if self.assets.offline:
            await self._unreachable(at_ms)
        else:
            await self.loaded(cause, at_ms)

    async def loaded(self, cause: str, at_ms: int) -> None:
        """Count a document that has just been loaded. It takes the mouse to be in its corner until told otherwise."""
        await park(self.tab.page)
        ready_ms = self.network.reachable_from(at_ms)
        self.place.load_ms = ready_ms - at_ms + self.assets.load_ms(self.network.profile_at(ready_ms))
        self.place.documents += 1
        self.place.now_ms = at_ms + self.place.load_ms
        url = await self.url()
        self.recording.page(tab=self.place.number, at_ms=at_ms, url=url, cause=cause, loaded_ms=self.place.now_ms)

    async def _unreachable(self, at_ms: int) -> None:
        """The document cannot be had: the tab shows the browser's own page, until the person tries again."""
        self.place.documents += 1
        self.recording.page(tab=self.place.number, at_ms=at_ms, url=await self.url(), cause="unreachable")

    async def arm(self) -> None:
        """The next document, whatever leads to it, begins at the trial's now."""
        await self.tab.arm(
            {
                "now_ms": self.place.now_ms,
                "epoch_ms": EPOCH_MS,
                "seed": derive(self.plan.seed, f"page {self.place.documents}"),
                "claims": list(self.plan.wire.claims),
                **self.network.to_page(),
                **self.place.carried,
                "hidden": self.place.hidden,
                "fresh": self.place.documents == 0,
            }
        )

    async def run_until(self, until_ms: int) -> None:
        """Let time pass. With no tab open, only the job goes on."""
        if self.place.tab is None:
            self.place.now_ms = max(self.place.now_ms, until_ms)
            self._tell()
            return
        while self._stops_ms and self._stops_ms[0] <= until_ms:
            await self._segment(self._stops_ms.pop(0))
        await self._segment(until_ms)

    def took(self, step: StepRecord) -> None:
        """The person did something."""
        self.recording.step(step)
        self._tell(step)

    def _tell(self, step: StepRecord | None = None) -> None:
        if self._observe is not None:
            self._observe(self.place.now_ms, step)

    async def _segment(self, until_ms: int) -> None:
        until_ms = max(until_ms, self.place.now_ms)
        segment = self.exchange.segment(self.place.now_ms, until_ms)
        while (outcome := await self._run(segment)) is not None:
            if outcome["leaving"] is not None:
                await self._follow(outcome["leaving"])
                until_ms = max(until_ms, self.place.now_ms)
                segment = self.exchange.segment(self.place.now_ms, until_ms)
            else:
                segment = self.exchange.answer(outcome["question"], self.place.number, until_ms)
        if self._watch is not None:
            await self._watch(self.place.now_ms, self.place.number)

    async def url(self) -> str:
        """Where the tab is, without the origin."""
        return self.tab.page.url.removeprefix(self.origin)

    async def _run(self, segment: Json) -> Json | None:
        """What ended the run before its time: a question, or the page's leaving for another document."""
        load_ms, self.place.load_ms = self.place.load_ms, 0
        outcome = await self.tab.run({**segment, "load_ms": load_ms})
        self.place.now_ms = outcome["now_ms"]
        self.place.carried = {"fault_counts": outcome["fault_counts"], "first_request": outcome["next_request"]}
        self.recording.take(outcome["records"], self.place.number)
        self.exchange.close(outcome["closed"])
        self._tell()
        return outcome if outcome["question"] or outcome["leaving"] else None

    async def _follow(self, cause: str) -> None:
        """The page left for another document, by itself or because it was pressed: that begins at this moment."""
        at_ms = self.place.now_ms
        self.place.left = self.place.left + 1 if at_ms == self.place.left_ms else 1
        self.place.left_ms = at_ms
        if self.place.left > MOST_DOCUMENTS:
            raise HarnessTrouble(f"the page replaced itself {MOST_DOCUMENTS} times without letting time pass")
        await self.load(cause, self.tab.follow)
