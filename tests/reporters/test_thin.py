"""Fewer points, and still the first, the last, and the newest of each span."""

from harness.reporters.thin import thinned


def test_few_points_stay() -> None:
    assert thinned([(0, "a"), (9, "b")], 10, 5) == [(0, "a"), (9, "b")]


def test_many_points_are_few_and_keep_the_newest_of_each_span() -> None:
    points = [(at_ms, str(at_ms)) for at_ms in range(1000)]
    kept = thinned(points, 1000, 10)
    assert kept == [points[0], *(points[end] for end in range(99, 1000, 100))]
