"""Reactions: the first thing after a press that a person could take for its answer."""

from typing import Any

import pytest

from harness.facts.reactions import Reactions
from tests.tiny import Tiny

BUTTON: dict[str, Any] = {"role": "button", "kids": ["Publish 10 items"]}
PAGE: dict[str, dict[str, Any]] = {
    "1": {"role": "generic", "kids": [2, 3]},
    "2": {"role": "main", "kids": [10, 11]},
    "3": {"role": "status", "kids": []},
    "10": BUTTON,
    "11": {"role": "paragraph", "kids": ["4 of 10 items"]},
}


def after(tiny: Tiny) -> int | None:
    trial = tiny.press(5).trial()
    return Reactions(trial, 0).first_after(trial.presses[0], 9_000)


def page() -> Tiny:
    return Tiny().nodes(1, PAGE)


@pytest.mark.parametrize(
    "nodes",
    [
        {"10": {**BUTTON, "enabled": False}},
        {"10": {**BUTTON, "kids": ["Sending…"]}},
        {"10": {**BUTTON, "kids": ["Publish 12 items"]}},
        {"10": {**BUTTON, "name": "Sending"}},
        {"3": {"role": "status", "kids": ["Sending your order"]}},
        {"1": {"role": "generic", "kids": [2, 3, 4]}, "4": {"role": "dialog", "kids": ["Really?"]}},
        {"11": {"role": "paragraph", "kids": ["Being sent"]}},
    ],
)
def test_new_words_and_states_are_an_answer(nodes: dict[str, dict[str, Any]]) -> None:
    assert after(page().nodes(5.08, nodes)) == 5_080


def test_numbers_that_go_on_and_a_focus_that_moves_are_none() -> None:
    assert after(page().nodes(5.1, {"11": {"role": "paragraph", "kids": ["5 of 10 items"]}})) is None
    assert after(page()) is None


def test_what_is_drawn_anew_and_looks_the_same_is_none() -> None:
    drawn = {"2": {"role": "main", "kids": [20, 11]}, "20": {"role": "paragraph", "kids": [10]}}
    assert after(page().nodes(4, drawn).nodes(5.1, {**drawn, "10": BUTTON})) is None


def test_a_turn_of_the_page_and_a_word_to_listen_to_are_an_answer() -> None:
    assert after(page().page(5.05, "navigate", url="/jobs/1")) == 5_050
    assert after(page().says(5.1, "Sending your order")) == 5_100
    assert after(page().says(5.1, "Sending").nodes(5.05, {"10": {**BUTTON, "enabled": False}})) == 5_050


def test_what_came_before_is_none_and_what_comes_late_is_looked_for_to_the_end() -> None:
    assert after(page().nodes(4.9, {"10": {**BUTTON, "enabled": False}})) is None
    assert after(page().nodes(9, {"10": {**BUTTON, "enabled": False}})) == 9_000
    assert after(page().nodes(9.001, {"10": {**BUTTON, "enabled": False}})) is None


def test_the_control_is_given_as_it_was_before_the_press() -> None:
    trial = page().nodes(3, {"10": {**BUTTON, "enabled": False}}).nodes(5, {"10": BUTTON}).press(5).trial()
    control = Reactions(trial, 0).control(trial.presses[0])
    assert control is not None
    assert control["enabled"] is False
