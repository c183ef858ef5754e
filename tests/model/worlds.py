"""Worlds for Hypothesis, and short ways to play them."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from harness.core.words import RunKey
from harness.model.commands import Command, CommandRefused
from harness.model.simulation import Simulation
from harness.scenario.world import World
from harness.trace.truth_event import TruthEvent

FAILURES = ["missing-id", "no-permission", "timeout", "upstream-error"]
FOREVER_MS = 10**9

Told = Sequence[tuple[int, Command]]


def world(*jobs: dict[str, Any], **parts: Any) -> World:
    """A world out of what a file would say."""
    return World.model_validate({"jobs": list(jobs), **parts})


def publish(items: int = 20, **parts: Any) -> dict[str, Any]:
    """A job of publishing that the person starts."""
    return {"id": "publish", "kind": "publish", "items": items, **parts}


def play(world: World, commands: Told = (), seed: int = 1, until_ms: int = FOREVER_MS) -> Simulation:
    """The simulation with these commands, advanced to the end; what is refused is left out."""
    simulation = Simulation(world, seed)
    for at_ms, command in commands:
        simulation.advance(at_ms)
        give(simulation, command)
    simulation.advance(until_ms)
    return simulation


def told(simulation: Simulation, *kinds: str) -> list[TruthEvent]:
    """The events of these kinds, in order."""
    return [event for event in simulation.events if event.kind in kinds]


def by_run(simulation: Simulation) -> dict[RunKey, list[TruthEvent]]:
    """The events of each run, in order."""
    runs: dict[RunKey, list[TruthEvent]] = {}
    for event in simulation.events:
        runs.setdefault(event.key, []).append(event)
    return runs


def give(simulation: Simulation, command: Command) -> None:
    """Give a command that may make no sense now."""
    try:
        simulation.command(command)
    except CommandRefused:
        return


@st.composite
def jobs(draw: st.DrawFn, id: str) -> dict[str, Any]:
    """A job of up to 12 items, with outcomes, flaky items and a start of any kind."""
    items = draw(st.integers(1, 12))
    job: dict[str, Any] = {"id": id, "kind": draw(st.sampled_from(["publish", "import"])), "items": items}
    if draw(st.booleans()):
        job["start"] = {"at": f"{draw(st.integers(0, 20_000))}ms"}
    failed, skipped = draw(st.integers(0, items)), draw(st.integers(0, items))
    if draw(st.booleans()) and 0 < failed + skipped <= items:
        job["outcomes"] = {
            "failed": {draw(st.sampled_from(FAILURES)): failed} if failed else {},
            "skipped": {"unchanged": skipped} if skipped else {},
        }
    elif draw(st.booleans()):
        job["flaky"] = {"items": draw(st.integers(1, items)), "attempts": draw(st.integers(1, 2))}
    return job


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A world of one to three jobs, with few workers and a marketplace that is often in trouble."""
    marketplace = {
        "latency": {"p50": "800ms", "p99": "4s", "cap": "9s"},
        "timeout": "3s",
        "failures": draw(st.sampled_from([0.0, 0.2, 0.6])),
    }
    told = [draw(jobs(f"job-{number}")) for number in range(draw(st.integers(1, 3)))]
    retry = {"attempts": 3, "backoff": f"{draw(st.integers(0, 5_000))}ms", "factor": draw(st.sampled_from([1, 2]))}
    return world(*told, workers=draw(st.integers(1, 2)), third_party={"marketplace": marketplace}, retry=retry)
