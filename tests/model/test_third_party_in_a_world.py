"""All troubles at once, in whole worlds: cutting a run into ``advance`` calls anywhere changes nothing."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from harness.model.commands import Submit
from harness.model.simulation import Simulation
from harness.scenario.world import World
from tests.model.worlds import FOREVER_MS, publish, world
from tests.tries import tries

LATENCIES: list[dict[str, Any]] = [
    {"gamma": {"mean": "2s", "shape": 2}},
    {"exponential": {"mean": "2s"}},
    {"percentiles": "marketplace.csv"},
    {"samples": "recorded.csv"},
]
TROUBLE = {
    "timeout": "3s",
    "failures": 0.1,
    "rate_limit": {"calls": 3, "per": "5s", "retry_after": "7s"},
    "bursts": {"good": "10s", "bad": "5s"},
    "outages": [{"at": "20s", "for": "5s"}, {"at": "40s", "for": "9s", "kind": "brown-out", "slower": 2}],
    "late": 0.5,
    "partial": 0.1,
}


def troubled(latency: dict[str, Any]) -> World:
    party = {"marketplace": {**TROUBLE, "latency": latency}}
    return world(publish(10), publish(8, id="other", start={"at": "3s"}), third_party=party, workers=2)


def played(told: World, cuts: list[int]) -> list[Any]:
    simulation = Simulation(told, 1)
    simulation.command(Submit(kind="publish"))
    for at_ms in sorted(cuts):
        simulation.advance(at_ms)
    simulation.advance(FOREVER_MS)
    return list(simulation.events)


@settings(max_examples=tries(40))
@given(st.sampled_from(LATENCIES), st.lists(st.integers(0, 120_000), max_size=20))
def test_cuts_change_nothing(latency: dict[str, Any], cuts: list[int]) -> None:
    assert played(troubled(latency), cuts) == played(troubled(latency), [])


def test_every_run_ends_and_every_item_once() -> None:
    events = played(troubled(LATENCIES[0]), [])
    assert sum(event.kind == "run.ended" for event in events) == 2
    ended = [event for event in events if event.kind in {"item.succeeded", "item.failed", "item.skipped"}]
    assert len(ended) == len({(event.job, event.data["item"]) for event in ended}) == 18
