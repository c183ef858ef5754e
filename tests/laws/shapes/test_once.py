"""ONCE: presses that belong together, and what was done beyond the one that was wanted."""

from harness.laws.shapes.once import intents, second


def test_a_press_that_is_the_one_before_it_again_belongs_to_it() -> None:
    assert intents([1, 2, 9, 10, 30], lambda before, press: press - before <= 2) == [(1, 2), (9, 10), (30,)]
    assert intents([], lambda before, press: True) == []


def test_the_second_is_one_too_many() -> None:
    assert second(["a"]) is None
    assert second([]) is None
    assert second(["a", "b", "c"]) == "b"
