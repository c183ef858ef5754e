"""Whose sentence it is: what a page says of its job, of its goods, of a cause, of itself."""

from typing import Any

import pytest

from harness.facts.binding import counter_of
from harness.facts.case import Case
from harness.microcopy.reading import Kind
from harness.trace.records import ScreenDelta
from tests.tiny import Tiny

JOB_PAGE = "/?job=publish"
HOME = "/"


def page(url: str, at: float, **nodes: tuple[Any, ...] | dict[str, Any]) -> Tiny:
    held = {nid[1:]: node if isinstance(node, dict) else _node(*node) for nid, node in nodes.items()}
    tiny = Tiny().accepted(1).started(2).page(0, url=url)
    return tiny.nodes(at, {"1": {"role": "document", "kids": [2]}, **held})


def _node(role: str, *kids: str | int) -> dict[str, Any]:
    return {"role": role, "kids": list(kids)}


def codes(case: Case) -> set[str]:
    return {claim.reading.code for claim in case.screen.claims()}


SIBLINGS: dict[str, tuple[Any, ...]] = {
    "n2": ("main", 3, 6),
    "n3": ("region", 4, 5),
    "n4": ("heading", "Publish 10 items"),
    "n5": ("paragraph", "Running"),
    "n6": ("region", 7, 8),
    "n7": ("heading", "In numbers"),
    "n8": ("paragraph", "3 items failed"),
}


def test_an_address_that_names_the_job_makes_the_page_speak_of_it() -> None:
    assert codes(page(JOB_PAGE, 3, **SIBLINGS).case()) == {"state:running", "count:failed=3"}
    assert codes(page("/jobs", 3, **SIBLINGS).case()) == {"state:running"}


@pytest.mark.parametrize("heading", ["Jobs", "Recent runs", "Your catalogue"])
def test_a_part_about_many_things_is_not_the_one_job_s(heading: str) -> None:
    nodes = {**SIBLINGS, "n7": ("heading", heading)}
    assert codes(page(JOB_PAGE, 3, **nodes).case()) == {"state:running"}


def test_what_stood_there_before_the_page_turned_to_the_job_does_not_speak_of_it() -> None:
    tiny = page(HOME, 1.5, n2=("main", 3), n3=("paragraph", "3 items failed"))
    tiny._records.append(ScreenDelta(tab=0, at_ms=3_000, set_={}, del_=(), url=JOB_PAGE))
    assert "count:failed=3" not in codes(tiny.case())
    drawn: dict[str, dict[str, Any]] = {
        "2": {"role": "main", "kids": [3]},
        "3": {"role": "paragraph", "kids": ["4 items failed"]},
    }
    assert "count:failed=4" in codes(tiny.nodes(4, drawn).case())


def test_a_link_to_a_job_in_a_page_with_other_headings_is_no_name_of_all_of_it() -> None:
    link = {"role": "link", "kids": ["Publish 10 items"], "href": JOB_PAGE}
    nodes: dict[str, tuple[Any, ...]] = {
        "n2": ("main", 3),
        "n3": ("generic", 4, 5, 6),
        "n4": ("heading", "On the shelf"),
        "n5": ("paragraph", "298 items published"),
        "n6": ("generic", 7, 8),
        "n8": ("generic", "Running"),
    }
    assert codes(page(HOME, 3, **nodes).nodes(3, {"7": link}).case()) == {"state:running"}


def test_a_count_under_the_name_of_a_cause_counts_those_of_that_cause() -> None:
    nodes: dict[str, tuple[Any, ...]] = {
        "n2": ("main", 3, 4),
        "n3": ("heading", "Publish 10 items"),
        "n4": ("article", 5, 6, 7),
        "n5": ("heading", "Missing ID"),
        "n6": ("generic", "1 item failed"),
        "n7": ("paragraph", "Queued"),
    }
    claims = page(JOB_PAGE, 3, **nodes).case().screen.claims()
    assert [(claim.reading.code, claim.reading.cause) for claim in claims] == [("count:failed=1", "missing id")]


def test_a_heading_that_names_its_part_of_the_page_is_no_claim() -> None:
    region = {"role": "region", "name": "Ended", "kids": [5]}
    nodes: dict[str, tuple[Any, ...]] = {
        "n2": ("main", 3, 4),
        "n3": ("heading", "Publish 10 items"),
        "n5": ("heading", "Ended"),
    }
    assert codes(page(JOB_PAGE, 3, **nodes, n4=region).case()) == set()
    assert codes(page(JOB_PAGE, 3, **nodes, n4={**region, "name": "Job"}).case()) == {"ended:finished"}


def test_what_is_replaced_within_a_frame_is_not_shown() -> None:
    tiny = Tiny().accepted(1).started(2)
    said = tiny.screen(3, "3 items failed").screen(3.010, "Running").screen(3.030, "Retrying").case().screen.claims()
    assert [claim.reading.code for claim in said] == ["state:running", "state:retrying"]


def test_a_count_that_begins_with_a_cause_is_judged_by_that_cause() -> None:
    nodes: dict[str, tuple[Any, ...]] = {
        "n2": ("main", 3, 4),
        "n3": ("heading", "Publish 10 items"),
        "n4": ("heading", "Missing ID 1 item failed"),
    }
    claims = page(JOB_PAGE, 3, **nodes).case().screen.claims(kind=Kind.COUNT)
    assert [claim.reading.cause for claim in claims] == ["missing id"]


def test_a_button_says_that_its_press_is_on_the_way_and_nothing_else() -> None:
    nodes: dict[str, tuple[Any, ...]] = {
        "n2": ("main", 3, 4, 5),
        "n3": ("heading", "Publish 10 items"),
        "n4": ("button", "Sending your order…"),
        "n5": ("button", "Publishing 3 of 10…"),
    }
    assert codes(page(JOB_PAGE, 3, **nodes).case()) == {"sending"}


def test_what_was_counted_before_there_was_a_job_was_counted_of_something_else() -> None:
    tiny = Tiny().page(0, url=HOME).screen(0, "22 of 24 published", title=None)
    assert codes(tiny.accepted(1).started(2).case()) == set()


def test_left_beside_a_figure_of_those_tried_again_may_leave_them_out() -> None:
    def left(retrying: int) -> str | None:
        nodes: dict[str, tuple[Any, ...]] = {
            "n2": ("main", 3, 4),
            "n3": ("heading", "Publish 10 items"),
            "n4": ("list", 5, 6, 7, 8),
            "n5": ("term", "Being tried again"),
            "n6": ("definition", str(retrying)),
            "n7": ("term", "Still to do"),
            "n8": ("definition", "9"),
        }
        case = page(JOB_PAGE, 3, **nodes).case()
        claim = next(claim for claim in case.screen.claims(kind=Kind.COUNT) if claim.word == "remaining")
        return counter_of(claim, case)

    assert left(1) is None
    assert left(0) == "remaining"


def test_a_card_that_is_a_link_as_a_whole_says_what_stands_in_it() -> None:
    card: dict[str, Any] = {"n2": _node("main", 3), "n3": _node("list", 4), "n4": _node("listitem", 5)}
    card["n5"] = {**_node("link", 6, 7, 8), "href": "/?job=publish"}
    card |= {"n6": _node("generic", "Publish 10 items"), "n7": _node("generic", "4 of 10 processed")}
    card |= {"n8": _node("generic", "Running")}
    assert codes(page(HOME, 3, **card).case()) == {"count:processed=4/10", "state:running"}
