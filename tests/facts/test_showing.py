"""What stands on a tab at a moment about one run."""

from typing import Any

from harness.core.words import RunKey
from harness.facts.showing import tree_at
from tests.tiny import Tiny, running

PUBLISH, OTHER = RunKey("publish", 1), RunKey("import", 1)


def node(role: str, *kids: str | int, **rest: Any) -> dict[str, Any]:
    return {"role": role, "kids": list(kids), **rest}


def texts(tiny: Tiny, at_ms: int, run: RunKey = PUBLISH) -> list[str]:
    return [line.text for line in tiny.case().screen.showing(0, at_ms, run).lines]


def test_texts_stand_until_they_are_replaced() -> None:
    tiny = running().screen(2, "Queued").screen(5, "Publishing…")
    assert texts(tiny, 3_000) == ["Queued"]
    assert texts(tiny, 5_000) == ["Publishing…"]


def test_a_new_document_is_empty() -> None:
    tiny = running().screen(2, "Queued").page(4, "reload")
    assert texts(tiny, 5_000) == []
    assert tree_at(tiny.trial(), 0, 5_000)[0].nodes == {}


def two_jobs() -> Tiny:
    tiny = Tiny().accepted(1).accepted(2, job="import", title="Import 5 rows", total=5)
    nodes = {"1": node("main", 2, 8), "2": node("article", 3, 4, 5), "3": node("heading", "Publish 10 items")}
    nodes |= {"4": node("paragraph", "Running"), "5": node("button", "Cancel publish")}
    nodes |= {"8": node("article", 9, 10, 11), "9": node("heading", "Import 5 rows"), "10": node("paragraph", "Queued")}
    nodes |= {"11": node("button", "Cancel import", enabled=False)}
    return tiny.nodes(3, nodes)


def test_each_job_has_its_own_texts_and_controls() -> None:
    assert texts(two_jobs(), 4_000) == ["Running"]
    assert texts(two_jobs(), 4_000, OTHER) == ["Queued"]
    shown = two_jobs().case().screen
    assert shown.showing(0, 4_000, PUBLISH).controls == ("Cancel publish",)
    assert shown.showing(0, 4_000, OTHER).controls == ()


def test_a_row_of_a_list_is_brief() -> None:
    nodes = {"1": node("main", 2), "2": node("table", 3), "3": node("row", 4, 5)}
    nodes |= {"4": node("cell", "Publish 10 items"), "5": node("cell", "Running")}
    assert running().nodes(3, nodes).case().screen.showing(0, 4_000, PUBLISH).brief
    assert not running().screen(3, "Running").case().screen.showing(0, 4_000, PUBLISH).brief


def test_a_title_by_itself_names_the_job_and_is_no_line() -> None:
    shown = running().screen(3, "Running", title="Publish 10 items").case().screen.showing(0, 4_000, PUBLISH)
    assert (shown.named, shown.headed, [line.text for line in shown.lines]) == (True, True, ["Running"])
    nodes = {"1": node("main", 2, 3), "2": node("link", "Publish 10 items"), "3": node("paragraph", "Welcome")}
    linked = running().nodes(3, nodes).case().screen.showing(0, 4_000, PUBLISH)
    assert (linked.named, linked.headed) == (True, False)
    assert not running().screen(3, "Running", title=None).case().screen.showing(0, 4_000, PUBLISH).named


def test_items_are_named_and_say_nothing_but_their_rows_are_told_apart() -> None:
    tiny = Tiny().accepted(total=2).started().item(3, 1, "failed")
    nodes = {"1": node("main", 2, 3), "2": node("heading", "Publish 2 items"), "3": node("table", 4)}
    nodes |= {"4": node("row", 5, 6), "5": node("cell", "Blue mug 1"), "6": node("cell", "It has no SKU")}
    (line,) = tiny.nodes(3.5, nodes).case().screen.showing(0, 4_000, PUBLISH).lines
    assert (line.text, line.item) == ("It has no SKU", True)


def test_a_number_comes_with_its_label_and_a_menu_says_nothing() -> None:
    nodes = {"1": node("generic", 2, 3), "2": node("navigation", "Jobs"), "3": node("main", 4, 5)}
    nodes |= {"4": node("heading", "Publish 10 items"), "5": node("group", 6, 7)}
    nodes |= {"6": node("generic", "Failed"), "7": node("generic", "3")}
    assert texts(running().nodes(3, nodes), 4_000) == ["Failed", "Failed: 3"]


def test_what_is_beside_a_line() -> None:
    nodes = {"1": node("main", 2, 3), "2": node("heading", "Publish 10 items"), "3": node("list", 4, 7)}
    nodes |= {"4": node("listitem", 5, 6), "5": node("paragraph", "one"), "6": node("paragraph", "two")}
    nodes |= {"7": node("listitem", 8), "8": node("paragraph", "three")}
    shown = running().nodes(3, nodes).case().screen.showing(0, 4_000, PUBLISH)
    first = next(line for line in shown.lines if line.text == "one")
    assert [line.text for line in shown.beside(first, 2)] == ["two"]
    third = next(line for line in shown.lines if line.text == "three")
    assert shown.beside(third, 1) == ()
