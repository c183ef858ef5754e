"""no-early-hundred."""

from typing import Any

import pytest

from tests.laws.answers import answer
from tests.tiny import Tiny, running

LAW = "no-early-hundred"


def bar(tiny: Tiny, at: float, **node: object) -> Tiny:
    heading = {"role": "heading", "level": 1, "kids": ["Publish 10 items"]}
    nodes: dict[str, dict[str, Any]] = {"1": {"role": "main", "kids": [2, 3]}, "2": heading, "3": {"kids": [], **node}}
    return tiny.nodes(at, nodes)


def test_a_percentage_that_waits_for_the_end_passes() -> None:
    tiny = running().screen(3, "10 %").screen(11.9, "99 %").screen(12, "100 %")
    assert (answer(LAW, tiny).verdict, answer(LAW, tiny).judged) == ("passed", 3)


def test_a_hundred_before_the_end_fails() -> None:
    verdict = answer(LAW, running().screen(3, "10 %").screen(8, "99 %").screen(9, "100 %"))
    assert (verdict.findings[0].at_ms, verdict.findings[0].until_ms) == (9000, 12000)


@pytest.mark.parametrize(
    "full",
    [
        {"role": "progressbar", "value": {"now": 100, "min": 0, "max": 100}},
        {"role": "progressbar", "value": {"now": 10, "min": 0, "max": 10}},
        {"role": "progressbar", "value": {"now": 1, "min": 0, "max": 1}},
        {"role": "generic", "drawn": 0.9992},
    ],
)
def test_a_full_bar_counts_however_it_is_made(full: dict[str, object]) -> None:
    assert answer(LAW, bar(running(), 9, **full)).verdict == "failed"


def test_a_bar_of_one_phase_is_not_the_jobs() -> None:
    tiny = Tiny(end=30).accepted(phases=True).event(2, "run.started", worker=1)
    nodes: dict[str, dict[str, Any]] = {
        "1": {"role": "main", "kids": [2, 3]},
        "2": {"role": "heading", "level": 1, "kids": ["Publish 10 items"]},
        "3": {"role": "list", "kids": [4, 5]},
        "4": {"role": "listitem", "kids": ["Validate", 6]},
        "5": {"role": "listitem", "kids": ["Publish", 7]},
        "6": {"role": "progressbar", "kids": [], "value": {"now": 100, "min": 0, "max": 100}},
        "7": {"role": "progressbar", "kids": [], "value": {"now": 0, "min": 0, "max": 100}},
    }
    assert answer(LAW, tiny.nodes(9, nodes)).findings == ()


def test_a_page_without_bar_or_percentage_cannot_be_judged() -> None:
    assert answer(LAW, running().screen(2.1, "Publishing…")).verdict == "not_observable"


def test_nothing_shown_is_nothing_judged() -> None:
    assert answer(LAW, running()).verdict == "not_exercised"


def stopped(outcome: str, succeeded: int, failed: int = 0) -> Tiny:
    """Ended at 6 s, before its ten items were done with."""
    tiny = Tiny(end=30).accepted().started()
    for number in range(1, succeeded + 1):
        tiny.item(3, number)
    for number in range(succeeded + 1, succeeded + failed + 1):
        tiny.item(4, number, "failed")
    return tiny.ended(6, outcome, succeeded=succeeded, failed=failed)


@pytest.mark.parametrize(("outcome", "failed"), [("cancelled", 0), ("partial", 1)])
def test_a_job_that_stopped_half_way_is_never_full(outcome: str, failed: int) -> None:
    verdict = answer(LAW, bar(stopped(outcome, 3, failed), 7, role="generic", drawn=1))
    assert [finding.at_ms for finding in verdict.findings] == [7_000]
    assert verdict.findings[0].truth.endswith(f"{7 - failed} not attempted")


def test_a_job_that_failed_at_its_last_item_may_be_full() -> None:
    assert answer(LAW, bar(stopped("partial", 9, 1), 7, role="generic", drawn=1)).findings == ()


def test_a_bar_that_is_nearly_full_is_not_full() -> None:
    assert answer(LAW, bar(running(), 9, role="generic", drawn=0.995)).findings == ()
