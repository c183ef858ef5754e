"""The plot: one file that holds everything, says it in words too, and stays small however many items there are."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from harness.cli.plot import check_plot_file, plot, write_plot
from harness.cli.plot_rows import LEFT, RIGHT
from harness.core.errors import UsageError
from harness.trace.truth_event import TruthEvent
from tests.cli.logs import EVERYTHING, MAT, accepted, log, whole
from tests.cli.test_crowd import SCENARIO

SVG = "{http://www.w3.org/2000/svg}"


def drawn(events: list[TruthEvent], end_ms: int = 80_000) -> ElementTree.Element:
    return ElementTree.fromstring(plot(SCENARIO, events, end_ms))


def boxes(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [
        box
        for box in root.iter(f"{SVG}rect")
        if name in box.get("class", "").split() and box.find(f"{SVG}title") is not None
    ]


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


def test_it_has_a_name_and_a_description() -> None:
    root = drawn(EVERYTHING)
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "title desc")
    assert root.findtext(f"{SVG}title") == "Many"
    assert "publish: waited 10.0 s; was cancelled at 1 min 20.0 s" in (root.findtext(f"{SVG}desc") or "")


def test_what_a_run_did_is_a_box_each_at_its_time() -> None:
    root = drawn(EVERYTHING)
    told = {name: len(boxes(root, name)) for name in ("waiting", "working", "resting", "paused", "phase")}
    assert told == {"waiting": 3, "working": 9, "resting": 2, "paused": 2, "phase": 8}
    waiting = boxes(root, "waiting")[0]
    assert float(waiting.get("x", "")) == LEFT
    assert float(waiting.get("width", "")) == pytest.approx((RIGHT - LEFT) * 10 / 80, abs=0.1)
    assert waiting.findtext(f"{SVG}title") == "waiting for a worker, 0.0 s to 10.0 s"


def test_marks_say_what_happened_when() -> None:
    titles = [title.text or "" for title in drawn(EVERYTHING).iter(f"{SVG}title")]
    assert "20.0 s: worker lost, worker-1" in titles
    assert "44.0 s: item failed, item-002 Vase, timed out" in titles
    assert "45.0 s: failed, to be tried again, next at 1 min 00.0 s" not in titles  # it lies on the mark before it
    assert "45.0 s: failed, to be tried again, item-003 Mat, a new cause" in titles


def test_many_jobs_are_heights_and_the_past_has_its_own_axis() -> None:
    past = [event for number in range(30) for event in whole(number * 60_000 - 3_600_000, job=f"sync-{number + 1}")]
    now = [event for number in range(9) for event in whole(number * 1_000, job=f"import-{number + 1}")]
    words = texts(drawn([*past, *now, *EVERYTHING]))
    assert {"sync: 30 jobs", "import: 9 jobs", "publish", "−1 h"} <= set(words)
    assert "1 min" in words


def test_a_hundred_thousand_items_are_a_small_file() -> None:
    ends = [(at_ms, "item.succeeded", MAT | {"attempt": 1}) for at_ms in range(100_000)]
    assert len(plot(SCENARIO, log(accepted(0), (0, "run.started", {}), *ends), 100_000)) < 100_000


def test_markup_in_a_name_is_no_markup() -> None:
    root = drawn(log(accepted(0, title='<script>"&')))
    assert root.find(f".//{SVG}script") is None


def test_nothing_at_all_is_a_plot_too() -> None:
    assert drawn([], 0).findtext(f"{SVG}desc") == "No job was started."


def test_only_svg_is_drawn() -> None:
    with pytest.raises(UsageError, match=r'--plot "out/plot.png": only SVG is drawn; write plot.svg'):
        check_plot_file("out/plot.png")
    assert check_plot_file("plot.SVG") == Path("plot.SVG")


def test_a_place_that_cannot_be_written_to_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot be written .no such file or directory.; name a file"):
        write_plot(tmp_path / "nowhere" / "plot.svg", "<svg/>")
