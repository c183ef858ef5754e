"""One trial in real time: a real server, a real proxy, the wall clock; the simulation goes in step with it."""

import asyncio
import re
from collections.abc import Awaitable, Sequence
from contextlib import suppress

from playwright.async_api import BrowserContext, Error

from harness.core.errors import HarnessTrouble
from harness.core.stopwatch import WallClock
from harness.drive.backend import Order
from harness.drive.camera import NO_CAMERA, Camera
from harness.drive.feeding import Feeding
from harness.drive.lab import Lab
from harness.drive.lateness import Lateness
from harness.drive.plan import Plan
from harness.drive.real_tabs import RealTabs
from harness.drive.rig import Rig
from harness.drive.trial import Observe, Trial
from harness.drive.wiretap import Wiretap
from harness.network.meetings import Meetings
from harness.serve.relay import Relay
from harness.serve.stage import Arrival, Stage
from harness.serve.toxiproxy import Link
from harness.serve.weather import Weather
from harness.trace.records import Command
from harness.wire.disturbed import disturbed

STEP_MS = 1_000
"""How often the session is told where the clock stands."""
CLOSE_LIMIT_S = 10
SHOWN_MS = 40
"""Two frames: what was done has taken effect and can be seen."""


class RealTrial(Trial):
    """One trial whose clock nobody holds."""

    tabs: RealTabs

    def __init__(
        self, plan: Plan, lab: Lab, rig: Rig, observe: Observe | None = None, camera: Camera = NO_CAMERA
    ) -> None:
        super().__init__(plan, lab, observe)
        self._camera = camera
        self._rig = rig
        self._clock = WallClock()
        self._lateness = Lateness()
        self._context: BrowserContext | None = None
        self._stage: Stage | None = None
        self._link: Link | None = None
        self._feeding = None
        if plan.feed is not None and plan.target.feed is not None:
            self._feeding = Feeding(plan.feed, plan.target.feed)
        self._going: list[asyncio.Task[None]] = []
        self._ordered: list[tuple[Arrival, Order]] = []

    @property
    def now_ms(self) -> int:
        """The wall clock's."""
        return self._clock.now_ms

    @property
    def late_ms(self) -> int:
        """By how much this machine was late at worst."""
        return self._lateness.worst_ms

    @property
    def death(self) -> str:
        """Toxiproxy's, the server's, the browser's, or a tab's."""
        if not self._rig.proxy.runs:
            return "Toxiproxy died in the middle of the trial"
        if not self._rig.server.runs:
            return "the server died in the middle of the trial"
        if self._lab.runs and self._going and self.tabs.crashed:
            return "a tab of the browser crashed in the middle of the trial"
        return super().death

    @property
    def commands(self) -> Sequence[Command]:
        """What the page told the server to do."""
        return [_command(order, arrival, self._wiretap.request_of(arrival)) for arrival, order in self._ordered]

    async def begin(self) -> None:
        """Open the way from the browser to the server, then start the clock."""
        relay = None if self._feeding is None else await self._feeding.start()
        host, self._link = await self._rig.link()
        self._context = await self._lab.context()
        await self._camera.begin(self._context)
        origin = f"http://{host}:{self._link.port}"
        weather = Weather(self.network, self._link, lambda: self.now_ms, self._context.set_offline)
        await weather.begin()
        self._clock = WallClock()
        self._stage = self._staged(host, relay)
        self._rig.app.open(self._stage)
        self._wiretap = Wiretap(self._clock.started_ms, self._claimed, self.recording.take)
        self.tabs = RealTabs(
            self.plan,
            self.recording,
            origin,
            clock=self._clock,
            context=self._context,
            wiretap=self._wiretap,
            sleep_until=self.run_until,
            camera=self._camera,
        )
        self._going = [asyncio.create_task(weather.blow()), asyncio.create_task(self._lateness.watch())]
        if self._feeding is not None:
            self._going.append(asyncio.create_task(self._feeding.go_on(self._stage)))

    def _staged(self, host: str, relay: Relay | None) -> Stage:
        running = self.plan.target.told.url
        return Stage(
            host=host,
            wire=disturbed(self.plan.wire, self.network),
            backend=self.backend,
            now_ms=lambda: self.now_ms,
            file=lambda path, document: self.plan.target.file(path, document=document),
            meetings=Meetings(self.network),
            relay=relay,
            page=None if running is None else Relay(running),
            ordered=self._take_orders,
        )

    def _claimed(self, path: str) -> bool:
        return any(re.match(claim, path) for claim in self.plan.wire.claims)

    def _take_orders(self, arrival: Arrival) -> None:
        for order in self.backend.orders[len(self._ordered) :]:
            arrival.job = order.job
            self._ordered.append((arrival, order))

    async def run_until(self, until_ms: int) -> None:
        """Let time pass. No time at all is enough for what was done to be seen."""
        until_ms = max(until_ms, self.now_ms + SHOWN_MS)
        while (left_ms := until_ms - self.now_ms) > 0:
            await asyncio.sleep(min(left_ms, STEP_MS) / 1000)
            self._check()
            self._tell()

    def _check(self) -> None:
        """What dies of ours is trouble, and no page can help it. Raises HarnessTrouble."""
        if self._stage is not None and self._stage.trouble is not None:
            raise self._stage.trouble
        if self.death:
            raise HarnessTrouble(self.death)
        for task in self._going:
            if task.done():
                task.result()

    def stop(self, end_ms: int) -> None:
        """The trial is over: put together what browser and server saw."""
        assert self._stage is not None
        self._check()
        self._wiretap.finish(self._stage.arrivals, self._stage.sent, self.network, end_ms)

    async def end(self) -> None:
        """Close what was opened; a part that has died already does not keep the others."""
        for task in self._going:
            task.cancel()
        if self._stage is not None:
            self._rig.app.close(self._stage)
        if self._context is not None:
            await _at_last(self._camera.end(self._context))
            await _at_last(self._context.close())
        if self._link is not None:
            await _at_last(self._link.close())
        if self._feeding is not None:
            await self._feeding.stop()


async def _at_last(closing: Awaitable[None]) -> None:
    """What has died already needs no closing."""
    with suppress(Error, HarnessTrouble, TimeoutError):
        await asyncio.wait_for(closing, CLOSE_LIMIT_S)


def _command(order: Order, arrival: Arrival, request: str) -> Command:
    return Command(
        do=order.do,
        at_ms=order.at_ms,
        tab=arrival.tab,
        request=request,
        job=order.job,
        run=order.run,
        refused=order.refused,
    )
