"""progress-monotone: bars, shares and counts that fall, over phases, reloads, reconnects; totals that are restated."""

from typing import Any

import pytest

from tests.laws.answers import answer, answers, sentences
from tests.tiny import Tiny, running

LAW = "progress-monotone"


def shown(*lines: str, tiny: Tiny | None = None) -> Tiny:
    """One line after the other, each second from 3.1 s on."""
    tiny = tiny or running()
    for number, line in enumerate(lines):
        tiny.screen(3.1 + number, "Publishing…", line)
    return tiny


@pytest.mark.parametrize(
    "shape", ["{} of 10 items processed", "{}0 %", "Publishing item {} of 10", "{} of 10 items published"]
)
def test_what_rises_passes_and_what_falls_fails(shape: str) -> None:
    assert answer(LAW, shown(*(shape.format(number) for number in (1, 2, 3, 4)))).verdict == "passed"
    verdict = answer(LAW, shown(*(shape.format(number) for number in (1, 3, 2, 4))))
    assert [finding.at_ms for finding in verdict.findings] == [5_100]


def test_the_finding_gives_both() -> None:
    assert sentences(answer(LAW, shown("10 %", "30 %", "20 %"))) == [
        (
            'job "Publish 10 items" at 5.1 s: the page said "20 %"; '
            'in truth the page had already said "30 %" (publishing item 4 of 10).'
        )
    ]


def test_what_stays_passes() -> None:
    assert answer(LAW, shown("10 %", "20 %", "Hello", "20 %")).verdict == "passed"


def test_one_fall_is_one_finding_until_it_is_made_up_for() -> None:
    verdict = answer(LAW, shown("10 %", "50 %", "20 %", "30 %", "40 %", "60 %", "70 %", "55 %"))
    assert [(finding.at_ms, finding.until_ms) for finding in verdict.findings] == [(5_100, 8_100), (10_100, None)]


def test_too_few_values_are_no_pass() -> None:
    assert answer(LAW, shown("10 %", "20 %")).verdict == "not_exercised"


def test_a_reload_excuses_nothing() -> None:
    tiny = shown("20 %", "30 %").page(6, "reload").screen(6.1, "Publishing…", "10 %").screen(7, "Publishing…", "40 %")
    assert [finding.at_ms for finding in answer(LAW, tiny).findings] == [6_100]


def test_nor_does_the_network() -> None:
    tiny = shown("20 %", "30 %").fault(4.5, 9).screen(10, "Publishing…", "10 %")
    assert answer(LAW, tiny).verdict == "failed"


def test_a_total_that_is_restated_in_the_frame_excuses_it_and_what_follows() -> None:
    lines = ("2 of 10 items processed · 20 %", "5 of 10 items processed · 50 %", "5 of 20 items processed · 25 %")
    assert answer(LAW, shown(*lines, "6 of 20 items processed · 30 %")).verdict == "passed"
    assert answer(LAW, shown(*lines, "4 of 20 items processed · 20 %")).verdict == "failed"


def test_a_total_that_is_not_told_excuses_nothing() -> None:
    assert answer(LAW, shown("20 %", "50 %", "25 %")).verdict == "failed"


def two_phases(*lines: str) -> Tiny:
    tiny = Tiny(end=40).accepted(phases=True).event(2, "run.started", worker=1)
    tiny.event(2, "phase.started", phase="validate", total=10)
    tiny.event(6, "phase.ended", phase="validate", state="done").event(6, "phase.started", phase="publish", total=10)
    return shown(*lines, tiny=tiny)


def test_a_bar_that_begins_again_with_each_phase_fails() -> None:
    bars = ("Checking your items 50 %", "Checking your items 90 %")
    assert answer(LAW, two_phases("50 %", "90 %", "10 %", "20 %")).verdict == "failed"
    assert (
        answer(LAW, two_phases(*bars, "Publishing your items 10 %", "Publishing your items 20 %")).verdict == "passed"
    )


def test_a_count_in_each_phase_is_that_phase_s() -> None:
    told = ("Validate: 5 of 10", "Validate: 9 of 10", "Publish: 1 of 10", "Publish: 2 of 10")
    assert answer(LAW, two_phases(*told)).verdict == "passed"
    assert answer(LAW, two_phases("Validate: 5 of 10", "Validate: 4 of 10", "Publish: 1 of 10")).verdict == "failed"


def drawn(then: float) -> Tiny:
    """A bar without words, at 40 % and then at this."""
    tiny = running()
    for number, percent in enumerate((20, 40, then, 50)):
        nodes: dict[str, dict[str, Any]] = {
            "1": {"role": "main", "kids": [2, 3]},
            "2": {"role": "heading", "kids": ["Publish 10 items"]},
            "3": {"role": "progressbar", "name": "Progress", "kids": [], "drawn": percent / 100},
        }
        tiny.nodes(3.1 + number, nodes)
    return tiny


@pytest.mark.parametrize(("then", "verdict"), [(39.5, "passed"), (39.4, "failed")])
def test_a_drawn_bar_is_as_exact_as_it_can_be_measured(then: float, verdict: str) -> None:
    assert answer(LAW, drawn(then)).verdict == verdict


def test_a_bar_without_words_is_shown_and_says_nothing() -> None:
    (sentence,) = sentences(answer(LAW, drawn(30)))
    assert "the page showed a bar drawn to 30 %; in truth the page had already shown a bar drawn to 40 % (" in sentence


def test_outcome_counts_alone_are_no_progress() -> None:
    told = ("5 succeeded, 2 failed", "4 succeeded, 1 failed", "6 succeeded, 1 failed")
    assert answer(LAW, shown(*told)).verdict == "not_exercised"


def test_what_a_cancelled_job_takes_back_is_none() -> None:
    tiny = Tiny(end=40).accepted().started().item(3, 1).item(4, 2).event(5.5, "run.cancelling", mode="undo")
    assert answer(LAW, shown("20 %", "40 %", "50 %", "30 %", "10 %", tiny=tiny)).verdict == "passed"


def test_two_bars_of_one_name_are_compared_each_with_itself() -> None:
    tiny = running()
    for number in range(4):
        tiny.screen(3.1 + number, f"{10 * number} %", f"{50 + number} %")
    assert answer(LAW, tiny).verdict == "passed"


def test_jobs_and_tabs_are_by_themselves() -> None:
    tiny = shown("50 %", "60 %", "70 %").page(1, tab=1)
    for number, line in enumerate(("10 %", "20 %", "30 %")):
        tiny.screen(3.5 + number, "Publishing…", line, tab=1)
    assert answer(LAW, tiny).verdict == "passed"
    other = shown("50 %", "60 %", "70 %", tiny=running().accepted(8, job="sync", title="Sync 5 items", total=5))
    assert answer(LAW, other.screen(8.1, "Syncing…", "10 %", title="Sync 5 items")).verdict == "passed"


def test_a_hidden_tab_shows_nothing() -> None:
    assert answer(LAW, shown("30 %", "20 %", "10 %").page(2.5, "hide")).verdict == "not_exercised"


def test_its_umbrellas_are_told_under_it() -> None:
    lines = [f"{number} of 10 items processed" for number in (1, 2, 3, 1, 5, 6)]
    told = answers(shown(*lines))
    assert told[LAW].verdict == "failed"
    assert [told[law].under for law in ("count-true", "monotonic-view")] == [LAW, LAW]
