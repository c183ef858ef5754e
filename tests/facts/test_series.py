from hypothesis import given
from hypothesis import strategies as st

from harness.facts.series import Series, Tally


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 3)), max_size=20), st.integers(0, 70))
def test_a_series_gives_the_last_value_put_by_then(steps: list[tuple[int, int]], asked: int) -> None:
    series: Series[int] = Series(-1)
    count, expected = 0, -1
    for gap, value in steps:
        count += gap
        series.put(count, value)
        expected = value if count <= asked else expected
    assert series.at(asked) == expected


def test_a_second_value_at_the_same_count_replaces_the_first() -> None:
    series: Series[str] = Series("a")
    series.put(2, "b")
    series.put(2, "c")
    assert (series.at(1), series.at(2), series.last) == ("a", "c", "c")


def test_a_tally_counts_what_happened_by_then() -> None:
    tally = Tally()
    for count in (2, 5, 9):
        tally.mark(count)
    assert [tally.at(count) for count in (1, 2, 8, 9)] == [0, 1, 2, 3]
    assert tally.last == 3
