"""Automatic retries: who waits, until when, which attempt."""

from harness.facts.retry_fold import RetryFold
from harness.facts.views import RetryView


def view(
    *,
    items: int = 1,
    attempt: int = 2,
    next_at_ms: int | None = None,
    waiting: int = 0,
    whole: bool = False,
    attempts: tuple[int, ...] = (),
) -> RetryView:
    attempts = attempts or (attempt,)
    return RetryView(
        items=items, attempt=attempt, max=3, next_at_ms=next_at_ms, waiting=waiting, whole=whole, attempts=attempts
    )


def test_the_soonest_of_those_that_wait_is_told() -> None:
    fold = RetryFold(3)
    fold.wait(1, "a", 3, 900)
    fold.wait(2, "b", 2, 400)
    fold.resume(3, "b", 2)
    fold.end(4, "b")
    told = [fold.at(count) for count in range(5)]
    assert told == [
        None,
        view(attempt=3, next_at_ms=900, waiting=1),
        view(items=2, next_at_ms=400, waiting=2, attempts=(2, 3)),
        view(items=2, attempt=3, next_at_ms=900, waiting=1, attempts=(2, 3)),
        view(attempt=3, next_at_ms=900, waiting=1),
    ]


def test_an_item_that_waits_anew_waits_for_the_new_moment() -> None:
    fold = RetryFold(3)
    fold.wait(1, "a", 2, 400)
    fold.wait(2, "a", 3, 900)
    assert fold.at(2) == view(attempt=3, next_at_ms=900, waiting=1)
    assert fold.timed == 1


def test_a_first_attempt_is_no_retry_even_when_it_is_taken_up_again() -> None:
    fold = RetryFold(3)
    fold.wait(1, "a", 1, None)
    fold.resume(2, "a", 1)
    assert (fold.at(1), fold.at(2)) == (None, None)


def test_without_a_moment_the_attempt_in_hand_is_told_else_the_one_that_comes_first() -> None:
    fold = RetryFold(3)
    fold.wait(1, "a", 3, None)
    fold.wait(2, "b", 2, None)
    fold.resume(3, "b", 2)
    assert fold.at(2) == view(items=2, attempt=2, waiting=2, attempts=(2, 3))
    assert fold.at(3) == view(items=2, attempt=2, waiting=1, attempts=(2, 3))
    fold.end(4, "b")
    assert fold.at(4) == view(attempt=3, waiting=1)
    assert fold.timed == 0
    fold.resume(5, "c", 2)
    fold.resume(6, "d", 3)
    assert fold.at(6) == view(items=3, attempt=3, waiting=1, attempts=(2, 3))


def test_the_whole_job_waits_until_it_goes_on_or_an_item_is_taken_up() -> None:
    fold = RetryFold(3)
    fold.wait(1, "a", 2, None)
    fold.wait_whole(2, {"items": 1, "attempt": 2, "max": 3, "next_at_ms": 700})
    assert fold.is_whole
    assert fold.at(2) == view(next_at_ms=700, waiting=1, whole=True)
    fold.go_on(3)
    assert not fold.is_whole
    assert fold.at(3) == view(waiting=1)
    fold.wait_whole(4, {"items": 1, "attempt": 2, "next_at_ms": 700})
    fold.resume(5, "a", 2)
    assert fold.at(4) == view(next_at_ms=700, waiting=1, whole=True)
    assert fold.at(5) == view()
    fold.clear(6)
    assert fold.at(6) is None


def test_an_item_more_costs_no_look_at_all_that_wait() -> None:
    fold = RetryFold(3)
    for number in range(1, 2_001):
        fold.wait(number, f"item-{number}", 2, 10**6 - number)
    for number in range(2_001, 4_001):
        fold.end(number, f"item-{number - 2_000}")
        # What waits no longer stays on the heap at the most until it comes to its top.
        assert len(fold._soonest) <= 2_000
    assert fold.at(4_000) is None
    assert (fold.timed, len(fold._waiting)) == (0, 0)
