import pytest

from harness.model.plans import Fate, ItemPlan
from harness.model.retry import Retries
from harness.scenario.world import Retry


def retries(**parts: object) -> Retries:
    return Retries(Retry.model_validate(parts))


def plan(id: str) -> ItemPlan:
    return ItemPlan(id=id, name=id, fate=Fate())


def test_waits_grow_by_the_factor() -> None:
    growing = retries(attempts=5, backoff="10s", factor=1.5)
    assert [growing.wait(plan("a"), attempt, 1_000) for attempt in (1, 2, 3)] == [11_000, 16_000, 23_500]


@pytest.mark.parametrize(
    ("cause", "attempt", "allowed"),
    [("timeout", 1, True), ("timeout", 2, True), ("timeout", 3, False), ("missing-id", 1, False)],
)
def test_only_passing_trouble_and_only_within_the_limit(cause: str, attempt: int, allowed: bool) -> None:
    assert retries(attempts=3).allows(cause, attempt) is allowed


def test_the_soonest_comes_first_and_ties_go_in_the_order_of_failing() -> None:
    waiting = retries(attempts=4, backoff="10s", factor=1)
    for id, now_ms in (("b", 5_000), ("a", 5_000), ("c", 0)):
        waiting.wait(plan(id), 1, now_ms)
    assert waiting.next_ms == 10_000
    assert waiting.due(9_999) is None
    due = [waiting.due(20_000) for _ in range(4)]
    assert [one.plan.id if one else None for one in due] == ["c", "b", "a", None]
    assert waiting.next_ms is None
