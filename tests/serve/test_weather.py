"""What the network does is done at its moment, in order, and undone at its end."""

import asyncio
from collections.abc import Mapping
from typing import cast

import pytest

from harness.core.stopwatch import WallClock
from harness.network import profiles
from harness.network.faults import Blackhole, Drop, Fault, Offline, Slow
from harness.network.schedule import Schedule
from harness.serve.toxiproxy import Link
from harness.serve.weather import Weather


class Noted:
    """A link that notes what it is told, and when."""

    def __init__(self, clock: WallClock) -> None:
        self.acts: list[tuple[int, str]] = []
        self._clock = clock

    def _note(self, act: str) -> None:
        self.acts.append((self._clock.now_ms, act))

    async def off(self) -> None:
        self._note("off")

    async def on(self) -> None:
        self._note("on")

    async def disturb(self, name: str, _kind: str, _stream: str, attributes: Mapping[str, int]) -> None:
        self._note(f"{name} {attributes}")

    async def calm(self, name: str) -> None:
        self._note(f"no {name}")

    async def offline(self, is_offline: bool) -> None:
        self._note("offline" if is_offline else "online")


def blown(profile: str, *faults: Fault) -> Noted:
    clock = WallClock()
    link = Noted(clock)

    async def blow() -> None:
        schedule = Schedule.over(profiles.profile(profile), faults)
        weather = Weather(schedule, cast(Link, link), lambda: clock.now_ms, link.offline)
        await weather.begin()
        await weather.blow()

    asyncio.run(blow())
    return link


def acts(link: Noted) -> list[str]:
    return [act for _, act in link.acts if not act.startswith("no ")]


def test_the_profile_is_there_from_the_start_half_of_the_round_trip_each_way() -> None:
    assert acts(blown("slow-3g")) == [
        "latency_upstream {'latency': 200}",
        "bandwidth_upstream {'rate': 50}",
        "latency_downstream {'latency': 200}",
        "bandwidth_downstream {'rate': 50}",
    ]


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Offline(at_ms=50, end_ms=150), ["off", "offline", "on", "online"]),
        (Drop(at_ms=50), ["off", "on"]),
        (Blackhole(at_ms=50, end_ms=150), ["timeout_upstream {'timeout': 0}", "timeout_downstream {'timeout': 0}"]),
    ],
    ids=lambda one: getattr(one, "kind", ""),
)
def test_a_fault_is_carried_out(fault: Fault, expected: list[str]) -> None:
    link = blown("ideal", fault)
    assert acts(link) == expected
    assert link.acts[-1][0] >= (fault.end_ms or 0)
    assert all(at_ms >= 50 for at_ms, act in link.acts if act in expected)


def test_another_profile_takes_the_place_of_the_first_and_goes_again() -> None:
    link = blown("ideal", Slow(at_ms=50, end_ms=100, profile=profiles.profile("slow-3g")))
    last = [act for _, act in link.acts][-4:]
    assert "latency_upstream {'latency': 200}" in acts(link)
    assert last == ["no latency_upstream", "no bandwidth_upstream", "no latency_downstream", "no bandwidth_downstream"]
