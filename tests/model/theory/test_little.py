"""Little's law, L = lambda W, in every scenario and in generated worlds.

Over a whole log both sides are sums of whole milliseconds, so they must be equal and not merely close. L is taken from
what the queue tells (the highest place that anyone has) and from how many runs there are, W from the moments of each.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.core.words import RunKey
from harness.model.commands import Submit
from harness.model.rehearsal import rehearse
from harness.model.simulation import Simulation
from harness.scenario.read import load, paths
from harness.scenario.world import World
from harness.trace.truth_event import TruthEvent
from tests.model.worlds import play, publish, world, worlds
from tests.tries import tries

BEGIN_WAITING, END_WAITING = ("run.queued", "worker.lost"), ("run.started", "run.ended")
PLACES = ("run.queued", "queue.moved")


def in_system(events: Sequence[TruthEvent]) -> Fraction:
    """L: how many runs there are, in the mean over the time of the log."""
    return _mean_over_time(events, lambda event: {"job.accepted": 1, "run.ended": -1}.get(event.kind, 0))


def waiting_by_their_places(events: Sequence[TruthEvent]) -> Fraction:
    """Lq: how many wait, in the mean over time, where the last in the queue says how many stand before it."""
    places: dict[RunKey, int] = {}

    def change(event: TruthEvent) -> int:
        before = max(places.values(), default=-1)
        if event.kind in PLACES:
            places[event.key] = event.data["ahead"]
        elif event.kind in END_WAITING:
            places.pop(event.key, None)
        return max(places.values(), default=-1) - before

    return _mean_over_time(events, change)


def _mean_over_time(events: Sequence[TruthEvent], change: Callable[[TruthEvent], int]) -> Fraction:
    number, area, since_ms = 0, 0, events[0].at_ms
    for event in events:
        area += number * (event.at_ms - since_ms)
        since_ms = event.at_ms
        number += change(event)
    return Fraction(area, _length_ms(events))


def rate_times_mean_stay(events: Sequence[TruthEvent], stretch: float = 1) -> Fraction:
    """Lambda W, of the whole stay of each run."""
    came = {event.key: event.at_ms for event in events if event.kind == "job.accepted"}
    went = {event.key: event.at_ms for event in events if event.kind == "run.ended"}
    return _rate_times_mean([went.get(key, events[-1].at_ms) - at_ms for key, at_ms in came.items()], events, stretch)


def rate_times_mean_wait(events: Sequence[TruthEvent], stretch: float = 1) -> Fraction:
    """Lambda Wq, of what each run waited for workers, by its own moments."""
    waits: dict[RunKey, int] = {}
    since: dict[RunKey, int] = {}
    for event in events:
        if event.kind == "job.accepted":
            waits[event.key] = 0
        elif event.kind in BEGIN_WAITING:
            since.setdefault(event.key, event.at_ms)
        elif event.kind in END_WAITING and event.key in since:
            waits[event.key] += event.at_ms - since.pop(event.key)
    return _rate_times_mean(list(waits.values()), events, stretch)


def _rate_times_mean(stays_ms: Sequence[int], events: Sequence[TruthEvent], stretch: float) -> Fraction:
    rate = Fraction(len(stays_ms), _length_ms(events))
    return rate * Fraction(sum(stays_ms), len(stays_ms)) * Fraction(str(stretch))


def _length_ms(events: Sequence[TruthEvent]) -> int:
    return max(events[-1].at_ms - events[0].at_ms, 1)


def is_one_line(told: World) -> bool:
    """Whether all who wait stand in one line, so that the last one's place counts them all."""
    return len(told.pools) <= 1


@pytest.mark.parametrize("path", paths(), ids=lambda path: str(path.stem))
def test_littles_law_holds_in_every_scenario(path: Path) -> None:
    scenario = load(path)
    events = rehearse(scenario).events
    assert events or scenario.world.refuse  # where every start is refused there is nothing to count
    if events:
        assert_little(scenario.world, events)


def assert_little(told: World, events: Sequence[TruthEvent]) -> None:
    assert in_system(events) == rate_times_mean_stay(events)
    if is_one_line(told):
        assert waiting_by_their_places(events) == rate_times_mean_wait(events)


@settings(max_examples=tries(60))
@given(worlds(), st.integers(0, 99))
def test_littles_law_holds_in_generated_worlds(told: World, seed: int) -> None:
    simulation = play(told, [(1_000, Submit(kind="publish", items=3)), (2_000, Submit(kind="import", items=5))], seed)
    assert_little(told, simulation.events)


def busy() -> Simulation:
    """Ten jobs for two workers, with a crash among them."""
    jobs = [publish(4, start={"at": f"{number}s"}) | {"id": f"publish-{number}"} for number in range(10)]
    schedule = [{"at": "20s", "do": "crash"}]
    return play(world(*jobs, pools=[{"id": "only", "workers": 3, "schedule": schedule}]))


def test_it_holds_where_many_wait_and_a_worker_is_lost() -> None:
    events = busy().events
    assert any(event.kind == "worker.lost" for event in events)
    assert waiting_by_their_places(events) > 1
    assert_little(busy().world, events)


def test_a_scaled_stay_is_told_apart() -> None:
    events = busy().events
    assert in_system(events) != rate_times_mean_stay(events, 1.03)
    assert waiting_by_their_places(events) != rate_times_mean_wait(events, 1.03)
