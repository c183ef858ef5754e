"""quantity-within-ten-seconds: numbers, shares, steps, times; and ten seconds of patience."""

from typing import Any

import pytest

from tests.laws.answers import answer, sentences
from tests.tiny import Tiny

LAW = "quantity-within-ten-seconds"


def job(end: float = 60) -> Tiny:
    """At work from 2 s to 50 s."""
    tiny = Tiny(end=end).page(0).accepted(total=10, phases=True).event(2, "run.started", worker=1)
    tiny.event(2, "phase.started", phase="validate", total=10)
    return tiny.ended(50) if end > 50 else tiny


@pytest.mark.parametrize(
    "line",
    [
        "4 of 10 items processed",
        "40 %",
        "Step 1 of 2",
        "About 2 min left",
        "7 items remaining",
        "4 items found so far",
        "progressbar|Publishing 4 of 10",
    ],
)
def test_any_one_quantity_passes(line: str) -> None:
    verdict = answer(LAW, job().screen(2.1, "Running", line))
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


@pytest.mark.parametrize("line", ["Please be patient", "Running for 2 min", "3 items failed"])
def test_a_verb_alone_fails_after_ten_seconds(line: str) -> None:
    verdict = answer(LAW, job().screen(2.1, "Publishing your items…", line))
    assert [(finding.at_ms, finding.until_ms) for finding in verdict.findings] == [(12_500, 50_000)]


def test_the_finding_gives_the_verb() -> None:
    tiny = job().screen(2, "Publishing your items…").screen(20, "Publishing your items…", "4 of 10 items processed")
    assert sentences(answer(LAW, tiny)) == [
        (
            'job "Publish 10 items" at 12.5 s: the page said "Publishing your items…"; '
            "in truth it was validating item 1 of 10."
        )
    ]


@pytest.mark.parametrize(("until", "verdict"), [(12.5, "passed"), (12.501, "failed")])
def test_the_edge(until: float, verdict: str) -> None:
    # The page is given 2 s and the allowance to load: what it owes counts from 2.5 s on.
    tiny = job().screen(2, "Running").screen(until, "Running", "4 of 10 items processed")
    assert answer(LAW, tiny).verdict == verdict


def test_a_later_stretch_of_a_bare_verb_fails_too() -> None:
    tiny = job().screen(2, "Running", "4 of 10 items processed").screen(20, "Running").screen(31, "Running", "50 %")
    assert answer(LAW, tiny).findings[0].at_ms == 30_000


def test_a_short_job_is_no_opportunity() -> None:
    tiny = Tiny(end=60).page(0).accepted().started().ended(12).screen(2, "Running")
    assert answer(LAW, tiny).verdict == "not_exercised"


def test_a_job_that_waits_is_none_either() -> None:
    tiny = Tiny(end=60).page(0).accepted().screen(2, "Queued")
    assert answer(LAW, tiny).verdict == "not_exercised"


def test_while_nothing_arrives_nobody_is_blamed() -> None:
    tiny = job().screen(2, "Running", "50 %").fault(10, 30).screen(10, "Running")
    assert answer(LAW, tiny.screen(36, "Running", "50 %")).verdict == "passed"
    assert answer(LAW, job().screen(2, "Running", "50 %").fault(10, 20).screen(10, "Running")).verdict == "failed"


def test_a_hidden_tab_shows_nothing() -> None:
    assert answer(LAW, job().screen(2, "Running").page(8, "hide")).verdict == "not_exercised"


def test_of_several_jobs_each_needs_its_own() -> None:
    nodes: dict[str, dict[str, Any]] = {
        "1": {"role": "generic", "kids": [2, 3]},
        "2": {"role": "article", "kids": [4, 5, 6]},
        "3": {"role": "article", "kids": [7, 8]},
        "4": {"role": "heading", "kids": ["Publish 10 items"]},
        "5": {"role": "paragraph", "kids": ["Running"]},
        "6": {"role": "paragraph", "kids": ["4 of 10 items processed"]},
        "7": {"role": "heading", "kids": ["Sync 5 items"]},
        "8": {"role": "paragraph", "kids": ["Running"]},
    }
    tiny = job().accepted(1.5, total=5, job="sync", title="Sync 5 items").started(2, job="sync").nodes(2.1, nodes)
    verdict = answer(LAW, tiny)
    assert (verdict.judged, [finding.job for finding in verdict.findings]) == (2, ["sync"])


def test_a_page_that_says_in_passing_that_a_job_has_not_ended_is_no_spinner() -> None:
    assert answer(LAW, job().screen(2.1, "It has not ended yet.")).verdict == "not_exercised"


def test_a_number_that_cannot_be_read_is_doubt() -> None:
    tiny = job().screen(2.1, "Running", "17 blue widgets of the small kind frobnicated")
    assert answer(LAW, tiny).verdict == "cant_tell"


def test_a_page_that_has_no_word_for_it_cannot_be_judged() -> None:
    verdict = answer(LAW, job().screen(2.1, "Hello"))
    assert (verdict.verdict, verdict.why) == ("not_observable", "the page never says in words that a job is at work")
