"""Drives one trial on virtual time: between the person's steps, segments run inside the pages."""

from collections.abc import Awaitable, Callable
from typing import Any

from harness.drive.backend import SimulatedBackend
from harness.drive.exchange import Exchange
from harness.drive.lab import Lab
from harness.drive.plan import Plan
from harness.drive.recording import Recording
from harness.drive.tabs import Tabs
from harness.network.schedule import Schedule
from harness.trace.records import Step as StepRecord

Json = dict[str, Any]
Watch = Callable[[int, Tabs], Awaitable[None]]
"""Told a moment at which time stands still, and what is open then."""
Observe = Callable[[int, StepRecord | None], None]
"""Told where the clock stands after each round trip to the page, and each step of the person once it was taken."""


class Trial:
    """One trial in progress: how time passes. What a person does is in ``steps.py``, what is open in ``tabs.py``."""

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
        self.recording = Recording()
        self.tabs = Tabs(plan, lab, self.exchange, self.recording)
        self.network: Schedule = plan.scenario.network
        self._counts: Json = {"fault_counts": {}, "next_request": 1}
        self._passed_ms = 0
        self._watch = watch
        self._observe = observe
        self._stops_ms = sorted(stops_ms)

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

    def took(self, step: StepRecord) -> None:
        """The person did something."""
        self.recording.step(step)
        self._tell(step)

    def _tell(self, step: StepRecord | None = None) -> None:
        if self._observe is not None:
            self._observe(self.now_ms, step)

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
