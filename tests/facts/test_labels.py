"""Labels: terms, headers, tiles."""

from typing import Any

from harness.facts.labels import is_numeric, label_of
from harness.facts.tree import Tree
from harness.trace.records import ScreenDelta


def label(nodes: dict[str, dict[str, Any]], nid: str) -> str:
    tree = Tree()
    tree.apply(ScreenDelta(tab=0, at_ms=0, set_=nodes, del_=()))
    return label_of(tree, nid, tree.own_text(nid))


def node(role: str, *kids: str | int) -> dict[str, Any]:
    return {"role": role, "kids": list(kids)}


def test_a_definition_is_labelled_by_its_term() -> None:
    nodes = {"1": node("list", 2, 3, 4, 5), "2": node("term", "Failed"), "3": node("definition", "3")}
    nodes |= {"4": node("term", "Skipped"), "5": node("definition", "5")}
    assert (label(nodes, "3"), label(nodes, "5")) == ("Failed", "Skipped")


def test_a_cell_is_labelled_by_its_column_or_in_two_columns_by_its_row() -> None:
    head = node("row", 3, 4)
    nodes = {"1": node("table", 2, 5), "2": head, "3": node("columnheader", "Job"), "4": node("columnheader", "Failed")}
    nodes |= {"5": node("row", 6, 7), "6": node("cell", "Publish"), "7": node("cell", "3")}
    assert label(nodes, "7") == "Failed"
    pair = {"1": node("table", 2), "2": node("row", 3, 4), "3": node("cell", "Failed"), "4": node("cell", "3")}
    assert label(pair, "4") == "Failed"


def test_a_tile_is_labelled_by_its_caption_on_either_side() -> None:
    above = {"1": node("generic", 2, 3), "2": node("generic", "Failed"), "3": node("generic", "3")}
    below = {"1": node("generic", 2, 3), "2": node("generic", "3"), "3": node("generic", "Failed")}
    assert (label(above, "3"), label(below, "2")) == ("Failed", "Failed")


def test_a_sentence_needs_no_label_and_a_number_among_many_has_none() -> None:
    sentence = {"1": node("generic", 2, 3), "2": node("generic", "Failed"), "3": node("generic", "3 items left")}
    assert label(sentence, "3") == ""
    many = {
        "1": node("generic", 2, 3, 4),
        "2": node("generic", "Failed"),
        "3": node("generic", "3"),
        "4": node("generic", "so"),
    }
    assert label(many, "3") == ""


def test_what_counts_as_a_number_alone() -> None:
    assert all(map(is_numeric, ("3", "124 / 500", "62 %", "1,234", "3 of 28")))
    assert not any(map(is_numeric, ("3 items", "", "of", "-", "v2")))
