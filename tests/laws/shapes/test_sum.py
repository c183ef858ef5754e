"""SUM: a whole, its parts, and what may be a part of its own."""

from harness.laws.shapes.sum import adds_up


def test_parts_make_the_whole() -> None:
    assert adds_up([28], ([20], [3], [5]))
    assert not adds_up([28], ([20], [3], [4]))


def test_of_several_values_one_that_fits_is_enough() -> None:
    assert adds_up([28, 30], ([20, 22], [3], [5]))
    assert not adds_up([28], ([19, 21], [3], [5]))


def test_what_stands_besides_may_be_apart_or_within() -> None:
    assert adds_up([28], ([20], [3]), [5])
    assert adds_up([23], ([20], [3]), [5])
    assert adds_up([29], ([20], [3]), [5, 1])
    assert not adds_up([27], ([20], [3]), [5])
