"""Moves of the focus that nobody asked for."""

from harness.facts.focus import moves
from tests.tiny import Tiny


def focused() -> Tiny:
    """A page with a heading (3) and two lines (10, 11), of which the first has the focus."""
    return Tiny().page(0).screen(0.5, "button|Cancel", "Done").focus(1, "10")


def moved(tiny: Tiny) -> list[tuple[int, str]]:
    return [(move.at_ms, move.words) for move in moves(tiny.case(), 0)]


def test_a_move_from_what_could_have_kept_it_is_told() -> None:
    assert moved(focused().focus(20, "11")) == [(1_000, "Cancel"), (20_000, "Done")]


def test_what_the_person_does_moves_the_focus_with_good_reason() -> None:
    assert moved(focused().step(0.9, "submit").step(19.5, "submit").focus(20, "11")) == []
    assert moved(focused().step(0.9, "submit").step(18.9, "submit").focus(20, "11")) == [(20_000, "Done")]


def test_a_turn_of_the_page_takes_the_focus_along() -> None:
    tiny = focused().step(0.9, "submit")
    assert moved(tiny.focus(20, "11", url="/jobs/1").focus(20.9, "3")) == []
    assert moved(tiny.focus(30, "10").focus(30, "11")) == [(30_000, "Cancel"), (30_000, "Done")]


def test_a_new_document_and_an_element_that_is_gone_excuse_it() -> None:
    tiny = focused().step(0.9, "submit").page(20, "reload").screen(20.1, "Loading…")
    assert moved(tiny) == []
    gone = focused().step(0.9, "submit").nodes(20, {"2": {"role": "main", "kids": [3, 11]}}, gone=("10",))
    gone.focus(20, "11")
    assert moved(gone) == []


def test_an_element_that_was_disabled_could_not_keep_it() -> None:
    off = {"10": {"role": "button", "kids": ["Cancelling…"], "enabled": False}}
    assert moved(focused().step(0.9, "submit").nodes(20, off).focus(20, "11")) == []


def test_the_same_focus_told_again_is_no_move() -> None:
    assert moved(focused().step(0.9, "submit").focus(20, "10")) == []
