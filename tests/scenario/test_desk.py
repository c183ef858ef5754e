"""Which tabs can be seen and which one is used, whatever a person opens, closes and turns to."""

from harness.scenario.desk import Desk


def seen(desk: Desk) -> list[int]:
    return [tab for tab in desk.tabs if desk.is_seen(tab)]


def focused(desk: Desk) -> list[int]:
    return [tab for tab in desk.tabs if desk.has_focus(tab)]


def test_a_new_tab_hides_the_one_before_and_a_new_window_does_not() -> None:
    desk = Desk()
    assert [desk.open(), desk.open(), desk.open(window=True)] == [0, 1, 2]
    assert (desk.tabs, seen(desk), focused(desk), desk.front) == ((0, 1, 2), [1, 2], [2], 2)
    assert desk.open() == 3
    assert seen(desk) == [1, 3]


def test_who_turns_to_a_tab_sees_it_in_its_window() -> None:
    desk = Desk()
    for window in (False, False, True):
        desk.open(window=window)
    desk.turn_to(0)
    assert (seen(desk), focused(desk)) == ([0, 2], [0])
    desk.turn_to(2)
    assert (seen(desk), focused(desk)) == ([0, 2], [2])


def test_behind_a_closed_tab_stands_the_one_used_before_in_its_window() -> None:
    desk = Desk()
    for window in (False, False, True):
        desk.open(window=window)
    desk.turn_to(0)
    desk.turn_to(1)
    desk.close(1)
    assert (seen(desk), desk.front) == ([0, 2], 0)
    desk.close(0)
    assert (seen(desk), focused(desk)) == ([2], [2])
    desk.close(2)
    assert (desk.tabs, desk.front) == ((), None)
    assert desk.open() == 3
    assert focused(desk) == [3]


def test_something_else_in_front_hides_the_tab_until_somebody_turns_to_one_of_that_window() -> None:
    desk = Desk()
    desk.open()
    desk.open(window=True)
    desk.turn_away(1)
    assert (seen(desk), focused(desk), desk.front) == ([0], [], 1)
    desk.turn_to(1)
    assert (seen(desk), focused(desk)) == ([0, 1], [1])
    desk.turn_away(0)
    desk.turn_away(1)
    assert seen(desk) == []
    desk.open()
    assert seen(desk) == [2]
