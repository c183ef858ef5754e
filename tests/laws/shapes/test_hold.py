"""HOLD: gaps, and how long one has to be patient."""

from harness.laws.shapes.hold import gaps


def test_what_holds_throughout_has_no_gap() -> None:
    assert gaps([(10, 20)], [(0, 15), (15, 30)]) == []
    assert gaps([], [(0, 15)]) == []


def test_a_gap_is_what_nothing_covers() -> None:
    assert gaps([(10, 40)], [(0, 15), (20, 30)]) == [(15, 20), (30, 40)]


def test_nobody_has_to_be_patient_for_longer_than_told() -> None:
    assert gaps([(10, 40)], [(0, 15), (20, 30)], 5) == [(30, 40)]
    assert gaps([(10, 40)], [(0, 15), (20, 30)], 10) == []
