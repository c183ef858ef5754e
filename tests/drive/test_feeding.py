"""A real back end is told each event once, in order and at its moment; what it does wrong is told with its file."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from harness.core.errors import HarnessTrouble
from harness.core.stopwatch import WallClock
from harness.drive.backend import SimulatedBackend
from harness.drive.feeding import Feeding
from harness.facts.views import RunView
from harness.network.meetings import Meetings
from harness.network.profiles import profile
from harness.network.schedule import Schedule
from harness.scenario.world import World
from harness.serve.stage import Stage
from harness.trace.truth_event import TruthEvent
from harness.wire.reference.wire import ReferenceWire

FILE = Path("feed.py")
WORLD = World.model_validate(
    {"jobs": [{"id": "publish", "kind": "publish", "items": 3, "phases": {"validate": "20ms", "publish": "40ms"}}]}
)


class Heard:
    """A back end that does nothing, and knows when it was told what. ``stumbles`` at an event of that kind."""

    url = "http://127.0.0.1:1"

    def __init__(self, clock: WallClock, stumbles: str = "") -> None:
        self.clock = clock
        self.stumbles = stumbles
        self.told: list[tuple[int, TruthEvent, RunView]] = []
        self.ended = False

    async def tell(self, event: TruthEvent, view: RunView) -> None:
        if event.kind == self.stumbles:
            raise KeyError("nobody")
        self.told.append((self.clock.now_ms, event, view))


def a_stage(clock: WallClock) -> Stage:
    wire = ReferenceWire(transport="sse")
    backend = SimulatedBackend(WORLD, 1)
    return Stage(
        host="t1.localhost",
        wire=wire,
        backend=backend,
        now_ms=lambda: clock.now_ms,
        file=lambda *_: None,
        meetings=Meetings(Schedule(profile=profile("cable"))),
    )


def fed(server: Heard, for_s: float) -> SimulatedBackend:
    """A trial of so long, in which the publish is submitted at its beginning."""

    @asynccontextmanager
    async def feed() -> AsyncIterator[Heard]:
        try:
            yield server
        finally:
            server.ended = True

    async def run() -> SimulatedBackend:
        stage = a_stage(server.clock)
        feeding = Feeding(feed, FILE)
        await feeding.start()
        going = asyncio.create_task(feeding.go_on(stage))
        await asyncio.sleep(0.02)
        assert isinstance(stage.backend, SimulatedBackend)
        rewrites = stage.backend.rewrites
        arrival = stage.arrived(0, "POST", "/api/jobs")
        stage.backend.submit(kind="publish", items=3, at_ms=stage.now_ms() + 50)
        stage.answered(arrival, rewrites)
        done, _ = await asyncio.wait([going], timeout=for_s)
        going.cancel()
        await feeding.stop()
        for task in done:
            task.result()
        return stage.backend

    return asyncio.run(run())


def test_each_event_is_told_once_in_order_as_its_moment_comes() -> None:
    server = Heard(WallClock())
    backend = fed(server, 1.0)
    assert [event for _, event, _ in server.told] == list(backend.truth.events)
    assert server.told[-1][1].kind == "run.ended"
    assert all(0 <= at_ms - event.at_ms < 250 for at_ms, event, _ in server.told)
    assert [view for _, _, view in server.told] == [
        backend.truth.view(event.key, event.at_ms) for _, event, _ in server.told
    ]
    assert server.ended


def test_what_it_does_wrong_is_told_with_its_file() -> None:
    server = Heard(WallClock(), stumbles="run.started")
    with pytest.raises(HarnessTrouble, match=r"^feed\.py: KeyError: 'nobody'; mend it there$"):
        fed(server, 1.0)
    assert server.ended


def test_a_back_end_that_does_not_start_is_told_with_its_file() -> None:
    @asynccontextmanager
    async def feed() -> AsyncIterator[Heard]:
        raise ValueError("no room")
        yield

    with pytest.raises(HarnessTrouble, match=r"^feed\.py: ValueError: no room; mend it there$"):
        asyncio.run(Feeding(feed, FILE).start())
