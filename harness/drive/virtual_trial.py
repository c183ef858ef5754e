"""One trial on virtual time: between the person's steps, segments run inside the pages."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from harness.drive.exchange import Exchange
from harness.drive.lab import Lab
from harness.drive.plan import Plan
from harness.drive.tabs import Tabs
from harness.drive.trial import Observe, Trial
from harness.drive.virtual_tab import VirtualTab
from harness.drive.virtual_tabs import VirtualTabs
from harness.trace.records import Command
from harness.wire.disturbed import disturbed

Json = dict[str, Any]
Watch = Callable[[int, Tabs[VirtualTab]], Awaitable[None]]
"""Told a moment at which time stands still, and what is open then."""


class VirtualTrial(Trial):
    """One trial whose clock stands still whenever nothing happens."""

    def __init__(
        self,
        plan: Plan,
        lab: Lab,
        watch: Watch | None = None,
        stops_ms: tuple[int, ...] = (),
        observe: Observe | None = None,
    ) -> None:
        super().__init__(plan, lab, observe)
        self.exchange = Exchange(disturbed(plan.wire, plan.scenario.network), self.backend)
        self.tabs: VirtualTabs = VirtualTabs(plan, lab, self.exchange, self.recording)
        self._counts: Json = {"fault_counts": {}, "next_request": 1}
        self._passed_ms = 0
        self._watch = watch
        self._stops_ms = sorted(stops_ms)

    @property
    def commands(self) -> Sequence[Command]:
        """What the page told the server to do."""
        return self.exchange.commands

    async def begin(self) -> None:
        """Have a browser that serves the page's files, with nothing left of the trial before."""
        await self._lab.prepare(self.tabs.assets, self.tabs.origin)

    def stop(self, end_ms: int) -> None:
        """All has been told already."""

    async def end(self) -> None:
        """The browser is cleaned when it is used again."""

    @property
    def now_ms(self) -> int:
        """Up to where time has passed in every tab; a document that is being loaded is there from later on."""
        return min((held.now_ms for held in self.tabs.all()), default=self._passed_ms)

    async def run_until(self, until_ms: int) -> None:
        """Let time pass. With no tab open, only the job goes on."""
        if not self.tabs.all():
            self._passed_ms = max(self._passed_ms, until_ms)
            self._tell()
            return
        while self._stops_ms and self._stops_ms[0] <= until_ms:
            await self._segment(self._stops_ms.pop(0))
        await self._segment(until_ms)

    async def _segment(self, until_ms: int) -> None:
        until_ms = max(until_ms, self.now_ms)
        segment = self.exchange.segment(self.now_ms, until_ms)
        while (outcome := await self._run(segment)) is not None:
            if outcome["leaving"] is not None:
                await self.tabs.follow(self.tabs[outcome["leaving"]["tab"]], outcome["leaving"]["cause"])
                until_ms = max(until_ms, self.now_ms)
                segment = self.exchange.segment(self.now_ms, until_ms)
            else:
                segment = self.exchange.answer(outcome["question"], until_ms)
        if self._watch is not None:
            await self._watch(self.now_ms, self.tabs)

    async def _run(self, segment: Json) -> Json | None:
        """What ended the run before its time: a question, or a page's leaving for another document."""
        open_tabs = self.tabs.all()
        told = [{"number": held.number, "load_ms": held.load_ms} for held in open_tabs]
        outcome = await open_tabs[0].tab.run({**segment, "from_ms": self.now_ms, "tabs": told, **self._counts})
        for held in open_tabs:
            held.now_ms = max(held.now_ms, outcome["now_ms"])
        self._passed_ms = self.now_ms
        self._counts = {name: outcome[name] for name in self._counts}
        self.recording.take(outcome["records"])
        self.exchange.close(outcome["closed"])
        self._tell()
        return outcome if outcome["question"] or outcome["leaving"] else None
