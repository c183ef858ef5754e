"""What holds in every world: sums add up, every item ends once, nothing follows the end, one past for all cuts."""

from collections import Counter
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harness.core import causes
from harness.core.words import RunKey
from harness.facts.truth import Truth
from harness.model.commands import Command, Submit
from harness.model.simulation import Simulation
from harness.scenario.world import World
from tests.model.rich_worlds import rich_worlds
from tests.model.worlds import by_run, give, play
from tests.tries import tries

ENDS = ("item.succeeded", "item.failed", "item.skipped")
LONG_MS = 1_000_000
STARTS: list[tuple[int, Command]] = [(1_000, Submit(kind=kind)) for kind in ("publish", "import", "sync", "update")]
everywhere = settings(max_examples=tries(150), suppress_health_check=[HealthCheck.too_slow])


@everywhere
@given(rich_worlds(), st.integers(0, 9))
def test_sums_add_up_and_nothing_follows_the_end(world: World, seed: int) -> None:
    played = play(world, STARTS, seed, LONG_MS)
    truth = Truth(played.events)
    for key, events in by_run(played).items():
        ended = [event for event in events if event.kind == "run.ended"]
        assert len(ended) <= 1
        if not ended:
            continue
        assert events[-1].kind == "run.ended"
        view = truth.view(key, LONG_MS)
        assert view is not None
        counts = (view.counts.succeeded, view.counts.failed, view.counts.skipped)
        assert counts == tuple(ended[0].data[word] for word in ("succeeded", "failed", "skipped"))
        assert view.counts.total is None or view.counts.processed <= view.counts.total
        if ended[0].data["outcome"] == "succeeded":
            assert view.counts.remaining == 0


@everywhere
@given(rich_worlds(), st.integers(0, 9))
def test_every_item_ends_once_and_is_tried_no_more_often_than_allowed(world: World, seed: int) -> None:
    for key, events in by_run(play(world, STARTS, seed, LONG_MS)).items():
        ends = Counter(event.data["item"] for event in events if event.kind in ENDS)
        assert set(ends.values()) <= {1}
        most = events[0].data["max_attempts"]
        assert all(event.data["attempt"] <= most for event in events if "attempt" in event.data), key
        for event in events:
            if event.kind == "item.retrying":
                assert causes.cause(event.data["cause"]).retryable


@everywhere
@given(rich_worlds(), st.integers(0, 9))
def test_a_cancelled_run_keeps_what_it_says_it_keeps(world: World, seed: int) -> None:
    for events in by_run(play(world, STARTS, seed, LONG_MS)).values():
        if events[-1].kind != "run.ended" or events[-1].data["outcome"] != "cancelled":
            continue
        kept = {event.data["item"] for event in events if event.kind == "item.succeeded"}
        kept -= {event.data["item"] for event in events if event.kind == "item.rolled_back"}
        assert len(kept) == events[-1].data["kept"] == events[-1].data["succeeded"]


@everywhere
@given(rich_worlds(), st.integers(0, 9))
def test_retry_failed_touches_no_item_that_did_not_fail(world: World, seed: int) -> None:
    asked = [one for one in world.elsewhere if one.do == "retry-failed"]
    runs = by_run(play(world, STARTS, seed, LONG_MS))
    for key, events in runs.items():
        before = runs.get(RunKey(key.job, key.run - 1))
        if before is None or events[0].at_ms not in [one.at_ms for one in asked]:
            continue
        if any(one.at_ms == events[0].at_ms and one.do != "retry-failed" for one in world.elsewhere):
            continue
        failed = {event.data["item"] for event in before if event.kind == "item.failed"}
        assert {event.data["item"] for event in events if "item" in event.data} <= failed


@everywhere
@given(rich_worlds(), st.integers(0, 9))
def test_a_place_in_the_queue_rises_only_for_a_reason(world: World, seed: int) -> None:
    for events in by_run(play(world, STARTS, seed, LONG_MS)).values():
        places = [event for event in events if event.kind in ("run.queued", "queue.moved", "run.started")]
        for before, after in pairwise(places):
            if before.kind == "run.started" or after.kind != "queue.moved":
                continue
            risen = after.data["ahead"] > before.data["ahead"]
            assert not risen or after.data["because"] in ("priority", "taken-up-again")


@everywhere
@given(rich_worlds(), st.integers(0, 9), st.lists(st.integers(0, 120_000), max_size=6))
def test_cutting_a_run_anywhere_changes_nothing(world: World, seed: int, cuts: list[int]) -> None:
    whole = play(world, STARTS, seed, LONG_MS)
    cut = Simulation(world, seed)
    for at_ms, command in sorted([*((cut_ms, None) for cut_ms in cuts), *STARTS], key=lambda one: one[0]):
        cut.advance(max(at_ms, cut.now_ms))
        if command is not None:
            give(cut, command)
    cut.advance(LONG_MS)
    assert cut.events == whole.events
