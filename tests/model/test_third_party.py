from typing import Any

from harness.core.random import Random, stream
from harness.model.plans import Fate, ItemPlan
from harness.model.third_party import Answer, Api, LocalWork, RemoteCalls
from harness.scenario.world import ThirdParty

SLOW = {"latency": {"p50": "20s", "p99": "21s", "cap": "22s"}, "timeout": "4s"}
BROKEN = {"latency": {"p50": "1s", "p99": "1s", "cap": "1s"}, "timeout": "4s", "failures": 0.99}


def plan(**fate: Any) -> ItemPlan:
    return ItemPlan(id="item-001", name="Oak desk lamp", fate=Fate(**fate))


def calls(party: dict[str, Any], random: Random | None = None) -> RemoteCalls:
    return RemoteCalls(Api(ThirdParty.model_validate(party), 1, "marketplace"), random or stream(1, "calls"))


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
    for fate in ({}, {"exact": True}, {"exact": True, "cause": "timeout", "failing": None}):
        one, other = stream(1, "calls"), stream(1, "calls")
        calls(BROKEN, one).attempt(plan(**fate), 1, last=False, now_ms=0)
        other.random(), other.random()
        assert one.random() == other.random()


def test_local_work_takes_its_time_and_fails_only_as_told() -> None:
    work = LocalWork(450)
    assert work.attempt(plan(), 1, last=False, now_ms=0) == Answer(450)
    assert work.attempt(plan(cause="exception", failing=1), 1, last=False, now_ms=0) == Answer(450, "exception")
    assert work.attempt(plan(cause="timeout", failing=1), 1, last=False, now_ms=0) == Answer(10_000, "timeout")
