"""What is said to be possible is: the model takes it, and it touches as many items as was said."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.core.words import State
from harness.facts.actions import Action, actions, can_be_retried
from harness.facts.truth import Truth
from harness.facts.views import RunView
from harness.model.commands import Cancel, CommandRefused, Continue, Rerun, RetryFailed, Submit
from harness.model.simulation import Simulation
from harness.scenario.world import World
from tests.model.worlds import play, publish, world, worlds
from tests.tries import tries

COMMANDS = {"cancel": Cancel, "retry-failed": RetryFailed, "rerun": Rerun, "continue": Continue}
JOBS = ("job-0", "job-1")
CHOICES = [make(job=job) for make in COMMANDS.values() for job in JOBS]
commands = st.lists(st.tuples(st.integers(0, 90_000), st.sampled_from(CHOICES)), max_size=5).map(
    lambda told: sorted(told, key=lambda one: one[0])
)


def played(world: World, told: list[tuple[int, Any]], until_ms: int) -> Simulation:
    """Everything told that makes sense, until then."""
    simulation = Simulation(world, 5)
    for at_ms, command in told:
        if at_ms <= until_ms:
            simulation.advance(at_ms)
            _taken(simulation, command)
    simulation.advance(until_ms)
    return simulation


def _taken(simulation: Simulation, command: Any) -> bool:
    try:
        simulation.command(command)
    except CommandRefused:
        return False
    return True


def offered(simulation: Simulation, job: str) -> dict[str, int | None]:
    truth = Truth(simulation.events)
    view = truth.job(job, simulation.now_ms)
    if view is None:
        return {}
    phase = simulation.cancellation(job).forbidden_from
    return {one.do: one.items for one in actions(truth, view, forbidden_from=phase)}


def restricted(told: World) -> World:
    """The same world, in which nothing can be cancelled once the last phase has begun, and credentials pause."""
    jobs = [job.model_copy(update={"on_critical": "pause"}) for job in told.jobs]
    forbidden = told.cancellation.model_copy(update={"forbidden_from": "publish"})
    return told.model_copy(update={"jobs": tuple(jobs), "cancellation": forbidden})


@settings(max_examples=tries(60))
@given(worlds(), st.booleans(), commands, st.integers(0, 90_000), st.sampled_from(JOBS))
def test_what_is_offered_is_taken_and_what_makes_no_sense_is_not_offered(
    told: World, strict: bool, commands: list[tuple[int, Any]], at_ms: int, job: str
) -> None:
    told = restricted(told) if strict else told
    before = played(told, commands, at_ms)
    view = Truth(before.events).job(job, at_ms)
    for do, command in COMMANDS.items():
        simulation = played(told, commands, at_ms)
        taken = _taken(simulation, command(job=job))
        allowed = offered(before, job)
        if do in allowed:
            assert taken
            assert touched(simulation, do, job) == allowed[do]
        else:
            assert not taken or (view is not None and is_senseless(do, view))


def touched(simulation: Simulation, do: str, job: str) -> int | None:
    view = Truth(simulation.events).job(job, simulation.now_ms)
    assert view is not None
    return view.counts.total if do in ("retry-failed", "rerun") else view.counts.remaining


def is_senseless(do: str, view: RunView) -> bool:
    """The model takes it, and nobody would want it."""
    return {
        "cancel": view.state is State.CANCELLING,
        "rerun": view.outcome == "succeeded",
        "retry-failed": can_be_retried(view) == 0,
    }.get(do, False)


def at(told: World, at_ms: int, *more: tuple[int, Any], forbidden_from: str | None = None) -> tuple[Action, ...]:
    """What can be done to the publish at that moment, and what was done to it before."""
    truth = Truth(play(told, [(0, Submit(kind="publish")), *more]).events)
    view = truth.job("publish", at_ms)
    assert view is not None
    return actions(truth, view, forbidden_from=forbidden_from)


def test_cancelling_is_over_with_the_phase_that_forbids_it() -> None:
    before, after = (at(world(publish(3)), at_ms, forbidden_from="publish") for at_ms in (200, 400))
    assert (before, after) == ((Action(do="cancel", items=3),), ())
    assert at(world(publish(3)), 400) == (Action(do="cancel", items=3),)


@pytest.mark.parametrize(
    ("failed", "expected"),
    [
        ({}, []),
        ({"missing-id": 2}, [("rerun", 6)]),
        ({"missing-id": 2, "timeout": 1}, [("retry-failed", 3), ("rerun", 6)]),
    ],
)
def test_a_retry_is_offered_where_a_cause_can_pass_by_itself(
    failed: dict[str, int], expected: list[tuple[str, int]]
) -> None:
    told = world(publish(6, outcomes={"failed": failed}))
    assert [(one.do, one.items) for one in at(told, 10**9)] == expected


def test_a_run_again_has_all_items_of_the_job_also_after_a_retry_of_a_few() -> None:
    told = world(publish(6, outcomes={"failed": {"missing-id": 2, "timeout": 1}}))
    assert at(told, 10**9, (10**6, RetryFailed(job="publish"))) == (Action(do="rerun", items=6),)


def test_a_pause_that_ends_by_itself_needs_no_word() -> None:
    pool = {"id": "main", "workers": 1, "schedule": [{"at": "1s", "do": "pause"}]}
    told = world(publish(6), pools=[pool])
    view = Truth(play(told, [(0, Submit(kind="publish"))]).events).job("publish", 20_000)
    assert view is not None
    assert view.state == "paused"
    assert [one.do for one in at(told, 20_000)] == ["cancel"]


def test_a_run_that_waits_for_a_word_can_go_on_or_be_cancelled() -> None:
    told = world(publish(4, outcomes={"items": {"item-002": "expired-credentials"}}, on_critical="pause"))
    assert at(told, 10**8) == (Action(do="cancel", items=2), Action(do="continue", items=2))
