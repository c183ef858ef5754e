"""Which counter a number counts, from the page alone."""

from typing import Any

import pytest

from harness.facts.binding import counter_of
from harness.microcopy.reading import Kind
from tests.tiny import Tiny


@pytest.mark.parametrize(
    ("line", "beside", "counter"),
    [
        ("Validating items: 4 of 10", "", "phase:validate"),
        ("Right now we're checking your items (4 of 10)", "", "phase:validate"),
        ("We're on the “Validate” step (4 of 10)", "", "phase:validate"),
        ("Publishing items: 4 of 10", "", "phase:publish"),
        ("Importing 4 of 10", "", "processed"),
        ("4 of 10", "", "processed"),
        ("4 of 10", "Verifying your items", "phase:validate"),
        ("4 of 10", "Running", "processed"),
        ("4 done", "Verifying your items", "processed"),
        ("4 of 10 items processed", "Verifying your items", "processed"),
        ("4 failed", "", "failed"),
        ("6 items left", "", "remaining"),
    ],
)
def test_a_number_is_bound_by_its_words_and_what_stands_beside_it(line: str, beside: str, counter: str) -> None:
    tiny = Tiny().accepted(phases=True).event(2, "run.started", worker=1)
    tiny.event(2, "phase.started", phase="validate", total=10)
    case = tiny.screen(3, *([beside] if beside else []), line, title="Publish 10 items").case()
    counts = case.screen.claims(kind=Kind.COUNT)
    assert [counter_of(claim, case) for claim in counts] == [counter]


@pytest.mark.parametrize(
    ("labels", "counter"),
    [
        (("Done", "Failed"), "succeeded"),
        (("Done", "Skipped", "Failed"), "succeeded"),
        (("Done", "Failed", "Left"), "processed"),
        (("Done",), "processed"),
    ],
)
def test_a_tile_that_says_done_is_bound_by_the_tiles_beside_it(labels: tuple[str, ...], counter: str) -> None:
    nodes: dict[str, dict[str, Any]] = {
        "1": {"role": "main", "kids": [2, 3]},
        "2": {"role": "heading", "level": 1, "kids": ["Publish 10 items"]},
        "3": {"role": "list", "kids": [number for at in range(len(labels)) for number in (10 + at, 20 + at)]},
    }
    for at, label in enumerate(labels):
        nodes[str(10 + at)] = {"role": "term", "kids": [label]}
        nodes[str(20 + at)] = {"role": "definition", "kids": ["0"]}
    case = Tiny().accepted().started().nodes(3, nodes).case()
    done = next(claim for claim in case.screen.claims(kind=Kind.COUNT) if claim.word == "finished")
    assert counter_of(done, case) == counter


@pytest.mark.parametrize(
    ("tiles", "counter"),
    [
        ({"Done": 3, "Failed": 2, "Left": 5, "Total": 10}, "succeeded"),
        ({"Done": 5, "Failed": 2, "Left": 5, "Total": 10}, "processed"),
        ({"Done": 5, "Failed": 2, "Processed": 5}, "processed"),
        ({"Done": 3, "Failed": 2, "Processed": 5}, "succeeded"),
        ({"Done": 4, "Failed": 2, "Left": 5, "Total": 10}, None),
        ({"Done": 4, "Failed": 2, "Left": 5}, None),
    ],
)
def test_the_sum_of_the_tiles_tells_what_done_counts(tiles: dict[str, int], counter: str | None) -> None:
    nodes: dict[str, dict[str, Any]] = {
        "1": {"role": "main", "kids": [2, 3]},
        "2": {"role": "heading", "level": 1, "kids": ["Publish 10 items"]},
        "3": {"role": "list", "kids": list(range(10, 10 + len(tiles)))},
    }
    for at, (label, value) in enumerate(tiles.items()):
        nodes[str(10 + at)] = {"role": "listitem", "kids": [f"{label} {value} (10%)"]}
    case = Tiny().accepted().started().nodes(3, nodes).case()
    done = next(claim for claim in case.screen.claims(kind=Kind.COUNT) if claim.word == "finished")
    assert counter_of(done, case) == counter


@pytest.mark.parametrize(("text", "counter"), [("2 of 10 items", "processed"), ("2 of 7 items", "phase:publish")])
def test_an_unnamed_number_of_as_many_as_the_job_has_is_the_jobs(text: str, counter: str) -> None:
    tiny = Tiny().accepted(phases=True).event(2, "run.started", worker=1)
    tiny.event(2, "phase.started", phase="publish", total=7)
    case = tiny.screen(3, "Publishing your items", text, title="Publish 10 items").case()
    assert [counter_of(claim, case) for claim in case.screen.claims(kind=Kind.COUNT)] == [counter]


@pytest.mark.parametrize(
    ("line", "cancelled", "running"),
    [
        ("7 items were not processed.", "remaining", "failed"),
        ("7 items were not published.", None, "failed"),
        ("7 items failed.", "failed", "failed"),
        ("7 failed, 3 items skipped. None of them were processed.", "failed", "failed"),
    ],
)
def test_beside_a_cancellation_what_was_not_done_need_not_have_been_tried(
    line: str, cancelled: str | None, running: str
) -> None:
    def counter(beside: str) -> str | None:
        case = Tiny().accepted().event(2, "run.started", worker=1).screen(3, beside, line).case()
        claim = next(claim for claim in case.screen.claims(kind=Kind.COUNT) if claim.value == 7)
        return counter_of(claim, case)

    assert (counter("The job was cancelled."), counter("Running")) == (cancelled, running)
