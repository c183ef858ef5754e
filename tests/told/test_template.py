"""Templates filled from a job half-way through: types stay, what is unknown is null, lists are filtered and cut."""

from typing import Any

import pytest

from harness.told.compiler import At, Compiler
from harness.told.slots import Asked
from harness.told.template import OMIT, Fixed, Text
from tests.told.support import filled, scene

NOW_MS, END_MS = 4_400, 6_400
TABLES = {"item_states": {"waiting": 0, "running": 1, "succeeded": 2, "failed": 3, "skipped": {"as": "skip"}}}


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("plain", "plain"),
        (3, 3),
        (0.5, 0.5),
        (None, None),
        ([True, "{job.id}"], [True, "publish"]),
        ({"a": {"b": ["{job.total}"]}}, {"a": {"b": [4]}}),
        ("{job.total}", 4),
        ("{job.ended}", False),
        ("{job.finished}", None),
        ("{job.processed} of {job.total}", "2 of 4"),
        ("{job.ended}!", "false!"),
        ("done at {job.finished | clock}", None),
        ("done at {job.finished | clock ?? -}", "done at -"),
        ("{{job.id}} is {job.id}", "{job.id} is publish"),
        ({"a": "{omit}", "b": 1}, {"b": 1}),
        (["{omit}", 1], [1]),
    ],
)
def test_a_slot_alone_keeps_its_type_and_one_in_words_is_written_out(template: Any, told: Any) -> None:
    said = filled(template, NOW_MS)
    assert (said, type(said)) == (told, type(told))


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ({"each": "items", "as": "{item.name}"}, ["Mug <blue>", "Lamp", "Desk", "Chair"]),
        ({"each": "items", "where": {"item.state": "failed"}, "as": {"name": "{item.name}"}}, [{"name": "Lamp"}]),
        ({"each": "items", "where": {"item.state": ["failed", "skipped"]}, "as": "{item.number}"}, [2, 3]),
        ({"each": "items", "where": {"item.cause.id": None}, "as": "{item.number}"}, [1, 4]),
        ({"each": "items", "where": {"item.ended": True, "item.number": 4}, "as": "{item.number}"}, [4]),
        ({"each": "items", "key": "{item.id}", "as": "{item.number}", "limit": 2}, {"item-001": 1, "item-002": 2}),
        ({"each": "items", "as": "{item.number}", "reversed": True}, [4, 3, 2, 1]),
        ({"each": "items", "as": "{item.number}", "limit": 2}, [1, 2]),
        ({"each": "items", "as": "{item.number}", "limit": 2, "offset": 1}, [2, 3]),
        ({"each": "items", "as": "{item.number}", "offset": 3}, [4]),
        ({"each": "items", "as": "{item.number}", "limit": 3, "page": 2}, [4]),
        ({"each": "items", "as": "{item.number}", "limit": 3, "page": 0}, [1, 2, 3]),
        ({"each": "items", "as": {"switch": "item.number", "cases": {3: "{omit}", "default": 1}}}, [1, 1, 1]),
        ({"each": "phases", "as": ["{phase.number}", "{phase.id}"]}, [[1, "validate"], [2, "publish"]]),
        ({"each": "causes", "as": "{cause.id}: {cause.count}"}, ["missing-id: 1", "out-of-stock: 1"]),
        ({"each": "jobs", "as": {"id": "{job.id}", "n": {"count_of": "items"}}}, [{"id": "publish", "n": 4}]),
        ({"count_of": "items"}, 4),
        ({"count_of": "items", "where": {"item.state": "succeeded"}}, 2),
    ],
)
def test_things_are_told_one_by_one(template: Any, told: Any) -> None:
    assert filled(template, END_MS) == told


@pytest.mark.parametrize("word", ["failed", 3, "3"])
def test_a_filter_takes_the_truths_word_or_the_back_ends_own(word: Any) -> None:
    template = {"each": "items", "where": {"item.state": word}, "as": "{item.name}"}
    assert filled(template, END_MS, TABLES) == ["Lamp"]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [({}, [1, 2, 3, 4]), ({"state": ""}, [1, 2, 3, 4]), ({"state": "failed"}, [2]), ({"state": "no"}, []),
     ({"limit": "1"}, [1]), ({"limit": "1", "from": "2"}, [3]), ({"limit": "many"}, [1, 2, 3, 4])],
)  # fmt: skip
def test_what_the_request_leaves_open_excludes_nothing(query: dict[str, str], numbers: list[int]) -> None:
    template = {
        "each": "items",
        "where": {"item.state": "{query.state}"},
        "limit": "{query.limit}",
        "offset": "{query.from}",
        "as": "{item.number}",
    }
    node = Compiler({}).template(template, At(place=(), things=("job",)))
    assert node.fill(scene(END_MS, Asked(query=query))) == numbers


@pytest.mark.parametrize(("at_ms", "told"), [(1_500, "not yet"), (3_000, {"n": 0}), (END_MS, True)])
def test_a_switch_goes_by_the_truths_word(at_ms: int, told: Any) -> None:
    cases = {"queued": "not yet", "running": {"n": "{job.processed}"}, "succeeded": True, "default": None}
    assert filled({"switch": "{job.state}", "cases": cases}, at_ms) == told


@pytest.mark.parametrize(
    ("slot", "cases", "told"),
    [
        ("job.ended", {True: 1, False: 2}, 2),
        ("job.failed", {0: "none", 1: "one", "default": "more"}, "one"),
        ("job.kept", {None: "unknown", "default": "known"}, "unknown"),
        ("job.phase.id", {"publish": "last"}, "last"),
        ("job.failed", {7: "seven"}, None),
        ("job.started | clock", {"09:00:02": "so early"}, "so early"),
    ],
)
def test_a_switch_goes_by_any_slot_and_is_null_where_no_case_is_told(slot: str, cases: Any, told: Any) -> None:
    assert filled({"switch": slot, "cases": cases}, NOW_MS) == told


@pytest.mark.parametrize(
    ("pieces", "told"),
    [
        (["a", "{job.total}", None, "{job.finished}", ["b", "{omit}"]], "a-4-b"),
        ([{"each": "items", "as": "{item.number}"}], "1-2"),
        ("alone", "alone"),
        ([], ""),
    ],
)
def test_pieces_are_put_together_and_what_holds_nothing_is_passed_over(pieces: Any, told: str) -> None:
    assert filled({"join": pieces, "with": "-"}, NOW_MS) == told


def test_what_slots_hold_is_escaped_in_html_and_the_rest_is_not() -> None:
    template = {"join": ["<ul>", {"each": "items", "as": "<li>{item.name}</li>", "limit": 1}, "</ul>"]}
    assert filled(template, NOW_MS, html=True) == "<ul><li>Mug &lt;blue&gt;</li></ul>"
    assert filled("{job.total}", NOW_MS, html=True) == "4"


def test_a_table_may_tell_more_than_a_word() -> None:
    template = {"each": "items", "as": "{item.state}", "offset": 2}
    assert filled(template, END_MS, TABLES) == [{"as": "skip"}, 2]


def test_words_without_slots_are_fixed_and_what_is_left_out_is_nobodys_value() -> None:
    assert Fixed(OMIT).fill(scene(0)) is OMIT
    assert Text(("a", "b")).fill(scene(0)) == "ab"
