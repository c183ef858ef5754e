"""Which attempt a clause names."""

import pytest

from harness.microcopy.attempts import names_attempt, without_attempt


@pytest.mark.parametrize(
    ("shape", "rest"),
    [
        ("published on attempt <n0>", "published"),
        ("published on attempt <n0> of <n1>", "published"),
        ("published on the third attempt", "published"),
        ("attempt <n0> succeeded", "attempt <n0> succeeded"),
        ("published", "published"),
    ],
)
def test_an_attempt_at_the_end_can_be_taken_off(shape: str, rest: str) -> None:
    assert without_attempt(shape) == rest


def test_an_attempt_is_named_where_it_is_told_of_how_many() -> None:
    assert names_attempt("retrying, attempt <n0> of <n1>")
    assert names_attempt("<n0> of <n1> attempts")
    assert not names_attempt("attempt <n0>")
    assert not names_attempt("<n0> of <n1> items")
