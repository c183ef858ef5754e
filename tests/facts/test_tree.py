"""The tree: deltas applied, text in reading order, generations."""

from typing import Any

from harness.facts.tree import Tree
from harness.trace.records import ScreenDelta


def delta(nodes: dict[str, dict[str, Any]], gone: tuple[str, ...] = ()) -> ScreenDelta:
    return ScreenDelta(tab=0, at_ms=0, set_=nodes, del_=gone)


def tree(nodes: dict[str, dict[str, Any]]) -> Tree:
    made = Tree()
    made.apply(delta(nodes))
    return made


def test_own_text_takes_inline_parts_in_place_and_links_as_names() -> None:
    held = tree(
        {
            "1": {"role": "paragraph", "kids": ["Your job", 2, "ended at", 3]},
            "2": {"role": "link", "kids": ["Publish 10 items"]},
            "3": {"role": "time", "kids": ["09:00"]},
        }
    )
    assert held.own_text("1") == 'Your job "Publish 10 items" ended at 09:00'
    assert held.holder("3") == "1"


def test_parts_that_are_blocks_of_their_own_break_the_sentence() -> None:
    held = tree(
        {"1": {"role": "generic", "kids": ["3 failed", 2, "5 skipped"]}, "2": {"role": "generic", "kids": ["x"]}}
    )
    assert held.own_text("1") == "3 failed · 5 skipped"


def test_leaves_come_in_reading_order() -> None:
    held = tree({"1": {"role": "generic", "kids": ["a", 2, "c"]}, "2": {"role": "generic", "kids": ["b"]}})
    assert held.full_text("1") == "a b c"


def test_another_number_is_no_new_generation_and_another_word_is() -> None:
    held = tree({"1": {"role": "paragraph", "kids": ["3 of 10 items published"]}})
    before = held.generation
    held.apply(delta({"1": {"role": "paragraph", "kids": ["4 of 10 items published"]}}))
    assert held.generation == before
    held.apply(delta({"1": {"role": "paragraph", "kids": ["4 of 10 items skipped"]}}))
    assert held.generation == before + 1


def test_a_node_that_is_gone_is_gone() -> None:
    held = tree({"1": {"role": "generic", "kids": [2]}, "2": {"role": "paragraph", "kids": ["a"]}})
    held.apply(delta({"1": {"role": "generic", "kids": []}}, ("2",)))
    assert held.full_text("1") == ""
