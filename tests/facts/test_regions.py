"""Regions: the smallest container that names a job."""

from typing import Any

from harness.facts.jobwords import JobWords
from harness.facts.regions import Regions
from harness.facts.tree import Tree
from harness.trace.records import ScreenDelta
from tests.tiny import Tiny

WORDS = JobWords(Tiny().accepted(1).accepted(2, job="import", title="Import 5 rows").case().truth)


def regions(**nodes: dict[str, Any]) -> tuple[Regions, Tree]:
    tree, held = Tree(), Regions(WORDS)
    changed = tree.apply(ScreenDelta(tab=0, at_ms=0, set_={nid[1:]: node for nid, node in nodes.items()}, del_=()))
    held.note(tree, changed)
    return held, tree


def node(role: str, *kids: str | int, **rest: Any) -> dict[str, Any]:
    return {"role": role, "kids": list(kids), **rest}


def test_a_heading_names_what_it_stands_in_up_to_the_first_container() -> None:
    held, tree = regions(
        n1=node("main", 2),
        n2=node("article", 3, 5),
        n3=node("generic", 4),
        n4=node("heading", "Publish 10 items"),
        n5=node("paragraph", "x"),
    )
    assert held.of(tree, "5") == ("publish",)
    assert held.of(tree, "1") == ()


def test_two_names_part_what_they_share() -> None:
    held, tree = regions(
        n1=node("main", 2, 3, 8),
        n2=node("generic", 4, 5),
        n3=node("generic", 6, 7),
        n4=node("heading", "Publish 10 items"),
        n5=node("paragraph", "a"),
        n6=node("heading", "Import 5 rows"),
        n7=node("paragraph", "b"),
        n8=node("paragraph", "c"),
    )
    assert [held.of(tree, nid) for nid in ("5", "7", "8")] == [("publish",), ("import",), ()]


def test_a_link_names_by_where_it_leads() -> None:
    held, tree = regions(
        n1=node("list", 2),
        n2=node("listitem", 3, 4),
        n3=node("link", "See", href="/jobs/import"),
        n4=node("generic", "x"),
    )
    assert held.of(tree, "4") == ("import",)


def test_a_heading_of_a_kind_names_where_nothing_names_better() -> None:
    held, tree = regions(n1=node("main", 2, 3), n2=node("heading", "Importing your rows"), n3=node("paragraph", "x"))
    assert held.of(tree, "3") == ("import",)


def test_it_says_whether_anything_changed() -> None:
    held, tree = regions(n1=node("main", 2), n2=node("heading", "Publish 10 items"))
    assert not held.note(tree, {"2"})
    tree.apply(ScreenDelta(tab=0, at_ms=1, set_={"2": node("heading", "Weather")}, del_=()))
    assert held.note(tree, {"2"})
