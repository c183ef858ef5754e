"""What becomes of messages on their way into the stream: each fault by itself, and asked in any stretches of time."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.network.faults import Buffered, Gap, Reordered, Replayed
from harness.wire.base import Frame
from harness.wire.disturbances import Sending, buffered, gap, reordered, replayed

END_MS = 40
FRAMES = tuple(Frame(sent_ms=at_ms, data=f"{at_ms}") for at_ms in (1, 5, 10, 12, 19, 20, 30))
Disturb = Callable[[Sending], Sending]


def sending(*frames: Frame) -> Sending:
    """What a server sends without faults."""
    return lambda from_ms, until_ms: [one for one in frames if from_ms < one.sent_ms <= until_ms]


def told(frames: list[Frame]) -> list[tuple[int, str]]:
    """``(when it leaves, data)`` of what leaves."""
    return [(one.sent_ms, one.data) for one in frames if not one.lost]


def plain(*moments: int) -> list[tuple[int, str]]:
    return [(at_ms, f"{at_ms}") for at_ms in moments]


def test_a_gap_loses_the_messages_of_its_window_and_says_which() -> None:
    frames = gap(Gap(at_ms=5, end_ms=20), sending(*FRAMES))(0, END_MS)
    assert told(frames) == plain(1, 20, 30)
    assert [one.data for one in frames if one.lost] == ["5", "10", "12", "19"]


def test_a_gap_leaves_the_connection_alone() -> None:
    frames = (Frame(sent_ms=6, comment=""), Frame(sent_ms=7, retry_ms=9), Frame(sent_ms=8, data="bye", close=True))
    left = gap(Gap(at_ms=5, end_ms=20), sending(*frames))(0, END_MS)
    assert [(one.sent_ms, one.lost, one.close) for one in left] == [
        *((6, False, False), (7, False, False)),
        *((8, True, False), (8, False, True)),
    ]


def test_what_is_replayed_comes_twice_and_closes_once() -> None:
    last = Frame(sent_ms=19, data="bye", close=True)
    frames = replayed(Replayed(at_ms=10, end_ms=20), sending(*FRAMES[:3], last))(0, END_MS)
    assert told(frames) == [*plain(1, 5, 10, 10), (19, "bye"), (19, "bye")]
    assert [one.close for one in frames[-2:]] == [False, True]


def test_neighbours_are_swapped_and_the_first_says_how_long_it_was_held() -> None:
    frames = reordered(Reordered(at_ms=5, end_ms=30), sending(*FRAMES))(0, END_MS)
    assert told(frames) == [(1, "1"), (10, "10"), (10, "5"), (19, "19"), (19, "12"), (30, "20"), (30, "30")]
    assert [one.told_ms for one in frames] == [1, 10, 5, 19, 12, 20, 30]


def test_what_has_no_neighbour_waits_for_the_end_or_for_the_closing() -> None:
    one = Frame(sent_ms=7, data="7")
    assert told(reordered(Reordered(at_ms=5, end_ms=20), sending(one))(0, END_MS)) == [(20, "7")]
    closing = reordered(Reordered(at_ms=5, end_ms=20), sending(one, Frame(sent_ms=9, data="bye", close=True)))
    assert told(closing(0, END_MS)) == [(9, "7"), (9, "bye")]


def test_what_is_buffered_comes_in_bursts_and_the_rest_at_the_end() -> None:
    frames = buffered(Buffered(at_ms=5, end_ms=21, every_ms=7), sending(*FRAMES))(0, END_MS)
    assert told(frames) == [(1, "1"), (12, "5"), (12, "10"), (19, "12"), (21, "19"), (21, "20"), (30, "30")]
    assert all(one.told_ms == int(one.data) for one in frames)


def test_a_buffer_holds_what_no_page_hears_and_nothing_that_is_lost() -> None:
    frames = (Frame(sent_ms=6, comment=""), Frame(sent_ms=6, data="x", lost=True), Frame(sent_ms=8, close=True))
    left = buffered(Buffered(at_ms=5, end_ms=20, every_ms=10), sending(*frames))(0, END_MS)
    assert [(one.sent_ms, one.lost, one.close) for one in left] == [
        (6, True, False),
        (15, False, False),
        (15, False, True),
    ]


ONES: dict[str, Disturb] = {
    "gap": lambda sent: gap(Gap(at_ms=8, end_ms=20), sent),
    "replayed": lambda sent: replayed(Replayed(at_ms=8, end_ms=20), sent),
    "reordered": lambda sent: reordered(Reordered(at_ms=8, end_ms=20), sent),
    "buffered": lambda sent: buffered(Buffered(at_ms=8, end_ms=20, every_ms=5), sent),
}
ALL = {
    **ONES,
    "all of them": lambda sent: ONES["buffered"](ONES["replayed"](ONES["reordered"](ONES["gap"](sent)))),
    "two after one another": lambda sent: buffered(Buffered(at_ms=20, end_ms=33, every_ms=4), ONES["buffered"](sent)),
}
MOMENTS = st.lists(st.integers(1, END_MS - 1), max_size=12).map(sorted)


@pytest.mark.parametrize("disturb", ALL.values(), ids=ALL)
@given(sent=MOMENTS, asked=st.sets(st.integers(1, END_MS - 1)))
def test_one_stretch_after_another_gives_what_one_long_one_gives(
    disturb: Disturb, sent: list[int], asked: set[int]
) -> None:
    frames = [Frame(sent_ms=at_ms, data=f"{number}") for number, at_ms in enumerate(sent)]
    sends = disturb(sending(*frames))
    bounds = [0, *sorted(asked), END_MS]
    stretches = [one for begin, end in pairwise(bounds) for one in sends(begin, end)]
    assert stretches == sends(0, END_MS)


@pytest.mark.parametrize("disturb", ALL.values(), ids=ALL)
@given(sent=MOMENTS, changed=MOMENTS, now=st.integers(0, END_MS))
def test_what_has_left_already_does_not_depend_on_what_is_to_come(
    disturb: Disturb, sent: list[int], changed: list[int], now: int
) -> None:
    past = [at_ms for at_ms in sent if at_ms <= now]
    other = [*past, *(at_ms for at_ms in changed if at_ms > now)]
    before, after = (
        disturb(sending(*(Frame(sent_ms=at_ms, data=f"{number}") for number, at_ms in enumerate(moments))))
        for moments in (sent, other)
    )
    assert before(0, now) == after(0, now)


@pytest.mark.parametrize("name", ["replayed", "reordered", "buffered"])
@given(sent=MOMENTS)
def test_nothing_is_lost_but_in_a_gap(name: str, sent: list[int]) -> None:
    frames = ONES[name](sending(*(Frame(sent_ms=at_ms, data=f"{at_ms}") for at_ms in sent)))(0, END_MS)
    assert {int(one.data) for one in frames} == set(sent)
    assert all(one.sent_ms >= one.told_ms == int(one.data) for one in frames)
    assert [one.sent_ms for one in frames] == sorted(one.sent_ms for one in frames)
