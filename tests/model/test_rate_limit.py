"""A rate limit never lets more through than it says, and the moment that it names is the true one."""

from hypothesis import given
from hypothesis import strategies as st

from harness.model.rate_limit import RateGate
from harness.scenario.world.third_party import RateLimit

LIMITS = st.tuples(st.integers(1, 5), st.integers(1, 50), st.none() | st.integers(1, 80)).map(
    lambda told: RateLimit(calls=told[0], per_ms=f"{told[1]}ms", retry_after_ms=told[2] and f"{told[2]}ms")
)
GAPS = st.lists(st.integers(0, 20), min_size=1, max_size=120)


def moments(gaps: list[int]) -> list[int]:
    return [sum(gaps[: number + 1]) for number in range(len(gaps))]


@given(LIMITS, GAPS)
def test_never_more_than_its_calls_in_any_stretch_of_its_length(limit: RateLimit, gaps: list[int]) -> None:
    gate = RateGate(limit)
    through = [now_ms for now_ms in moments(gaps) if gate.wait_ms(now_ms) == 0]
    assert through
    for first_ms in through:
        assert sum(first_ms <= now_ms < first_ms + limit.per_ms for now_ms in through) <= limit.calls


@given(LIMITS, GAPS)
def test_whoever_waits_as_told_by_the_gate_is_let_through(limit: RateLimit, gaps: list[int]) -> None:
    gate = RateGate(limit)
    for now_ms in moments(gaps):
        blocked_ms = gate.blocked_until_ms(now_ms)
        assert (gate.wait_ms(now_ms) == 0) == (blocked_ms == now_ms)
    until_ms = gate.blocked_until_ms(moments(gaps)[-1])
    assert gate.wait_ms(until_ms) == 0


def test_a_limit_lets_as_many_through_as_it_says_and_then_again() -> None:
    gate = RateGate(RateLimit(calls=2, per_ms="10ms"))
    assert [gate.wait_ms(now_ms) for now_ms in (0, 4, 5, 9, 10, 11, 14)] == [0, 0, 5, 1, 0, 3, 0]


def test_retry_after_holds_for_everyone_until_it_has_passed() -> None:
    gate = RateGate(RateLimit(calls=1, per_ms="10ms", retry_after_ms="40ms"))
    assert [gate.wait_ms(now_ms) for now_ms in (0, 5, 20, 44, 45)] == [0, 40, 25, 1, 0]


def test_a_retry_after_that_is_too_short_turns_the_caller_away_again() -> None:
    gate = RateGate(RateLimit(calls=1, per_ms="100ms", retry_after_ms="40ms"))
    assert [gate.wait_ms(now_ms) for now_ms in (0, 5, 45, 85, 125)] == [0, 40, 40, 40, 0]
    assert RateGate(RateLimit(calls=1, per_ms="1s")).blocked_until_ms(7) == 7
