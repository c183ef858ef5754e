"""MONO: the newest that was surely shown, place by place and frame by frame."""

from harness.core.words import RunKey
from harness.facts.claims import Claim
from harness.facts.spans import Span
from harness.laws.shapes.mono import Position, first_steps_back
from harness.microcopy.reading import Kind, Reading


def at(at_ms: int, *spans: Span, place: str = "here") -> Position:
    reading = Reading(kind=Kind.COUNT, text=str(at_ms))
    claim = Claim(
        reading=reading, run=RunKey("publish", 1), tab=0, at_ms=at_ms, until_ms=at_ms + 1, node="1", role="status"
    )
    return Position(claim=claim, place=place, spans=spans)


def test_what_lies_wholly_before_something_shown_is_a_step_back() -> None:
    newer, older = at(20, (19, 22)), at(21, (10, 18))
    assert first_steps_back([newer, older]) == {1: newer.claim}
    assert first_steps_back([older, newer]) == {}


def test_what_may_be_as_new_is_none() -> None:
    assert first_steps_back([at(20, (10, 22)), at(21, (10, 11))]) == {}  # it was at least 10
    assert first_steps_back([at(20, (19, 22)), at(21, (10, 18), (21, 30))]) == {}
    assert first_steps_back([at(20, (19, 22)), at(21)]) == {}


def test_the_floor_only_rises_and_is_told_by_what_raised_it() -> None:
    shown = [at(10, (9, 12)), at(20, (19, 22)), at(30, (5, 40)), at(40, (10, 18))]
    assert first_steps_back(shown) == {3: shown[1].claim}


def test_each_place_is_by_itself() -> None:
    assert first_steps_back([at(20, (19, 22)), at(21, (10, 18), place="there")]) == {}


def test_what_is_painted_in_one_frame_is_compared_with_earlier_frames_only() -> None:
    assert first_steps_back([at(20, (19, 22)), at(20, (10, 18))]) == {}
    shown = [at(20, (19, 22)), at(20, (10, 18)), at(21, (10, 18))]
    assert first_steps_back(shown) == {2: shown[0].claim}
