"""The promises of the simulation: exact outcomes, sums that add up, one past for all cuts and all commands."""

import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.core.words import Outcome
from harness.model.commands import Cancel, Command, CommandRefused, Rerun, RetryFailed, Submit
from harness.model.rehearsal import rehearse
from harness.model.simulation import Simulation
from harness.scenario.read import find, load
from harness.scenario.world import World
from harness.trace.trial import encode
from tests.layout.repository import ROOT
from tests.model.worlds import FOREVER_MS, by_run, give, play, publish, world, worlds
from tests.model.worlds import told as of
from tests.tries import tries

ENDS = ("item.succeeded", "item.failed", "item.skipped")
COMMANDS: list[Command] = [
    Submit(kind="publish", items=4),
    Submit(kind="import", items=3),
    Cancel(job="job-0"),
    Cancel(job="publish"),
    RetryFailed(job="job-0"),
    Rerun(job="job-0"),
]
commands = st.lists(st.tuples(st.integers(0, 60_000), st.sampled_from(COMMANDS)), max_size=5).map(
    lambda told: sorted(told, key=lambda one: one[0])
)


def test_named_outcomes_are_exact_whatever_chance_says() -> None:
    outcomes = {"failed": {"missing-id": 2, "timeout": 1}, "skipped": {"already-published": 5}}
    marketplace = {"failures": 0.4, "latency": {"p50": "3s", "p99": "20s", "cap": "30s"}}
    for seed in range(20):
        told = world(publish(28, outcomes=outcomes), third_party={"marketplace": marketplace})
        (ended,) = of(play(told, [(0, Submit(kind="publish"))], seed), "run.ended")
        assert ended.data == {"outcome": "partial", "succeeded": 20, "failed": 3, "skipped": 5}


def test_the_sellers_publish_takes_more_than_ten_minutes_at_the_default_latency() -> None:
    told = world(publish(200), third_party={"marketplace": {}})
    for seed in range(10):
        (ended,) = of(play(told, [(0, Submit(kind="publish"))], seed), "run.ended")
        assert 600_000 < ended.at_ms < 900_000


def test_an_import_of_300_items_takes_a_few_minutes() -> None:
    told = world({"id": "import", "kind": "import", "items": 300})
    (ended,) = of(play(told, [(0, Submit(kind="import"))]), "run.ended")
    assert 180_000 < ended.at_ms < 300_000


@pytest.mark.parametrize(
    ("outcomes", "outcome"),
    [
        ({}, Outcome.SUCCEEDED),
        ({"skipped": {"unchanged": 4}}, Outcome.SUCCEEDED),
        ({"failed": {"no-permission": 1}}, Outcome.PARTIAL),
        ({"failed": {"no-permission": 4}}, Outcome.FAILED),
        ({"failed": {"missing-id": 4}}, Outcome.FAILED),
        ({"failed": {"missing-id": 1}, "skipped": {"unchanged": 3}}, Outcome.FAILED),
    ],
)
def test_the_outcome_follows_from_the_items(outcomes: dict[str, dict[str, int]], outcome: Outcome) -> None:
    (ended,) = of(play(world(publish(4, outcomes=outcomes)), [(0, Submit(kind="publish"))]), "run.ended")
    assert ended.data["outcome"] == outcome


def test_spoilt_data_is_found_by_the_check_and_goes_no_further() -> None:
    told = world(publish(4, outcomes={"failed": {"missing-id": 1, "no-permission": 1}}))
    simulation = play(told, [(0, Submit(kind="publish"))])
    found = {event.data["cause"]: event.data["phase"] for event in of(simulation, "item.failed")}
    assert found == {"missing-id": "validate", "no-permission": "publish"}
    assert [event.data["total"] for event in of(simulation, "phase.started")] == [4, 3]


def test_when_no_item_passes_the_check_the_rest_is_skipped() -> None:
    simulation = play(world(publish(2, outcomes={"failed": {"missing-id": 2}})), [(0, Submit(kind="publish"))])
    states = {event.data["phase"]: event.data["state"] for event in of(simulation, "phase.ended")}
    assert states == {"validate": "failed", "publish": "skipped"}


def test_flaky_items_win_on_the_attempt_after_the_failing_ones() -> None:
    told = world(publish(10, flaky={"items": 3, "attempts": 2}), third_party={"marketplace": {"timeout": "9s"}})
    simulation = play(told, [(0, Submit(kind="publish"))])
    attempts = Counter(event.data["attempt"] for event in of(simulation, "item.succeeded"))
    assert attempts[3] == 3
    retries = of(simulation, "item.retrying")
    assert {event.data["cause"] for event in retries} == {"timeout"}
    assert [event.data["next_at_ms"] - event.at_ms for event in retries if event.data["attempt"] == 2] == [10_000] * 3
    assert [event.data["next_at_ms"] - event.at_ms for event in retries if event.data["attempt"] == 3] == [20_000] * 3


def test_a_constant_backoff_waits_the_same_each_time() -> None:
    told = world(publish(1, flaky={"items": 1, "attempts": 2}), retry={"attempts": 3, "backoff": "5s", "factor": 1})
    retries = of(play(told, [(0, Submit(kind="publish"))]), "item.retrying")
    assert [event.data["next_at_ms"] - event.at_ms for event in retries] == [5_000, 5_000]


def test_retries_that_are_used_up_end_in_the_typed_cause() -> None:
    told = world(publish(2, outcomes={"failed": {"upstream-error": 1}}))
    simulation = play(told, [(0, Submit(kind="publish"))])
    (failed,) = of(simulation, "item.failed")
    assert (failed.data["cause"], failed.data["attempt"]) == ("upstream-error", 3)
    assert [event.data["attempt"] for event in of(simulation, "item.resumed")] == [2, 3]


def test_without_named_outcomes_the_third_party_may_fail_an_item_for_good() -> None:
    marketplace = {"failures": 0.9, "latency": {"p50": "100ms", "p99": "200ms", "cap": "1s"}}
    simulation = play(world(publish(20), third_party={"marketplace": marketplace}), [(0, Submit(kind="publish"))])
    assert {event.data["cause"] for event in of(simulation, "item.failed")} == {"upstream-error"}


def test_the_same_job_twice_gets_a_second_id() -> None:
    simulation = Simulation(world(publish(2)), 1)
    assert [simulation.command(Submit(kind="publish")) for _ in range(3)] == ["publish", "publish-2", "publish-3"]


def test_the_scenarios_own_number_of_items_holds() -> None:
    simulation = Simulation(world(publish(28)), 1)
    simulation.command(Submit(kind="publish", items=200))
    simulation.command(Submit(kind="import", items=7))
    assert [(event.job, event.data["total"]) for event in of(simulation, "job.accepted")] == [
        ("publish", 28),
        ("import", 7),
    ]


def test_jobs_of_the_world_are_started_by_the_world() -> None:
    simulation = play(world({"id": "a", "kind": "import", "items": 2, "start": {"at": "3s"}}))
    (accepted,) = of(simulation, "job.accepted")
    assert (accepted.at_ms, accepted.data["by"]) == (3_000, "world")


def test_accepted_says_what_a_person_can_know() -> None:
    simulation = Simulation(world(publish(2)), 1)
    simulation.command(Submit(kind="publish"))
    assert simulation.events[0].data == {
        "kind": "publish",
        "title": "Publish 2 items",
        "noun": "item",
        "total": 2,
        "phases": [
            {"id": "validate", "title": "Validate", "total": 2},
            {"id": "publish", "title": "Publish", "total": None},
        ],
        "by": "person",
        "max_attempts": 3,
    }


def test_cancelling_finishes_the_step_in_hand_and_keeps_what_is_done() -> None:
    told = world(publish(4, phases={"validate": "1s", "publish": "5s"}))
    simulation = play(told, [(0, Submit(kind="publish")), (11_000, Cancel(job="publish"))])
    (cancelling,), (ended,) = of(simulation, "run.cancelling"), of(simulation, "run.ended")
    assert (cancelling.at_ms, ended.at_ms) == (11_000, 14_000)
    assert ended.data == {"outcome": "cancelled", "succeeded": 2, "failed": 0, "skipped": 0, "kept": 2}


def test_cancelling_stops_the_check_after_the_item_in_hand() -> None:
    told = world(publish(9, phases={"validate": "1s"}))
    simulation = play(told, [(0, Submit(kind="publish")), (2_500, Cancel(job="publish"))])
    (ended,) = of(simulation, "run.ended")
    assert ended.at_ms == 3_000
    states = {event.data["phase"]: event.data["state"] for event in of(simulation, "phase.ended")}
    assert states == {"validate": "skipped", "publish": "skipped"}


def test_after_cancelling_no_item_is_left_to_wait_for_a_retry() -> None:
    times = {"validate": "1s", "publish": "4s"}
    told = world(publish(1, flaky={"items": 1, "attempts": 2, "cause": "network"}, phases=times))
    simulation = play(told, [(0, Submit(kind="publish")), (3_000, Cancel(job="publish"))])
    assert of(simulation, "item.retrying") == []
    (failed,), (ended,) = of(simulation, "item.failed"), of(simulation, "run.ended")
    assert (failed.data["cause"], ended.at_ms, ended.data["failed"]) == ("network", 5_000, 1)


def test_cancelling_while_it_waits_ends_it_at_once() -> None:
    first = {"id": "first", "kind": "import", "items": 9, "start": {"at": "0s"}}
    simulation = play(world(first, publish(2), workers=1), [(10, Submit(kind="publish")), (500, Cancel(job="publish"))])
    ended = next(event for event in of(simulation, "run.ended") if event.job == "publish")
    assert (ended.at_ms, ended.data["outcome"]) == (500, "cancelled")
    assert not any(event.kind == "run.started" for event in simulation.events if event.job == "publish")


def test_cancelling_while_only_retries_wait_ends_it_at_once() -> None:
    told = world(publish(1, flaky={"items": 1, "attempts": 2}, phases={"validate": "1s"}))
    simulation = play(told, [(0, Submit(kind="publish")), (12_000, Cancel(job="publish"))])
    (ended,) = of(simulation, "run.ended")
    assert (ended.at_ms, ended.data["outcome"]) == (12_000, "cancelled")


def test_retry_failed_touches_no_succeeded_item_and_starts_the_next_run() -> None:
    told = world(publish(6, outcomes={"failed": {"missing-id": 1, "timeout": 2}}))
    simulation = play(told, [(0, Submit(kind="publish")), (10**6, RetryFailed(job="publish"))])
    first = {event.data["item"] for event in of(simulation, "item.failed") if event.run == 1}
    again = {event.data["item"]: event.kind for event in simulation.events if event.run == 2 and event.kind in ENDS}
    assert set(again) == first
    assert Counter(again.values()) == {"item.succeeded": 2, "item.failed": 1}


def test_a_rerun_takes_all_items_with_their_trouble_mended() -> None:
    told = world(publish(6, outcomes={"failed": {"missing-id": 2}, "skipped": {"unchanged": 1}}))
    simulation = play(told, [(0, Submit(kind="publish")), (10**6, Rerun(job="publish"))])
    assert of(simulation, "run.ended")[1].data == {"outcome": "succeeded", "succeeded": 5, "failed": 0, "skipped": 1}


def test_what_makes_no_sense_is_refused_and_leaves_no_trace() -> None:
    simulation = Simulation(world(publish(2)), 1)
    for command in (Cancel(job="publish"), RetryFailed(job="publish"), Rerun(job="publish")):
        with pytest.raises(CommandRefused, match='no job "publish"'):
            simulation.command(command)
    simulation.command(Submit(kind="publish"))
    with pytest.raises(CommandRefused, match='job "publish" has not ended'):
        simulation.command(Rerun(job="publish"))
    simulation.advance(FOREVER_MS)
    with pytest.raises(CommandRefused, match='job "publish" has ended'):
        simulation.command(Cancel(job="publish"))
    with pytest.raises(CommandRefused, match='job "publish" has no failed items'):
        simulation.command(RetryFailed(job="publish"))
    assert [command for _, command in simulation.commands] == [Submit(kind="publish")]


def test_time_does_not_run_back() -> None:
    simulation = Simulation(world(), 1)
    simulation.advance(10)
    with pytest.raises(ValueError, match="until_ms=9 is in the past; it is 10 ms"):
        simulation.advance(9)


def test_a_person_s_file_takes_the_place_of_what_the_scenario_says() -> None:
    told = world(publish(9, outcomes={"failed": {"timeout": 9}}))
    events = play(told, [(0, Submit(kind="publish", items=3, failed={2: "missing-id"}))]).events
    assert [event.data["item"] for event in events if event.kind == "item.failed"] == ["item-002"]
    assert [event.data for event in events if event.kind == "run.ended"] == [
        {"outcome": "partial", "succeeded": 2, "failed": 1, "skipped": 0}
    ]


@pytest.mark.parametrize(
    ("again", "at_s", "expected"),
    [
        (RetryFailed, 60, ("failed", {"missing-id": 2})),
        (Rerun, 60, ("partial", {"missing-id": 2})),
        (RetryFailed, 180, ("succeeded", {})),
        (Rerun, 180, ("succeeded", {})),
    ],
)
def test_what_does_not_pass_by_itself_fails_again_until_it_is_mended(
    again: type[RetryFailed | Rerun], at_s: int, expected: tuple[str, dict[str, int]]
) -> None:
    told = world(publish(6, mended="3m", outcomes={"failed": {"missing-id": 2}}))
    second = play(told, [(0, Submit(kind="publish")), (at_s * 1000, again(job="publish"))]).events
    failed = Counter(event.data["cause"] for event in second if event.kind == "item.failed" and event.run == 2)
    outcome = next(event.data["outcome"] for event in second if event.kind == "run.ended" and event.run == 2)
    assert (outcome, failed) == expected


def test_what_passes_by_itself_needs_nobody_to_mend_it() -> None:
    told = world(publish(6, mended="3m", retry={"attempts": 1}, outcomes={"failed": {"timeout": 2}}))
    events = play(told, [(0, Submit(kind="publish")), (60_000, Rerun(job="publish"))]).events
    assert [event.data["outcome"] for event in events if event.kind == "run.ended"] == ["partial", "succeeded"]


def test_nothing_is_left_to_happen_after_the_end() -> None:
    simulation = Simulation(world(publish(2)), 1)
    assert simulation.next_ms is None
    simulation.command(Submit(kind="publish"))
    assert simulation.next_ms == 100
    simulation.advance(FOREVER_MS)
    assert simulation.next_ms is None


@settings(max_examples=tries(60))
@given(worlds(), commands, st.integers(0, 99))
def test_sums_add_up_every_item_ends_once_and_nothing_follows_the_end(
    world: World, commands: list[tuple[int, Command]], seed: int
) -> None:
    simulation = play(world, commands, seed)
    assert [event.seq for event in simulation.events] == list(range(1, len(simulation.events) + 1))
    assert all(one.at_ms <= next.at_ms for one, next in zip(simulation.events, simulation.events[1:], strict=False))
    for events in by_run(simulation).values():
        ended = events[-1]
        kinds = Counter(event.kind for event in events)
        assert (ended.kind, kinds["run.ended"]) == ("run.ended", 1)
        assert [ended.data[word] for word in ("succeeded", "failed", "skipped")] == [kinds[kind] for kind in ENDS]
        items = [event.data["item"] for event in events if event.kind in ENDS]
        assert len(items) == len(set(items))
        total = events[0].data["total"]
        assert len(items) <= total if ended.data["outcome"] == "cancelled" else len(items) == total
        assert all(event.data["attempt"] <= event.data["max"] for event in events if event.kind == "item.retrying")


@settings(max_examples=tries(60))
@given(worlds(), commands, st.lists(st.integers(0, 90_000), max_size=8))
def test_cutting_a_run_anywhere_changes_nothing(
    world: World, commands: list[tuple[int, Command]], cuts: list[int]
) -> None:
    plain = play(world, commands, until_ms=100_000)
    cut = Simulation(world, 1)
    moments = [(at_ms, 0, None) for at_ms in cuts] + [(at_ms, 1, command) for at_ms, command in commands]
    for at_ms, _, command in sorted(moments, key=lambda moment: moment[:2]):
        cut.advance(at_ms)
        if command is not None:
            give(cut, command)
    cut.advance(100_000)
    assert cut.events == plain.events


@settings(max_examples=tries(60))
@given(worlds(), commands, st.tuples(st.integers(0, 60_000), st.sampled_from(COMMANDS[:2])))
def test_a_late_command_leaves_the_past_alone(
    world: World, commands: list[tuple[int, Command]], late: tuple[int, Command]
) -> None:
    at_ms, command = late
    before = play(world, commands, until_ms=100_000)
    after = before.with_command(at_ms, command)
    past = [event for event in before.events if event.at_ms < at_ms]
    assert after.now_ms == at_ms
    assert after.events[: len(past)] == past
    assert after.events[-1].at_ms == at_ms


def test_another_job_leaves_the_draws_of_a_run_alone() -> None:
    told = world(publish(10), third_party={"marketplace": {"failures": 0.3}})
    alone = play(told, [(0, Submit(kind="publish"))])
    together = play(told, [(0, Submit(kind="publish")), (9_000, Submit(kind="publish"))])
    times = [[event.at_ms for event in one.events if event.job == "publish"] for one in (alone, together)]
    assert times[0] == times[1]


def test_every_job_has_draws_of_its_own() -> None:
    told = world(publish(10), third_party={"marketplace": {}}, workers=2)
    simulation = play(told, [(0, Submit(kind="publish")), (0, Submit(kind="publish"))])
    ended = of(simulation, "run.ended")
    assert ended[0].at_ms != ended[1].at_ms


def test_another_seed_is_another_course() -> None:
    told = world(publish(10), third_party={"marketplace": {}})
    one, other = (play(told, [(0, Submit(kind="publish"))], seed) for seed in (1, 2))
    assert [event.at_ms for event in one.events] != [event.at_ms for event in other.events]


FRESH = """
from harness.model.rehearsal import rehearse
from harness.scenario.read import find, load
from harness.trace.trial import encode
for event in rehearse(load(find("seller-publish"))).events:
    print(encode(event))
"""


def test_the_log_is_byte_identical_in_a_fresh_process() -> None:
    here = "".join(encode(event) + "\n" for event in rehearse(load(find("seller-publish"))).events)
    command = [sys.executable, "-c", FRESH]
    for hash_seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": "."}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=ROOT)
        assert done.stdout == here


def test_what_somebody_else_does_happens_at_its_moment_if_it_makes_sense_then() -> None:
    elsewhere = [
        {"at": "1s", "do": "continue", "job": "publish"},
        {"at": "2s", "do": "cancel", "job": "publish"},
        {"at": "20s", "do": "rerun", "job": "publish"},
        {"at": "21s", "do": "cancel", "job": "garden"},
    ]
    garden = {"id": "garden", "kind": "import", "items": 1}
    played = play(world(publish(4), garden, elsewhere=elsewhere), [(500, Submit(kind="publish"))])
    assert [(event.at_ms, event.run) for event in of(played, "job.accepted")] == [(500, 1), (20_000, 2)]
    assert [event.at_ms for event in of(played, "run.cancelling")] == [2_000]
    assert [event.data["outcome"] for event in of(played, "run.ended")] == ["cancelled", "succeeded"]
