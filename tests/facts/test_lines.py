"""What a page says, line by line, in reading order, after each change."""

from collections.abc import Sequence
from typing import Any

import pytest

from harness.core.resources import data
from harness.facts.case import Case
from harness.facts.lines import LONGEST, MOST_LINES, Line, Lines, Shown, shown
from harness.facts.screen import Screen
from harness.trace.records import ScreenDelta
from harness.trace.trial import read_trial
from tests.tiny import Tiny


def node(role: str, *kids: str | int, **rest: Any) -> dict[str, Any]:
    return {"role": role, "kids": list(kids), **rest}


def views(tiny: Tiny, tab: int = 0) -> list[Shown]:
    return list(shown(tiny.trial(), tab))


def lines(*nodes: dict[str, Any]) -> Sequence[Line]:
    """The lines of a page whose root holds these nodes, numbered from 2; the others are their kids."""
    held = {str(number): one for number, one in enumerate(nodes, 2)}
    inner = {kid for one in nodes for kid in one["kids"] if isinstance(kid, int)}
    root = node("main", *(int(number) for number in held if int(number) not in inner))
    return views(Tiny().nodes(1, {"1": root, **held}))[-1].lines


def test_a_sentence_keeps_its_links_and_its_emphasis() -> None:
    (line,) = lines(node("paragraph", "3 items", 3, "failed.", 4), node("strong", "really"), node("link", "See them"))
    assert (line.text, line.nodes) == ("3 items really failed. See them", ("2", "3", "4"))


def test_numbers_that_are_wrapped_one_by_one_are_one_line() -> None:
    assert [line.text for line in lines(node("generic", 3, 4), node("strong", "20"), node("emphasis", "done"))] == [
        "20 done"
    ]


def test_what_stands_alone_in_a_sentence_is_a_line_of_its_own() -> None:
    said = lines(node("paragraph", "Failed", 3), node("button", "Try again", enabled=False))
    assert [(line.role, line.text, line.note) for line in said] == [
        ("paragraph", "Failed", ""),
        ("button", "Try again", "not available"),
    ]


def test_a_row_is_one_line_and_holds_all_its_nodes() -> None:
    (line,) = lines(node("row", 3, 4), node("cell", 5), node("cell", "Failed"), node("link", "Blue mug"))
    assert (line.role, line.text, line.nodes) == ("row", "Blue mug · Failed", ("2", "5", "4"))


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (node("progressbar", name="Items", value={"now": 39, "min": 0, "max": 100}), "Items: 39 %"),
        (node("progressbar", value={"now": 3, "max": 8}), "3 of 8"),
        (node("progressbar", name="Items", value={"now": 3, "max": 8, "text": "3 done"}, drawn=0.4), "Items: 3 done"),
        (node("progressbar", drawn=0.4), "drawn to 40 %"),
        (node("textbox", name="Name", value={"text": "Ada"}), "Name: Ada"),
        (node("img", name="A warning"), "A warning"),
        (node("button", name="Close"), "Close"),
    ],
)
def test_what_says_something_without_words(one: dict[str, Any], text: str) -> None:
    assert [line.text for line in lines(one)] == [text]


@pytest.mark.parametrize(
    ("states", "note"),
    [
        ({"checked": True}, "ticked"),
        ({"checked": "mixed"}, "partly ticked"),
        ({"checked": False, "expanded": True}, "not ticked, open"),
    ],
)
def test_what_a_control_states(states: dict[str, Any], note: str) -> None:
    (line,) = lines(node("checkbox", "All", **states))
    assert line.note == note


def test_a_change_deep_inside_changes_what_holds_it() -> None:
    tiny = Tiny().nodes(1, {"1": node("main", 2), "2": node("row", 3), "3": node("cell", 4), "4": node("generic", "1")})
    said = views(tiny.nodes(2, {"4": node("generic", "2")}))
    assert [[line.text for line in view.lines] for view in said] == [[], ["1"], ["2"]]


def test_a_document_begins_with_nothing_and_a_closed_tab_says_nothing() -> None:
    tiny = Tiny().page(0).screen(1, "Queued").page(2, "reload", url="/jobs/2").screen(3, "Running").page(4, "close")
    told = [(view.document, view.url, [line.text for line in view.lines][1:]) for view in views(tiny)]
    assert told == [
        (1, "/jobs/1", []),
        (1, "/jobs/1", ["Queued"]),
        (2, "/jobs/2", []),
        (2, "/jobs/2", ["Running"]),
        (3, "", []),
    ]


def test_each_tab_is_read_by_itself() -> None:
    tiny = Tiny().page(0).screen(1, "Queued").page(2, tab=1).screen(3, "Running", tab=1)
    assert [[line.text for line in view.lines][1:] for view in views(tiny, 1)] == [[], ["Running"]]


def test_a_title_stays_until_another_document() -> None:
    tiny = Tiny().nodes(1, {"1": node("main", "a")}, title="Running").nodes(2, {"1": node("main", "b")})
    assert [view.title for view in views(tiny.page(3, "reload"))] == ["", "Running", "Running", ""]


def test_there_is_an_end_to_what_a_page_says() -> None:
    said = lines(*(node("paragraph", "x" * 2 * LONGEST) for _ in range(MOST_LINES + 7)))
    assert len(said) == MOST_LINES + 1
    assert said[-1].text == "and 7 more lines"
    assert len(said[0].text) == LONGEST + 1


@pytest.mark.parametrize("name", ["reload-restores/passes", "no-early-hundred/fails"])
def test_reading_only_what_changed_gives_what_reading_all_gives(name: str) -> None:
    trial = read_trial(data("fixtures") / "trials" / f"{name}.jsonl.gz")
    fresh = list(Screen(trial, Case(trial).words).frames(0))
    told = {view.at_ms: view for view in shown(trial, 0)}
    for frame in fresh[:: len(fresh) // 12]:
        whole = Lines()
        whole.apply(ScreenDelta(tab=0, at_ms=0, set_=frame.nodes, del_=()))
        assert told[frame.at_ms].lines == whole.all()
