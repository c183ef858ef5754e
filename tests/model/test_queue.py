"""Who is served when, by whom, and what those who wait are told."""

from collections.abc import Generator
from typing import Any

import pytest
import simpy
from hypothesis import given, settings

from harness.core.words import RunKey
from harness.model.estimate import Durations
from harness.model.queue import Claim
from harness.scenario.world import Job
from tests.model.queue_bench import Bench, Stretch, Visit, bench, benches, job
from tests.tries import tries

LONG = 40


def plain(names: str, workers: int, **parts: Any) -> Bench:
    return bench([Visit(job=job(name, **parts)) for name in names], workers=workers)


def pool(*schedule: dict[str, str], workers: int = 1, **parts: Any) -> list[dict[str, Any]]:
    return [{"id": "team", "workers": workers, "schedule": list(schedule), **parts}]


def test_first_come_first_served_and_everyone_knows_the_place() -> None:
    one = plain("abcd", 1)
    one.env.run()
    assert one.started() == [
        (at, name, "worker-1") for at, name in ((0, "a"), (1_000, "b"), (2_000, "c"), (3_000, "d"))
    ]
    assert one.told("ahead", "reason") == [
        (0, "run.queued", "b", 0, "no-free-worker"),
        (0, "run.queued", "c", 1, "no-free-worker"),
        (0, "run.queued", "d", 2, "no-free-worker"),
        (1_000, "queue.moved", "c", 0, "no-free-worker"),
        (1_000, "queue.moved", "d", 1, "no-free-worker"),
        (2_000, "queue.moved", "d", 0, "no-free-worker"),
    ]


def test_with_a_free_worker_nobody_waits() -> None:
    one = plain("abc", 3)
    one.env.run()
    assert one.started() == [(0, "a", "worker-1"), (0, "b", "worker-2"), (0, "c", "worker-3")]
    assert one.told() == []


def test_who_leaves_lets_the_others_move_up() -> None:
    one = plain("abcd", 1)
    one.env.run(until=500)
    assert one.queue.leave(RunKey("c", 1))
    assert not one.queue.leave(RunKey("c", 1))
    assert not one.queue.leave(RunKey("a", 1))
    one.env.run()
    assert [name for _, name, _ in one.started()] == ["a", "b", "d"]
    moved = [told for told in one.told("ahead") if told[1] == "queue.moved"]
    assert moved == [(500, "queue.moved", "d", 1), (1_000, "queue.moved", "d", 0)]


def test_the_higher_priority_goes_first_and_the_others_are_told_why_they_moved_back() -> None:
    visits = [Visit(job=job("a")), Visit(job=job("b")), Visit(job=job("c", priority=5), at_ms=100)]
    one = bench(visits, workers=1)
    one.env.run()
    assert [name for _, name, _ in one.started()] == ["a", "c", "b"]
    assert one.told("ahead", "because")[1:3] == [
        (100, "run.queued", "c", 0, None),
        (100, "queue.moved", "b", 1, "priority"),
    ]


def test_of_two_queues_the_one_with_the_higher_priority_goes_first() -> None:
    queues = [{"id": "low"}, {"id": "high", "priority": 1}]
    visits = [Visit(job=job("a", queue="low")), Visit(job=job("b", queue="low")), Visit(job=job("c", queue="high"))]
    one = bench(visits, workers=1, queues=queues)
    one.env.run()
    assert [name for _, name, _ in one.started()] == ["a", "c", "b"]


def test_queues_that_share_no_pool_do_not_stand_before_each_other() -> None:
    pools = [{"id": "x", "queues": ["x"]}, {"id": "y", "queues": ["y"]}]
    names = [("a", "x"), ("b", "x"), ("c", "y"), ("d", "y")]
    one = bench(
        [Visit(job=job(name, queue=queue)) for name, queue in names], pools=pools, queues=[{"id": "x"}, {"id": "y"}]
    )
    one.env.run()
    assert one.told("ahead") == [(0, "run.queued", "b", 0), (0, "run.queued", "d", 0)]
    assert one.started()[:2] == [(0, "a", "x-1"), (0, "c", "y-1")]


def test_a_job_that_names_no_queue_of_this_world_waits_in_the_first() -> None:
    visits = [Visit(job=job("a", queue="slow")), Visit(job=job("b"))]
    one = bench(visits, workers=1, queues=[{"id": "slow"}, {"id": "slower"}])
    one.env.run()
    assert [name for _, name, _ in one.started()] == ["a", "b"]


def test_who_is_held_up_by_a_limit_keeps_the_place_and_lets_others_pass() -> None:
    visits = [Visit(job=job(name, tenant="acme")) for name in "ab"] + [Visit(job=job("c"))]
    one = bench(visits, workers=2, limits={"tenant": {"acme": 1}})
    one.env.run()
    assert one.started() == [(0, "a", "worker-1"), (0, "c", "worker-2"), (1_000, "b", "worker-1")]
    assert one.told("ahead", "reason") == [(0, "run.queued", "b", 0, "concurrency-limit")]


def test_a_limit_that_is_no_longer_the_reason_is_told() -> None:
    visits = [Visit(job=job("a", kind="import"), steps=2), Visit(job=job("b"), steps=9), Visit(job=job("c"), steps=5)]
    visits += [Visit(job=job("d", kind="import"), at_ms=50)]
    one = bench(visits, workers=2, limits={"kind": {"import": 1}})
    one.env.run()
    assert [told[2:] for told in one.told("reason") if told[2] == "d"][:2] == [
        ("d", "concurrency-limit"),
        ("d", "no-free-worker"),
    ]


def test_a_job_waits_for_the_jobs_that_it_names() -> None:
    visits = [Visit(job=job("c", after=["a", "b"])), Visit(job=job("a")), Visit(job=job("b"), at_ms=500)]
    one = bench(visits, workers=2)
    one.env.run()
    assert one.started()[-1][:2] == (1_500, "c")
    assert one.told("reason", "expected_start_ms")[0] == (0, "run.queued", "c", "dependency", None)
    assert not [told for told in one.told() if told[2] != "c"]


def test_the_end_of_a_job_that_is_waited_for_is_foreseen() -> None:
    one = bench([Visit(job=job("a")), Visit(job=job("b", after=["a"]), at_ms=10)], workers=2)
    one.env.run()
    assert one.told("reason", "expected_start_ms") == [(10, "run.queued", "b", "dependency", 1_010)]


def test_what_runs_say_is_left_and_what_ended_ones_took_make_the_expected_start() -> None:
    one = plain("abcd", 1)
    one.env.run()
    expected = one.told("expected_start_ms")
    assert expected[:3] == [(0, "run.queued", "b", 1_000), (0, "run.queued", "c", None), (0, "run.queued", "d", None)]
    assert expected[3:] == [
        (1_000, "queue.moved", "c", 2_000),
        (1_000, "queue.moved", "d", 3_000),
        (2_000, "queue.moved", "d", 3_000),
    ]


def test_where_nothing_is_known_nothing_is_expected() -> None:
    one = bench([Visit(job=job(name), knows=False) for name in "abc"], workers=1)
    one.env.run()
    assert one.told("expected_start_ms") == [
        (0, "run.queued", "b", None),
        (0, "run.queued", "c", None),
        (1_000, "queue.moved", "c", 2_000),
    ]


def test_a_start_that_does_not_come_true_is_told_anew() -> None:
    first, slow = Visit(job=job("a"), knows=False), Visit(job=job("b"), steps=LONG, knows=False)
    one = bench([first, slow, Visit(job=job("c"), at_ms=1_100)], workers=1)
    one.env.run()
    assert [told for told in one.told("expected_start_ms") if told[2] == "c"] == [
        (1_100, "run.queued", "c", 2_000),
        (3_001, "queue.moved", "c", None),
    ]


def test_a_second_look_ends_even_where_a_run_says_for_ever_that_it_is_done_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = bench([Visit(job=job("a"), steps=400), Visit(job=job("b"))], workers=1)
    monkeypatch.setattr(Durations, "left_ms", lambda *_: 0.0)
    one.env.run()
    told = [told for told in one.told("expected_start_ms") if told[2] == "b"]
    assert len(told) == 7
    assert told[-1][-1] is None


def test_while_calls_are_blocked_the_rate_limit_is_the_reason() -> None:
    one = bench([Visit(job=job(name)) for name in "ab"], blocked_ms=400, workers=1)
    one.env.run()
    assert one.told("reason") == [(0, "run.queued", "b", "rate-limit"), (400, "queue.moved", "b", "no-free-worker")]


def test_a_paused_pool_starts_nothing_and_says_when_it_goes_on() -> None:
    schedule = ({"at": "500ms", "do": "pause"}, {"at": "5s", "do": "resume"})
    one = bench([Visit(job=job("a"), steps=3), Visit(job=job("b"), at_ms=600)], pools=pool(*schedule))
    one.env.run()
    assert one.started() == [(0, "a", "team-1"), (5_000, "b", "team-1")]
    assert one.told("reason", "expected_start_ms") == [(600, "run.queued", "b", "paused", 5_000)]


def test_those_who_wait_are_told_of_the_pause_and_of_its_end() -> None:
    schedule = ({"at": "500ms", "do": "pause"}, {"at": "5s", "do": "resume"})
    one = bench([Visit(job=job(name)) for name in "ab"], pools=pool(*schedule))
    one.env.run()
    assert [told[:4] for told in one.told("reason")] == [
        (0, "run.queued", "b", "no-free-worker"),
        (500, "queue.moved", "b", "paused"),
        (5_000, "queue.moved", "b", "no-free-worker"),
    ]


def test_a_worker_that_is_added_serves_at_once() -> None:
    one = bench([Visit(job=job(name)) for name in "ab"], pools=pool({"at": "300ms", "do": "add"}))
    one.env.run()
    assert one.started() == [(0, "a", "team-1"), (300, "b", "team-2")]


def test_a_worker_that_is_lost_finishes_its_item_and_its_run_goes_before_all_others() -> None:
    visits = [Visit(job=job("a"), steps=5), Visit(job=job("b"), steps=6), Visit(job=job("c", priority=9), at_ms=50)]
    one = bench(visits, pools=pool({"at": "250ms", "do": "lose"}, workers=2))
    one.env.run()
    assert one.started() == [(0, "a", "team-1"), (0, "b", "team-2"), (500, "b", "team-1"), (800, "c", "team-1")]
    assert (300, "queue.moved", "c", 1, "taken-up-again") in one.told("ahead", "because")


def test_the_run_of_a_worker_that_is_lost_keeps_its_place_under_the_limit() -> None:
    visits = [Visit(job=job("a", tenant="t"), steps=5), Visit(job=job("b", tenant="t"))]
    pools = [*pool({"at": "250ms", "do": "lose"}), {"id": "other"}]
    one = bench(visits, pools=pools, limits={"tenant": {"t": 1}})
    one.env.run()
    assert one.started() == [(0, "a", "team-1"), (300, "a", "other-1"), (500, "b", "other-1")]


def test_the_run_of_a_worker_that_crashed_is_taken_up_again_and_keeps_its_place_under_the_limit() -> None:
    visits = [Visit(job=job("a", tenant="t"), steps=5), Visit(job=job("b", tenant="t"))]
    pools = pool({"at": "250ms", "do": "crash"}, workers=2)
    one = bench(visits, pools=pools, limits={"tenant": {"t": 1}})
    one.env.run()
    assert one.started() == [(0, "a", "team-1"), (250, "a", "team-2"), (550, "b", "team-2")]


def test_a_worker_that_crashes_as_it_is_given_away_serves_nobody() -> None:
    # After an event at 500 ms the crash comes in the same millisecond as the release of the worker, but behind it.
    schedule = ({"at": "500ms", "do": "resume"}, {"at": "1s", "do": "crash"}, {"at": "2s", "do": "add"})
    one = bench([], pools=pool(*schedule))
    served: list[tuple[float, str, str]] = []

    def second_long(told: Job) -> Generator[simpy.Event, Any, None]:
        worker = yield from one.queue.enter(Claim.of(RunKey(told.id, 1), told))
        served.append((one.env.now, told.id, worker.name))
        yield one.env.timeout(1_000)
        one.queue.release(worker)

    for name in "ab":
        one.env.process(second_long(job(name)))
    one.env.run()
    assert served == [(0, "a", "team-1"), (2_000, "b", "team-2")]


@pytest.mark.parametrize("names", [2_000])
def test_entering_and_leaving_ask_nobody_who_has_gone_or_only_waits_for_a_job(names: int) -> None:
    waiting = [Visit(job=job(f"w-{number}", after=["never"])) for number in range(names)]
    passing = [Visit(job=job(f"p-{number}"), at_ms=number + 1, steps=1) for number in range(names)]
    one = bench([*waiting, *passing], workers=200)
    one.env.run()
    assert len(one.stretches) == names
    assert len(one.events) == names


def overlapping(one: Stretch, other: Stretch) -> bool:
    return one.begin_ms < other.end_ms and other.begin_ms < one.end_ms


@settings(max_examples=tries(200))
@given(benches())
def test_no_worker_serves_two_and_limits_hold(one: Bench) -> None:
    one.env.run()
    kinds = {visit.job.id: visit.job.kind for visit in one.visits}
    tenants = {visit.job.id: visit.job.tenant for visit in one.visits}
    for stretch in one.stretches:
        others = [other for other in one.stretches if other.begin_ms <= stretch.begin_ms < other.end_ms]
        assert sum(other.worker == stretch.worker for other in others) == 1
        assert sum(kinds[other.job] == "import" for other in others) <= 2
        assert sum(tenants[other.job] == "acme" for other in others) <= 1


@settings(max_examples=tries(200))
@given(benches())
def test_a_place_never_rises_without_a_reason_and_news_are_news(one: Bench) -> None:
    one.env.run()
    told: dict[str, dict[str, Any]] = {}
    for event in one.events:
        before = told.get(event.job)
        if event.kind == "queue.moved" and before is not None:
            assert event.data["ahead"] <= before["ahead"] or event.data["because"] in ("priority", "taken-up-again")
            assert {**event.data, "because": None} != {**before, "because": None}
        told[event.job] = event.data


@settings(max_examples=tries(200))
@given(benches())
def test_everyone_who_is_not_cancelled_is_served_to_the_end_after_those_it_waits_for(one: Bench) -> None:
    one.env.run()
    ends = {stretch.job: stretch.end_ms for stretch in one.stretches}
    for visit in one.visits:
        assert visit.job.id in ends or visit.cancel_ms is not None
        for stretch in (stretch for stretch in one.stretches if stretch.job == visit.job.id):
            assert all(ends[job] <= stretch.begin_ms for job in visit.job.after if job in ends)


@settings(max_examples=tries(200))
@given(benches(scheduled=False))
def test_nobody_waits_who_could_go_and_equals_go_in_the_order_in_which_they_came(one: Bench) -> None:
    """Seen from every start: whoever of the same queue, kind and tenant came earlier with no less priority has gone."""
    one.env.run()
    begun = {stretch.job: stretch.begin_ms for stretch in one.stretches}
    visits = sorted((visit for visit in one.visits if not visit.job.after and visit.cancel_ms is None), key=_came)
    for index, later in enumerate(visits):
        for earlier in visits[:index]:
            if _same(earlier, later) and earlier.job.priority >= later.job.priority:
                assert begun[earlier.job.id] <= begun[later.job.id]
    for visit in visits:
        for moment_ms in range(visit.at_ms, begun[visit.job.id], 50):
            assert _is_held_up(one, visit, moment_ms), (visit, moment_ms)


def _came(visit: Visit) -> int:
    return visit.at_ms


def _same(one: Visit, other: Visit) -> bool:
    return (one.job.queue, one.job.kind, one.job.tenant) == (other.job.queue, other.job.kind, other.job.tenant)


def _is_held_up(one: Bench, visit: Visit, at_ms: int) -> bool:
    """Whether all its workers are at work, or a limit is reached."""
    jobs = {told.job.id: told.job for told in one.visits}
    running = [stretch for stretch in one.stretches if stretch.begin_ms <= at_ms < stretch.end_ms]
    mine = {"fast": ("one",), "slow": ("one", "two"), "own": ("two",)}[visit.job.queue]
    busy = sum(stretch.worker.split("-")[0] in mine for stretch in running)
    imports = sum(jobs[stretch.job].kind == "import" for stretch in running)
    acme = sum(jobs[stretch.job].tenant == "acme" for stretch in running)
    no_worker = busy == sum({"one": 2, "two": 1}[name] for name in mine)
    return no_worker or (visit.job.kind == "import" and imports == 2) or (visit.job.tenant == "acme" and acme == 1)


@settings(max_examples=tries(200))
@given(benches())
def test_a_paused_pool_starts_no_run(one: Bench) -> None:
    one.env.run()
    pauses = [event for event in one.world.pools[0].schedule if event.do in ("pause", "resume")]
    for begin, end in zip(pauses[::2], pauses[1::2], strict=True):
        inside = [s for s in one.stretches if s.worker.startswith("one-") and begin.at_ms < s.begin_ms < end.at_ms]
        assert inside == []
