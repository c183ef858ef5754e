"""count-true: numbers that are so, that are not, that stand too long, that go back, that cannot be read."""

from typing import Any

import pytest

from tests.laws.answers import answer, sentences
from tests.tiny import Tiny, running

LAW = "count-true"


def shown(tiny: Tiny, text: str = "{} of 10 items published", *, late: float = 0.2, add: int = 0) -> Tiny:
    tiny.screen(1.2, text.format(add))
    for number in range(1, 11):
        tiny.screen(2 + number + late, text.format(number + add))
    return tiny


def test_numbers_that_follow_the_truth_pass() -> None:
    verdict = answer(LAW, shown(running()))
    assert (verdict.verdict, verdict.judged) == ("passed", 11)


def test_a_number_that_was_never_so_fails_once_a_stretch() -> None:
    verdict = answer(LAW, shown(running(), add=3))
    assert verdict.verdict == "failed"
    assert len(verdict.findings) == 1
    assert sentences(verdict)[0] == (
        'job "Publish 10 items" at 2.5 s: the page said "3 of 10 items published"; '
        "in truth 0 succeeded (publishing item 1 of 10)."
    )


def test_a_wrong_total_fails() -> None:
    assert answer(LAW, shown(running(), "{} of 12 items published")).verdict == "failed"


def test_a_number_within_the_allowance_passes_and_beyond_it_fails() -> None:
    assert answer(LAW, shown(running(beta_ms=900), late=0.8)).verdict == "passed"
    assert answer(LAW, shown(running(beta_ms=500), late=0.8)).verdict == "failed"


def test_a_number_from_the_future_fails() -> None:
    assert answer(LAW, shown(running(), late=-0.4)).verdict == "failed"


def test_a_frozen_number_is_judged_for_as_long_as_it_stands() -> None:
    tiny = running().screen(1.2, "0 of 10 items published").screen(3.1, "1 of 10 items published")
    tiny.screen(4.1, "2 of 10 items published")
    verdict = answer(LAW, tiny)
    assert verdict.findings[0].at_ms == 5500  # 3 at 5 s, and the allowance of half a second
    assert verdict.findings[0].until_ms is None


def test_a_number_that_goes_back_fails() -> None:
    tiny = running(beta_ms=1500)
    tiny.screen(1.2, "0 of 10 items published").screen(4.1, "2 of 10 items published").screen(
        5.1, "3 of 10 items published"
    ).screen(5.2, "2 of 10 items published")
    for number in range(4, 11):
        tiny.screen(2 + number + 0.1, f"{number} of 10 items published")
    verdict = answer(LAW, tiny)
    assert 'the page had already said "3 of 10 items published"' in verdict.findings[0].truth


def test_while_the_network_is_silent_nothing_is_blamed_and_afterwards_all_is() -> None:
    def frozen(until: float) -> Tiny:
        tiny = running().fault(5.1, until).screen(1.2, "0 of 10 items published")
        for number in range(1, 4):
            tiny.screen(2.1 + number, f"{number} of 10 items published")
        return tiny

    assert answer(LAW, frozen(12.0).screen(12.5, "10 of 10 items published")).verdict == "passed"
    assert answer(LAW, frozen(12.0)).findings[0].at_ms == 12000 + 5000 + 500


def test_an_outcome_count_is_bound_by_its_verb_never_by_what_agrees() -> None:
    tiny = Tiny().accepted().started().item(3, 1).item(4, 2, "failed").item(5, 3, "failed").item(6, 4)
    tiny.screen(6.1, "2 skipped, 2 succeeded, 2 failed")
    verdict = answer(LAW, tiny)
    assert [finding.truth.split(" (")[0] for finding in verdict.findings] == ["0 skipped"]


def test_a_table_cell_takes_its_header_for_a_verb() -> None:
    nodes: dict[str, dict[str, Any]] = {
        "1": {"role": "main", "kids": [2, 3]},
        "2": {"role": "heading", "level": 1, "kids": ["Publish 10 items"]},
        "3": {"role": "table", "kids": [4, 5]},
        "4": {"role": "row", "kids": [6, 7, 8]},
        "5": {"role": "row", "kids": [9, 10, 11]},
        **{
            str(6 + i): {"role": "columnheader", "kids": [text]}
            for i, text in enumerate(("Succeeded", "Failed", "Skipped"))
        },
        **{str(9 + i): {"role": "cell", "kids": [text]} for i, text in enumerate(("1", "1", "0"))},
    }
    tiny = Tiny().accepted().started().item(3, 1).item(4, 2, "failed").nodes(4.1, nodes)
    assert (answer(LAW, tiny).verdict, answer(LAW, tiny).judged) == ("passed", 3)
    nodes["9"]["kids"] = ["2"]
    assert answer(LAW, tiny).verdict == "failed"


def test_items_and_controls_are_not_counted() -> None:
    nodes: dict[str, dict[str, Any]] = {
        "1": {"role": "main", "kids": [2, 3, 4]},
        "2": {"role": "heading", "level": 1, "kids": ["Publish 10 items"]},
        "3": {"role": "button", "kids": ["Retry 7 failed items"]},
        "4": {"role": "list", "kids": [5]},
        "5": {"role": "listitem", "kids": [6, 7]},
        "6": {"role": "generic", "kids": ["Blue mug 1"]},
        "7": {"role": "generic", "kids": ["failed 3 of 3 times"]},
    }
    tiny = Tiny().accepted().started().item(3, 1).nodes(4, nodes)
    assert answer(LAW, tiny).verdict == "not_exercised"


def test_a_number_that_cannot_be_read_is_doubt_and_no_pass() -> None:
    tiny = shown(running()).screen(14, "10 of 10 items published", "17 blue widgets of the small kind frobnicated")
    verdict = answer(LAW, tiny)
    assert verdict.verdict == "cant_tell"
    assert verdict.doubts == ('could not read "17 blue widgets of the small kind frobnicated"',)


def test_a_page_without_numbers_cannot_be_judged_and_says_why() -> None:
    verdict = answer(LAW, running().screen(2.1, "Publishing…").screen(12.1, "Published"))
    assert (verdict.verdict, verdict.why) == (
        "not_observable",
        "the page speaks of the job but shows no number of items",
    )


def test_too_few_numbers_are_no_pass() -> None:
    tiny = running(end=4).screen(1.2, "0 of 10 items published")
    assert answer(LAW, tiny).verdict == "failed"
    assert answer(LAW, running(end=3).screen(1.2, "0 of 10 items published")).verdict == "not_exercised"


def test_a_hidden_tab_is_not_seen() -> None:
    tiny = running().screen(1.2, "0 of 10 items published").page(2.5, "hide")
    assert answer(LAW, tiny).verdict == "not_exercised"


def two_phases(*, per_phase: bool, said: bool) -> Tiny:
    """A page with nothing but a number: the phase's own or the job's, beside a line that names the phase or none."""

    def lines(verb: str, number: int) -> tuple[str, ...]:
        return (f"{number} / 10", *([f"{verb} your items"] if said else []))

    tiny = Tiny().accepted(phases=True).event(2, "run.started", worker=1)
    tiny.event(2, "phase.started", phase="validate", total=10).screen(
        2, *lines("Checking", 0), title="Publish 10 items"
    )
    for number in range(1, 11):
        tiny.event(2 + number, "phase.advanced", phase="validate", done=number)
        tiny.screen(2.1 + number, *lines("Checking", number if per_phase else 0))
    tiny.event(12.5, "phase.ended", phase="validate", state="done")
    tiny.event(12.5, "phase.started", phase="publish", total=10).screen(12.6, *lines("Publishing", 0))
    for number in range(1, 11):
        tiny.item(12.5 + number, number).screen(12.6 + number, *lines("Publishing", number))
    return tiny.ended(23)


@pytest.mark.parametrize("said", [True, False])
def test_an_unnamed_number_is_bound_by_what_the_page_says_never_by_what_agrees(said: bool) -> None:
    assert answer(LAW, two_phases(per_phase=said, said=said)).verdict == "passed"
    assert answer(LAW, two_phases(per_phase=not said, said=said)).verdict == "failed"


def test_a_count_of_one_cause_is_held_against_that_cause() -> None:
    def told(text: str) -> Tiny:
        tiny = Tiny(end=9).accepted().started().item(3, 1).item(4, 2, "failed").item(5, 3, "failed").item(6, 4)
        return tiny.screen(6.1, "2 failed, 2 succeeded", text)

    assert answer(LAW, told("2 items failed because of a missing ID.")).verdict == "passed"
    assert answer(LAW, told("1 item failed because of a missing ID.")).verdict == "failed"
    assert answer(LAW, told("1 item failed because of the moon.")).verdict == "not_exercised"
