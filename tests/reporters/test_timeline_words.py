"""The words of every moment: written as changes, and they give back what stood, with what was read in it."""

from typing import Any

import pytest

from harness.core.resources import data
from harness.facts.case import Case
from harness.facts.lines import Shown, shown
from harness.microcopy.reading import Kind, Reading
from harness.reporters import timeline_words
from harness.reporters.timeline_words import read_as, splices, words
from harness.trace.plain import dumps
from harness.trace.trial import read_trial
from tests.tiny import Tiny, running


def written(case: Case) -> dict[str, Any]:
    return words(case, {tab: list(shown(case.trial, tab)) for tab in case.screen.tabs})


def replayed(made: dict[str, Any], tab: int = 0) -> dict[int, list[list[str]]]:
    """The rows of a tab after each change, as the viewer puts them together."""
    told: dict[int, list[list[str]]] = {}
    rows: list[int] = []
    for at_ms, *changes in made["tabs"][tab]["changes"]:
        for first, gone, *come in changes:
            rows[first : first + gone] = come
        told[at_ms] = [list(made["lines"][row]) for row in rows]
    return told


def said(tiny: Tiny, tab: int = 0) -> dict[int, list[list[str]]]:
    return replayed(written(tiny.case()), tab)


def test_every_moment_comes_back_as_it_was() -> None:
    trial = read_trial(data("fixtures") / "trials" / "reload-restores" / "passes.jsonl.gz")
    made = replayed(written(Case(trial)))
    views: dict[int, Shown] = {view.at_ms: view for view in shown(trial, 0)}
    assert len(views) > 100
    stood: list[str] = []
    for at_ms in sorted({*views, *made}):
        if at_ms in made:
            stood = [row[1] for row in made[at_ms]]
        if view := views.get(at_ms):
            assert stood == [*([view.title] if view.title else []), *(line.text for line in view.lines)]


def test_a_line_tells_what_was_read_in_it() -> None:
    told = said(running().screen(2, "Welcome back", "3 of 10 items processed"))
    assert told[2_000] == [
        ["heading", "Publish 10 items"],
        ["paragraph", "Welcome back"],
        ["paragraph", "3 of 10 items processed", "", "processed 3 of 10"],
    ]


def test_the_title_of_a_tab_is_its_first_line() -> None:
    told = said(running().nodes(3, {"1": {"role": "main", "kids": []}}, title="Running: Publish 10 items"))
    assert told[3_000] == [["title", "Running: Publish 10 items", "", "running"]]


def test_words_that_were_drawn_again_are_read_as_before() -> None:
    status = {"role": "status", "kids": ["Publishing…"]}
    tiny = running().nodes(2, {"1": {"role": "main", "kids": [2]}, "2": status})
    tiny.nodes(4, {"1": {"role": "main", "kids": [3]}, "3": status})
    assert list(said(tiny)) == [2_000]


def test_what_could_not_be_read_is_marked() -> None:
    told = said(running().screen(3, "status|Flux at 88 quanta.", "status|3 items failed. Flux at 88 quanta."))
    assert [row[3] for row in told[3_000][1:]] == ["?", "failed 3; ?"]


def test_a_claim_that_is_bound_later_is_told_from_then_on() -> None:
    told = said(Tiny().accepted(5).screen(2, "Queued", title="Publish 10 items"))
    assert [len(row) for at_ms in (2_000, 5_000) for row in told[at_ms][1:]] == [2, 4]


def test_each_tab_has_its_own_words_and_addresses() -> None:
    made = written(running().page(0).screen(3, "Running").page(4, tab=1, url="/jobs").screen(5, "Queued", tab=1).case())
    assert [(tab["tab"], tab["urls"]) for tab in made["tabs"]] == [(0, [(0, "/jobs/1")]), (1, [(4_000, "/jobs")])]
    assert replayed(made, 1)[5_000][-1][1] == "Queued"


def test_a_page_that_never_stops_talking_is_kept_more_coarsely(monkeypatch: pytest.MonkeyPatch) -> None:
    tiny = Tiny(end=900).accepted(1)
    for second in range(600):
        tiny.screen(2 + second, f"Line {second}, which is not like any other line of this page")
    whole = written(tiny.case())
    monkeypatch.setattr(timeline_words, "MOST_BYTES", 30_000)
    bounded = written(tiny.case())
    assert whole["tabs"][0]["every"] == 0
    assert len(dumps(bounded)) <= 30_000 < len(dumps(whole))
    assert bounded["tabs"][0]["every"] == 900_000 // 300
    assert len(bounded["lines"]) < 330


def test_even_a_page_that_changes_all_of_a_long_text_all_the_time_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    tiny = Tiny(end=90).accepted(1)
    for second in range(1, 80):
        tiny.screen(second, *(f"{second} {line} {'x' * 500}" for line in range(20)))
    monkeypatch.setattr(timeline_words, "MOST_BYTES", 1_000)
    assert len(written(tiny.case())["tabs"][0]["changes"]) <= timeline_words.LEAST_MOMENTS + 2


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ([], [1, 2], [[0, 0, 1, 2]]),
        ([1, 2, 3], [1, 2, 3], []),
        ([1, 2, 3, 4], [1, 9, 3, 8], [[1, 1, 9], [3, 1, 8]]),
        ([1, 2, 3, 4], [1, 9, 8, 4], [[1, 2, 9, 8]]),
        ([1, 2, 3], [1, 7, 2, 3], [[1, 0, 7]]),
        ([1, 1, 1], [1, 1], [[2, 1]]),
        ([1, 2], [], [[0, 2]]),
    ],
)
def test_splices(before: list[int], after: list[int], changes: list[list[int]]) -> None:
    assert splices(before, after) == changes


@pytest.mark.parametrize(
    ("reading", "told"),
    [
        (Reading(kind=Kind.COUNT, text="", word="processed", value=76, total=197), "processed 76 of 197"),
        (Reading(kind=Kind.PERCENT, text="", value=39.5), "39.5 %"),
        (Reading(kind=Kind.STATE, text="", word="running"), "running"),
        (Reading(kind=Kind.STEP, text="", word="current", value=1, total=2), "step current 1 of 2"),
        (Reading(kind=Kind.ENDED, text="", word="partial"), "ended partial"),
        (Reading(kind=Kind.AS_OF, text=""), "how new it is"),
    ],
)
def test_readings_in_words(reading: Reading, told: str) -> None:
    assert read_as(reading) == told
