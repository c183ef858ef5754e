"""Carries out a schedule on a link, by the trial's clock: the profile, and the faults that set the whole link."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from harness.network.faults import Blackhole, Drop, Fault, Offline, Refused, Reset, Slow, Trickle
from harness.network.profile import Profile
from harness.network.schedule import Schedule
from harness.serve.toxiproxy import DOWN, UP, Link

BITS_IN_A_KILOBYTE = 8_000
MICROSECONDS = 1_000
STREAMS = (UP, DOWN)
RESETTING_S = 0.1
"""How long what carries data has to be reset; what carries none is closed then."""

Act = Callable[[], Awaitable[None]]


@dataclass
class Weather:
    """``offline`` tells the browser whether the device has a network."""

    schedule: Schedule
    link: Link
    now_ms: Callable[[], int]
    offline: Callable[[bool], Awaitable[None]]

    async def begin(self) -> None:
        """The profile of the trial, before its first request."""
        await self._set(self.schedule.profile)

    async def blow(self) -> None:
        """Carry out every fault at its moment, until the last is over. Raises HarnessTrouble."""
        for at_ms, act in sorted(self._acts(), key=lambda one: one[0]):
            await asyncio.sleep(max(at_ms - self.now_ms(), 0) / 1000)
            await act()

    def _acts(self) -> list[tuple[int, Act]]:
        acts: list[tuple[int, Act]] = []
        for fault in self.schedule.every:
            begin, end = self._ways(fault)
            if begin is not None:
                acts.append((fault.at_ms, begin))
            if end is not None and fault.end_ms is not None:
                acts.append((fault.end_ms, end))
        return acts

    def _ways(self, fault: Fault) -> tuple[Act | None, Act | None]:
        """What is done at its beginning and at its end; nothing where it is met at the server or before its wire."""
        ways: tuple[Act | None, Act | None] = (None, None)
        match fault:
            case Offline():
                ways = self._go_offline, self._come_back
            case Refused():
                ways = self.link.off, self.link.on
            case Blackhole():
                ways = self._swallow, self._spit
            case Drop():
                ways = self._drop, None
            case Reset():
                ways = self._reset, None
            case Slow():
                ways = lambda: self._set(fault.profile), lambda: self._set(self.schedule.profile)
            case Trickle():
                ways = lambda: self._drip(fault), lambda: self.link.calm("slicer")
        return ways

    async def _go_offline(self) -> None:
        """The proxy first: a browser that is told first keeps the end of a socket back until the network returns."""
        await self.link.off()
        await self.offline(True)

    async def _come_back(self) -> None:
        await self.link.on()
        await self.offline(False)

    async def _drop(self) -> None:
        await self.link.off()
        await self.link.on()

    async def _reset(self) -> None:
        """What carries data is reset by that; what carries none, nobody can reset, and it is closed."""
        for stream in STREAMS:
            await self.link.disturb(f"reset_{stream}", "reset_peer", stream, {"timeout": 0})
        await asyncio.sleep(RESETTING_S)
        await self.link.off()
        for stream in STREAMS:
            await self.link.calm(f"reset_{stream}")
        await self.link.on()

    async def _drip(self, fault: Trickle) -> None:
        """Toxiproxy halves what it slices until no piece is larger than that, and counts in microseconds."""
        sizes = {"average_size": fault.bytes, "size_variation": 0, "delay": fault.every_ms * MICROSECONDS}
        await self.link.disturb("slicer", "slicer", DOWN, sizes)

    async def _swallow(self) -> None:
        for stream in STREAMS:
            await self.link.disturb(f"timeout_{stream}", "timeout", stream, {"timeout": 0})

    async def _spit(self) -> None:
        """Taking a timeout away closes what it held."""
        for stream in STREAMS:
            await self.link.calm(f"timeout_{stream}")

    async def _set(self, profile: Profile) -> None:
        """One setting a window: what was set goes before the next comes."""
        rates = {UP: profile.up_bps, DOWN: profile.down_bps}
        for stream in STREAMS:
            await self.link.calm(f"latency_{stream}")
            await self.link.calm(f"bandwidth_{stream}")
            if profile.rtt_ms:
                await self.link.disturb(f"latency_{stream}", "latency", stream, {"latency": round(profile.rtt_ms / 2)})
            rate_bps = rates[stream]
            if rate_bps is not None:
                kilobytes = max(round(rate_bps / BITS_IN_A_KILOBYTE), 1)
                await self.link.disturb(f"bandwidth_{stream}", "bandwidth", stream, {"rate": kilobytes})
