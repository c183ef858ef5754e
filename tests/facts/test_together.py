"""What stands together: frame by frame, seen, and long enough for a screen to show it."""

from harness.core.words import RunKey
from harness.facts.claims import Claim
from harness.facts.spans import Span
from harness.facts.together import together
from harness.microcopy.reading import Kind, Reading


def claim(text: str, *seen: Span) -> Claim:
    return Claim(
        reading=Reading(kind=Kind.COUNT, text=text), run=RunKey("publish", 1), tab=0, at_ms=int(seen[0][0]),
        until_ms=seen[-1][1], node=text, role="status", seen=seen,
    )  # fmt: skip


def frames(*claims: Claim) -> list[tuple[float, float, list[str]]]:
    return [(start, until, sorted(held.text for held in standing)) for start, until, standing in together(claims)]


def test_a_frame_lasts_from_one_change_to_the_next() -> None:
    assert frames(claim("a", (100, 400)), claim("b", (200, 300))) == [
        (100, 200, ["a"]),
        (200, 300, ["a", "b"]),
        (300, 400, ["a"]),
    ]


def test_one_that_makes_room_for_another_never_stands_beside_it() -> None:
    assert frames(claim("a", (100, 200)), claim("b", (200, 300))) == [(100, 200, ["a"]), (200, 300, ["b"])]


def test_what_no_screen_shows_is_no_frame() -> None:
    assert frames(claim("a", (100, 200)), claim("b", (190, 300))) == [(100, 190, ["a"]), (200, 300, ["b"])]


def test_what_nobody_sees_does_not_stand() -> None:
    assert frames(claim("a", (100, 200), (500, 600))) == [(100, 200, ["a"]), (500, 600, ["a"])]
