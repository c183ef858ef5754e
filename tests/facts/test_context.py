"""What stands around a text: items, causes, captions, phases, controls."""

from typing import Any

import pytest

from harness.core.words import RunKey
from harness.facts.context import is_caption, is_item, is_silenced, names_cause, phase_of
from harness.facts.jobwords import JobWords
from harness.facts.tree import Tree
from harness.trace.records import ScreenDelta
from tests.tiny import Tiny, running

WORDS = JobWords(running().case().truth)


def tree(**nodes: tuple[Any, ...]) -> Tree:
    made = Tree()
    held = {nid[1:]: {"role": role, "kids": list(kids)} for nid, (role, *kids) in nodes.items()}
    made.apply(ScreenDelta(tab=0, at_ms=0, set_=held, del_=()))
    return made


def test_a_row_that_names_an_item_is_about_the_item() -> None:
    rows = tree(
        n1=("list", 2, 5),
        n2=("listitem", 3, 4),
        n3=("generic", "Blue mug 1"),
        n4=("generic", "Failed"),
        n5=("listitem", "Failed"),
    )
    assert is_item(rows, "4", WORDS)
    assert not is_item(rows, "5", WORDS)


def test_a_table_of_goods_is_about_items_unless_a_row_names_the_job() -> None:
    head = {
        "n1": ("table", 2, 5),
        "n2": ("row", 3, 4),
        "n3": ("columnheader", "Name"),
        "n4": ("columnheader", "Status"),
    }
    goods = tree(**head, n5=("row", 6, 7), n6=("cell", "Green cup"), n7=("cell", "Published"))
    jobs = tree(**head, n5=("row", 6, 7), n6=("cell", "Publish 10 items"), n7=("cell", "Running"))
    assert is_item(goods, "7", WORDS)
    assert not is_item(jobs, "7", WORDS)


@pytest.mark.parametrize(
    "text", ["Missing ID", "Already published (skipped)", "Missing id Data", "Upstream error Upstream", "no permission"]
)
def test_the_name_of_a_cause_is_no_sentence(text: str) -> None:
    assert names_cause(text)
    assert not names_cause(f"3 items failed: {text}")


def test_a_word_above_a_list_is_its_caption() -> None:
    assert is_caption(tree(n1=("generic", 2, 3), n2=("generic", "Failed"), n3=("list",)), "2")
    assert not is_caption(tree(n1=("generic", 2, 3), n2=("status", "Failed"), n3=("list",)), "2")
    assert not is_caption(tree(n1=("generic", 2, 3), n2=("generic", "Failed"), n3=("paragraph", "x")), "2")


def test_controls_and_menus_are_silent() -> None:
    held = tree(n1=("main", 2, 4), n2=("button", 3), n3=("generic", "3 failed"), n4=("paragraph", "3 failed"))
    assert (is_silenced(held, "3"), is_silenced(held, "4")) == (True, False)


def test_a_row_of_a_list_is_about_the_phase_that_it_names() -> None:
    words, key = JobWords(Tiny().accepted(phases=True).case().truth), RunKey("publish", 1)
    rows = tree(
        n1=("list", 2, 5),
        n2=("listitem", 3, 4),
        n3=("generic", "1. Validate"),
        n4=("generic", "Done"),
        n5=("listitem", "x"),
    )
    row = phase_of(rows, "4", None, "Done", words, key)
    own = phase_of(rows, "5", None, "Validate: done", words, key)
    assert (row and row.id, own and own.id) == ("validate", "validate")
    assert phase_of(rows, "5", None, "Published", words, key) is None


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Right now we're on the “Validate” step", "validate"),
        ("In the publish phase", "publish"),
        ("Now at the validate stage of the job", "validate"),
        ("From the validate step to the publish step", None),
        ("We validate and publish", None),
    ],
)
def test_a_sentence_names_the_phase_that_it_stands_in(text: str, phase: str | None) -> None:
    words, key = JobWords(Tiny().accepted(phases=True).case().truth), RunKey("publish", 1)
    found = phase_of(tree(n1=("main", 2), n2=("paragraph", text)), "2", None, text, words, key)
    assert (found.id if found else None) == phase


def test_a_link_with_texts_of_its_own_is_a_part_of_the_page_and_a_named_one_a_control() -> None:
    card = tree(
        n1=("listitem", 2), n2=("link", 3, 4), n3=("generic", "Publish 10 items"), n4=("generic", "4 of 10 processed")
    )
    assert not is_silenced(card, "4")
    assert is_silenced(card, "2")
    named = tree(n1=("listitem", 2), n2=("link", 3, 4), n3=("strong", "4 of 10"), n4=("generic", "processed"))
    assert is_silenced(named, "4")
    assert is_silenced(tree(n1=("button", 2), n2=("link", 3, 4), n3=("generic", "x"), n4=("generic", "Failed")), "4")
