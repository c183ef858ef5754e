"""Spans: union, common, without, covering; held against a clock that ticks by whole numbers."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from harness.facts.spans import Span, common, covering, union, without

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda held: (float(held[0]), float(held[1]))), max_size=6
)


def moments(spans: list[Span]) -> set[int]:
    return {at for at in range(31) for start, until in spans if start <= at < until}


@given(SPANS, SPANS)
def test_they_hold_the_moments_that_they_say(left: list[Span], right: list[Span]) -> None:
    assert moments(union(left)) == moments(left)
    assert moments(common(left, right)) == moments(left) & moments(right)
    assert moments(without(left, right)) == moments(left) - moments(right)


@given(SPANS)
def test_a_union_is_in_order_and_apart(spans: list[Span]) -> None:
    held = union(spans)
    assert all(first[1] < then[0] for first, then in itertools.pairwise(held))


def test_covering_is_half_open() -> None:
    assert covering([(1, 2), (4, 6)], 4) == (4, 6)
    assert covering([(1, 2), (4, 6)], 6) is None
