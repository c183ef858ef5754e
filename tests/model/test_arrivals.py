"""What the world starts by itself comes when the file says, and what ran before the trial lies before it."""

from itertools import islice, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.core.random import stream
from harness.model.arrivals import HOUR_MS, moments
from harness.model.commands import Submit
from harness.model.simulation import Simulation
from harness.scenario.world import Arrivals, World
from tests.model.worlds import give, play, publish, world
from tests.tries import tries

SYNC = {"id": "sync", "kind": "sync", "items": 1}


def arrivals(**parts: Any) -> Arrivals:
    return Arrivals.model_validate({"job": SYNC, **parts})


def accepted(simulation: Simulation) -> list[tuple[int, str]]:
    return [(event.at_ms, event.job) for event in simulation.events if event.kind == "job.accepted"]


def test_constant_arrivals_begin_at_once_and_end_before_the_end() -> None:
    told = arrivals(every={"constant": "10s"}, **{"from": "5s", "until": "35s"})
    assert list(moments(told, stream(1, "x"))) == [5_000, 15_000, 25_000]
    assert list(moments(told.model_copy(update={"most": 2}), stream(1, "x"))) == [5_000, 15_000]


def test_a_poisson_process_has_its_mean_and_its_spread() -> None:
    told = arrivals(every={"exponential": "10s"})
    at_ms = list(islice(moments(told, stream(1, "x")), 20_000))
    gaps = [later - earlier for earlier, later in pairwise(at_ms)]
    mean = sum(gaps) / len(gaps)
    variance = sum((gap - mean) ** 2 for gap in gaps) / len(gaps)
    assert mean == pytest.approx(10_000, rel=0.02)
    assert variance**0.5 == pytest.approx(10_000, rel=0.03)


def test_jobs_that_arrive_are_numbered_and_pass_over_ids_that_are_taken() -> None:
    told = world({**SYNC, "id": "sync-2"}, arrivals=[{"job": SYNC, "every": {"constant": "1s"}, "most": 3}])
    assert accepted(play(told)) == [(0, "sync-1"), (1_000, "sync-3"), (2_000, "sync-4")]


def test_a_stream_of_arrivals_draws_from_a_stream_of_its_own() -> None:
    one = {"job": SYNC, "every": {"exponential": "5s"}, "most": 4}
    other = {"job": {**SYNC, "id": "pull"}, "every": {"exponential": "5s"}, "most": 4}
    alone, both = play(world(arrivals=[one])), play(world(arrivals=[other, one]))
    assert [told for told in accepted(both) if told[1].startswith("sync")] == accepted(alone)
    assert [at for at, job in accepted(both) if job.startswith("pull")] != [at for at, _ in accepted(alone)]


def test_the_past_lies_before_the_trial_and_its_arrivals_end_with_it() -> None:
    daily = {"job": SYNC, "every": {"constant": "1h"}}
    past = {"hours": 3, "arrivals": [daily], "jobs": [{**SYNC, "id": "once", "start": {"at": "90m"}}]}
    told = world(past=past, arrivals=[{**daily, "most": 1}])
    assert accepted(Simulation(told, 1)) == [
        (-3 * HOUR_MS, "sync-1"),
        (-2 * HOUR_MS, "sync-2"),
        (-3 * HOUR_MS // 2, "once"),
        (-HOUR_MS, "sync-3"),
        (0, "sync-4"),
    ]


def test_what_the_past_leaves_undone_goes_on_in_the_trial() -> None:
    long = {"id": "long", "kind": "import", "items": 200, "start": {"at": "59m"}}
    simulation = play(world(publish(1), past={"hours": 1, "jobs": [long]}, workers=1), [(0, Submit(kind="publish"))])
    (queued,) = (event for event in simulation.events if event.kind == "run.queued")
    ended = {event.job: event.at_ms for event in simulation.events if event.kind == "run.ended"}
    assert (queued.job, queued.at_ms) == ("publish", 0)
    assert 0 < ended["long"] < ended["publish"]


@st.composite
def pasts(draw: st.DrawFn) -> World:
    """A world with an hour of past and arrivals in both."""
    every = draw(st.sampled_from([{"constant": "7m"}, {"exponential": "4m"}]))
    stream = {"job": {**SYNC, "items": draw(st.integers(1, 300))}, "every": every}
    return world(
        publish(2),
        past={"hours": 1, "arrivals": [stream]},
        arrivals=[{**stream, "until": "10m"}],
        workers=draw(st.integers(1, 2)),
        third_party={"marketplace": {"failures": 0.2}},
    )


@settings(max_examples=tries(25))
@given(pasts(), st.lists(st.integers(0, 700_000), max_size=6), st.integers(0, 600_000))
def test_with_a_past_too_cutting_a_run_anywhere_changes_nothing(told: World, cuts: list[int], submit_ms: int) -> None:
    plain = play(told, [(submit_ms, Submit(kind="publish"))], until_ms=800_000)
    cut = Simulation(told, 1)
    for at_ms, does in sorted([*((at_ms, False) for at_ms in cuts), (submit_ms, True)]):
        cut.advance(at_ms)
        if does:
            give(cut, Submit(kind="publish"))
    cut.advance(800_000)
    assert cut.events == plain.events
    assert all(one.at_ms <= next.at_ms for one, next in pairwise(cut.events))
