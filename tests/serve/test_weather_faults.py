"""What breaks, refuses and drips on a link is told to the proxy, and undone."""

import asyncio
from collections.abc import Mapping
from typing import cast

import pytest

from harness.core.stopwatch import WallClock
from harness.network import profiles
from harness.network.faults import Fault, Gap, Refused, Reset, ServerRestart, Trickle
from harness.network.schedule import Schedule
from harness.serve.toxiproxy import Link
from harness.serve.weather import Weather


class Told:
    """A link that notes what it is told."""

    def __init__(self) -> None:
        self.acts: list[str] = []

    async def off(self) -> None:
        """Note it."""
        self.acts.append("off")

    async def on(self) -> None:
        """Note it."""
        self.acts.append("on")

    async def disturb(self, name: str, _kind: str, _stream: str, attributes: Mapping[str, int]) -> None:
        """Note it."""
        self.acts.append(f"{name} {attributes}")

    async def calm(self, name: str) -> None:
        """Note it."""
        self.acts.append(f"no {name}")

    async def offline(self, _is_offline: bool) -> None:
        """No browser is told."""
        self.acts.append("the browser")


def blown(fault: Fault) -> list[str]:
    """What the link is told beside its profile."""
    clock, link = WallClock(), Told()
    schedule = Schedule(profile=profiles.profile("ideal"), faults=(fault,))
    asyncio.run(Weather(schedule, cast(Link, link), lambda: clock.now_ms, link.offline).blow())
    assert clock.now_ms >= (fault.end_ms or 0)
    return link.acts


def test_a_reset_breaks_what_carries_data_then_closes_the_rest() -> None:
    assert blown(Reset(at_ms=20)) == [
        *("reset_upstream {'timeout': 0}", "reset_downstream {'timeout': 0}", "off"),
        *("no reset_upstream", "no reset_downstream", "on"),
    ]


def test_nobody_takes_connections_until_the_end_and_the_browser_has_a_network() -> None:
    assert blown(Refused(at_ms=20, end_ms=60)) == ["off", "on"]


def test_pieces_come_after_one_another() -> None:
    acts = blown(Trickle(at_ms=20, end_ms=60, bytes=64, every_ms=5))
    assert acts == ["slicer {'average_size': 64, 'size_variation': 0, 'delay': 5000}", "no slicer"]


@pytest.mark.parametrize("fault", [Gap(at_ms=20, end_ms=60), ServerRestart(at_ms=20)], ids=lambda one: str(one.kind))
def test_what_happens_in_streams_leaves_the_link_alone(fault: Fault) -> None:
    schedule = Schedule(profile=profiles.profile("ideal"), faults=(fault,))
    link = Told()
    asyncio.run(Weather(schedule, cast(Link, link), lambda: 0, link.offline).blow())
    assert link.acts == []
