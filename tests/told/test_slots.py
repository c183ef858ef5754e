"""A slot of a part is asked of the part, and holds nothing where there is none."""

from collections.abc import Callable

import pytest

from harness.told.formats import Sort
from harness.told.slots import Get, Scene, Slot, duration, flag, moment, number, of_scene, percent, text, word
from harness.told.vocabulary import KINDS
from tests.told.support import scene

NAME = text("name", "its name", lambda thing, _: thing["name"])


def at(**things: object) -> Scene:
    return scene(1_000).about(**things)


def test_a_slot_of_the_scene_has_the_name_of_its_thing_before_it() -> None:
    [slot] = of_scene("dog", (NAME,))
    assert (slot.name, slot.value(at(dog={"name": "Rex"}))) == ("dog.name", "Rex")
    assert slot.value(at()) is None


def test_a_slot_within_a_part_is_asked_of_that_part() -> None:
    [slot] = of_scene("dog", (NAME.within("owner", lambda dog, _: dog["owner"]),))
    assert slot.name == "dog.owner.name"
    assert slot.value(at(dog={"owner": {"name": "Ada"}})) == "Ada"
    assert slot.value(at(dog={"owner": None})) is None


def test_a_slot_over_a_part_keeps_its_name() -> None:
    assert NAME.over(lambda dog, _: dog["owner"]).name == "name"


def test_a_scene_about_more_keeps_the_rest() -> None:
    both = at(a=1).about(b=2)
    assert (both.things["a"], both.things["b"], both.at_ms) == (1, 2, 1_000)
    assert both.job is not None


@pytest.mark.parametrize(
    ("make", "sort"),
    [
        (text, Sort.TEXT),
        (number, Sort.NUMBER),
        (flag, Sort.FLAG),
        (moment, Sort.MOMENT),
        (duration, Sort.DURATION),
        (percent, Sort.PERCENT),
    ],
)
def test_a_slot_says_what_it_holds(make: Callable[[str, str, Get], Slot], sort: Sort) -> None:
    slot = make("x", "what it is", lambda *_: 1)
    assert (slot.name, slot.doc, slot.sort) == ("x", "what it is", sort)


def test_a_word_has_its_vocabulary_and_a_duration_may_follow_the_clock() -> None:
    assert word("x", "", KINDS, lambda *_: "publish").words is KINDS
    assert duration("x", "", lambda *_: 1, ticks=True).ticks
