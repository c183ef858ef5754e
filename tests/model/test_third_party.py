import math
from statistics import NormalDist
from typing import Any

import pytest

from harness.core.ids import item_id
from harness.core.random import stream
from harness.core.words import RunKey
from harness.model.bursts import Weather
from harness.model.latency import drawing
from harness.model.plans import Fate, ItemPlan
from harness.model.third_party import Answer, Api, LocalWork, RemoteCalls
from harness.scenario.world import ThirdParty
from harness.scenario.world.latency import Lognormal
from harness.scenario.world.third_party import Bursts

KEY = RunKey("publish", 1)
MANY = range(10_000)
BURSTS = {"bursts": {"good": "2m", "bad": "10s"}}
NONE = Bursts(good_ms="1h", bad_ms="1ms")
SLOW = {"latency": {"p50": "20s", "p99": "21s", "cap": "22s"}, "timeout": "4s"}
BROKEN = {"latency": {"p50": "1s", "p99": "1s", "cap": "1s"}, "timeout": "4s", "failures": 0.99}


def plan(**fate: Any) -> ItemPlan:
    return ItemPlan(id="item-001", name="Oak desk lamp", fate=Fate(**fate))


def share_is(asked: float, found: list[bool]) -> None:
    """Within the 99.9 % confidence interval of a share."""
    width = NormalDist().inv_cdf(0.9995) * math.sqrt(asked * (1 - asked) / len(found))
    assert abs(sum(found) / len(found) - asked) <= width


def api(**party: Any) -> Api:
    return Api(ThirdParty.model_validate(party), 1, "marketplace")


def calls(party: dict[str, Any]) -> RemoteCalls:
    return api(**party).calls(KEY)


def test_a_call_that_takes_too_long_times_out_at_the_timeout() -> None:
    assert calls(SLOW).attempt(plan(), 1, last=False, now_ms=0) == Answer(4_000, "timeout")


def test_a_share_of_the_calls_fails() -> None:
    assert calls(BROKEN).attempt(plan(), 1, last=False, now_ms=0) == Answer(1_000, "upstream-error")


def test_an_item_that_must_succeed_does_so_on_its_last_attempt() -> None:
    exact = plan(exact=True)
    assert calls(BROKEN).attempt(exact, 2, last=False, now_ms=0).cause == "upstream-error"
    assert calls(BROKEN).attempt(exact, 3, last=True, now_ms=0) == Answer(1_000)
    assert calls(SLOW).attempt(exact, 3, last=True, now_ms=0) == Answer(4_000)


def test_a_flaky_item_wins_right_after_its_failing_attempts() -> None:
    flaky = plan(exact=True, cause="timeout", failing=2)
    answers = [calls(BROKEN).attempt(flaky, number, last=False, now_ms=0) for number in (1, 2, 3)]
    assert answers == [Answer(4_000, "timeout"), Answer(4_000, "timeout"), Answer(1_000)]


def test_an_attempt_takes_two_numbers_come_what_may() -> None:
    chances = {"p50": "1s", "p99": "5s", "cap": "22s"}
    for fate in ({}, {"exact": True}, {"exact": True, "cause": "timeout", "failing": 1}):
        one, other = calls({"latency": chances}), calls({"latency": chances})
        one.attempt(plan(**fate), 1, last=False, now_ms=0)
        other.attempt(plan(), 1, last=False, now_ms=0)
        assert one.attempt(plan(), 2, last=False, now_ms=0) == other.attempt(plan(), 2, last=False, now_ms=0)
    random = stream(1, "calls/publish/1")
    asked = drawing(Lognormal(p50_ms="1s", p99_ms="5s", cap_ms="22s"))
    expected = [(asked(random), random.random())[0] for _ in range(20)]
    mine = calls({"latency": chances, "timeout": "1h"})
    assert [mine.attempt(plan(), 1, last=False, now_ms=0).after_ms for _ in range(20)] == expected


def test_a_limit_of_all_runs_turns_calls_away_without_an_attempt() -> None:
    shared = api(latency={"constant": "1s"}, rate_limit={"calls": 2, "per": "1s", "retry_after": "5s"})
    one, other = shared.calls(KEY), shared.calls(RunKey("update", 1))
    assert one.attempt(plan(), 1, last=False, now_ms=0) == Answer(1_000)
    assert other.attempt(plan(), 1, last=False, now_ms=1) == Answer(1_000)
    assert one.attempt(plan(exact=True), 1, last=False, now_ms=2) == Answer(0, "rate-limited", 5_000)
    assert (shared.blocked_until_ms(500), shared.blocked_until_ms(6_000)) == (5_002, 6_000)
    assert other.attempt(plan(), 1, last=False, now_ms=5_001) == Answer(0, "rate-limited", 1)
    assert other.attempt(plan(), 1, last=False, now_ms=5_002) == Answer(1_000)


def test_a_call_that_is_turned_away_draws_nothing() -> None:
    wide = {"p50": "1s", "p99": "5s", "cap": "22s"}
    limited = calls({"latency": wide, "timeout": "1h", "rate_limit": {"calls": 1, "per": "1s"}})
    free = calls({"latency": wide, "timeout": "1h"})
    answers = [limited.attempt(plan(), 1, last=False, now_ms=now_ms) for now_ms in (0, 1, 500, 1_000, 1_500, 2_000)]
    through = [answer for answer in answers if answer.retry_after_ms is None]
    assert through == [free.attempt(plan(), 1, last=False, now_ms=0) for _ in range(3)]


def test_nothing_left_to_chance_gets_through_an_outage() -> None:
    party = {"latency": {"constant": "1s"}, "outages": [{"at": "10s", "for": "5s"}]}
    mine = calls(party)
    answers = {now_ms: mine.attempt(plan(), 1, last=True, now_ms=now_ms) for now_ms in (9_999, 10_000, 14_999, 15_000)}
    failed = Answer(1_000, "upstream-error")
    assert answers == {9_999: Answer(1_000), 10_000: failed, 14_999: failed, 15_000: Answer(1_000)}
    assert mine.attempt(plan(exact=True), 1, last=False, now_ms=12_000) == Answer(1_000)


def test_a_brown_out_is_slow_for_all_and_fails_a_share() -> None:
    brown = {"at": "0s", "for": "1h", "kind": "brown-out", "slower": 3, "failures": 0.3}
    mine = calls({"latency": {"constant": "1s"}, "outages": [brown]})
    assert mine.attempt(plan(exact=True), 1, last=False, now_ms=0) == Answer(3_000)
    share_is(0.3, [mine.attempt(plan(), 1, last=False, now_ms=0) == Answer(3_000, "upstream-error") for _ in MANY])


def test_in_bad_times_the_share_of_bad_times_fails_and_in_good_ones_the_usual_one() -> None:
    party = {"latency": {"constant": "1s"}, "bursts": {"good": "20s", "bad": "10s", "failures": 0.8}, "failures": 0.05}
    mine, weather = calls(party), Weather(ThirdParty.model_validate(party).bursts or NONE, 1, "marketplace")
    failed: dict[bool, list[bool]] = {True: [], False: []}
    for number in MANY:
        now_ms = 100 * number
        answer = mine.attempt(plan(), 1, last=False, now_ms=now_ms)
        failed[weather.is_bad(now_ms)].append(answer.cause == "upstream-error")
    share_is(1 - 0.2 * 0.95, failed[True])
    share_is(0.05, failed[False])
    assert all(mine.attempt(plan(exact=True), 1, last=True, now_ms=100 * number).cause is None for number in MANY)


def test_what_was_done_though_nobody_heard_succeeds_the_next_time_in_any_run() -> None:
    shared = api(**SLOW, late=1)
    assert shared.calls(KEY).attempt(plan(), 1, last=False, now_ms=0) == Answer(4_000, "timeout", done=True)
    assert shared.calls(RunKey("publish", 2)).attempt(plan(), 1, last=False, now_ms=9_000) == Answer(4_000)
    assert shared.calls(RunKey("other", 1)).attempt(plan(), 1, last=False, now_ms=9_000).cause == "timeout"


def test_a_share_of_what_timed_out_was_done() -> None:
    mine = calls({**SLOW, "late": 0.2})
    items = [plan()._replace(id=item_id(number)) for number in MANY]
    share_is(0.2, [mine.attempt(item, 1, last=False, now_ms=0).done for item in items])


def test_a_failure_that_was_told_is_never_done() -> None:
    told = plan(exact=True, cause="timeout", failing=None)
    assert calls({**SLOW, "late": 1}).attempt(told, 1, last=False, now_ms=0) == Answer(4_000, "timeout")


def test_in_an_outage_nothing_is_done_and_what_was_done_before_stays_so() -> None:
    mine = calls({**SLOW, "late": 1, "outages": [{"at": "10s", "for": "5s"}]})
    other = plan()._replace(id="item-002")
    assert mine.attempt(plan(), 1, last=False, now_ms=0).done
    assert mine.attempt(plan(), 2, last=False, now_ms=10_000) == Answer(4_000, "timeout", done=True)
    assert mine.attempt(other, 1, last=False, now_ms=10_000) == Answer(4_000, "timeout")


def test_a_share_of_the_answers_is_incomplete() -> None:
    mine = calls({"latency": {"constant": "1s"}, "partial": 0.1})
    share_is(0.1, [mine.attempt(plan(), 1, last=False, now_ms=0) == Answer(1_000, "upstream-error") for _ in MANY])
    assert mine.attempt(plan(exact=True), 3, last=True, now_ms=0) == Answer(1_000)


@pytest.mark.parametrize("trouble", [{"late": 0.5}, {"partial": 0.1}, {"outages": [{"at": "1h", "for": "1s"}]}, BURSTS])
def test_a_trouble_moves_no_latency(trouble: dict[str, Any]) -> None:
    wide = {"latency": {"p50": "1s", "p99": "5s", "cap": "22s"}, "timeout": "1h"}
    with_it, without = calls({**wide, **trouble}), calls(wide)
    for now_ms in range(50):
        one, other = (of.attempt(plan(), 1, last=False, now_ms=now_ms) for of in (with_it, without))
        assert one.after_ms == other.after_ms


def test_local_work_takes_its_time_and_fails_only_as_told() -> None:
    work = LocalWork(450)
    assert work.attempt(plan(), 1, last=False, now_ms=0) == Answer(450)
    assert work.attempt(plan(cause="exception", failing=1), 1, last=False, now_ms=0) == Answer(450, "exception")
    assert work.attempt(plan(cause="timeout", failing=1), 1, last=False, now_ms=0) == Answer(10_000, "timeout")
