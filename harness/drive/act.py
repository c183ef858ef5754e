"""One step of the person while it is being done: its moment, its tab, what is noted of it."""

from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Page

from harness.drive.controls import Offer, Spot, activate, aim, click
from harness.drive.hands import RunUntil
from harness.drive.reach import by_keyboard, by_screen_reader
from harness.drive.tabs import OpenTab
from harness.drive.trial import Trial
from harness.scenario.journey import By, Step
from harness.scenario.world import Job
from harness.trace.records import Press

NO_WAY = {
    By.KEYBOARD: "could not be reached by keyboard, pressed with the mouse",
    By.SCREEN_READER: "not offered by a screen reader, pressed with the mouse",
}


@dataclass(kw_only=True)
class Act:
    """The ``number``-th step. ``tab`` is None where none is open; ``notes`` become the step's note."""

    trial: Trial
    number: int
    step: Step
    tab: OpenTab[Any] | None
    run_until: RunUntil
    notes: list[str] = field(default_factory=list)

    @property
    def now_ms(self) -> int:
        """The moment at which the step is now."""
        return self.trial.now_ms if self.tab is None else self.trial.tabs.now_in(self.tab)

    @property
    def held(self) -> OpenTab[Any]:
        """The tab that it is done in. Raises HarnessTrouble where all are closed."""
        return self.trial.tabs.front if self.tab is None else self.tab

    @property
    def page(self) -> Page:
        """The page in that tab."""
        page: Page = self.held.tab.page
        return page

    @property
    def job(self) -> Job | None:
        """The job that it is about, as the scenario tells it."""
        return self.trial.plan.scenario.world.job(self.step.job or "")

    async def wait(self, for_ms: int = 0) -> None:
        """Let time pass; none, to let what was done take effect and be shown."""
        await self.run_until(self.now_ms + for_ms)

    async def press(self, offer: Offer, part: str = "control", *, times: int = 1) -> None:
        """Press a control, and record it; again and again where it is or was, with the step's gap between."""
        by = await self._reach(offer)
        spot = await aim(self.page, offer, self.step.answer, by)
        for time in range(times):
            if time:
                await self.wait(self.step.gap_ms)
            self._record(offer, "again" if time else part, by)
            await self._hit(offer, by, spot)

    async def _reach(self, offer: Offer) -> By:
        """Come to the control; with what it is pressed then."""
        by = self.step.by
        if by is By.MOUSE:
            return by
        reach = by_keyboard if by is By.KEYBOARD else by_screen_reader
        if await reach(self.page, offer, self.wait):
            return by
        self.notes.append(NO_WAY[by])
        return By.MOUSE

    async def _hit(self, offer: Offer, by: By, spot: Spot | None) -> None:
        if by is By.KEYBOARD:
            await self.page.keyboard.press("Enter")
        elif by is By.SCREEN_READER:
            await activate(self.page, offer)
        elif spot is not None:
            await click(self.page, spot)

    def _record(self, offer: Offer, part: str, by: By) -> None:
        self.trial.recording.press(
            Press(
                step=self.number,
                tab=self.held.number,
                at_ms=self.now_ms,
                node=offer.node,
                role=offer.role,
                name=offer.name,
                part=part,
                by=by.value,
            )
        )
