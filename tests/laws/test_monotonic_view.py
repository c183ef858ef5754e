"""monotonic-view: states, steps, queues and counts that go back in time; and what only looks like it."""

import pytest

from tests.laws.answers import answer, answers, sentences
from tests.tiny import Tiny, running

LAW = "monotonic-view"


def queued() -> Tiny:
    """Behind two jobs at 1 s, one at 3 s, none at 5 s; at work from 7 s, over at 20 s."""
    tiny = Tiny(end=60).accepted()
    for at, ahead in ((1, 2), (3, 1), (5, 0)):
        tiny.event(at, "run.queued" if at == 1 else "queue.moved", ahead=ahead, reason="no-free-worker")
    return tiny.started(7).item(8, 1).item(9, 2).item(10, 3).ended(20)


def told(*lines: str, tiny: Tiny | None = None, first: float = 1.1) -> Tiny:
    tiny = tiny or queued()
    for number, line in enumerate(lines):
        tiny.screen(first + 2 * number, line)
    return tiny


IN_ORDER = ("Queued, 2 jobs ahead", "Queued, 1 job ahead", "Queued, 0 jobs ahead", "Running")


def test_what_follows_the_truth_passes() -> None:
    verdict = answer(LAW, told(*IN_ORDER))
    assert (verdict.verdict, verdict.judged) == ("passed", 7)


@pytest.mark.parametrize("older", ["Queued", "Queued, 1 job ahead"])
def test_a_state_that_goes_back_fails(older: str) -> None:
    verdict = answer(LAW, told(*IN_ORDER, older, "Running"))
    assert [(finding.at_ms, finding.until_ms) for finding in verdict.findings] == [(9_100, 11_100)]


def test_the_finding_gives_what_was_newer() -> None:
    assert sentences(answer(LAW, told(*IN_ORDER, "Queued"))) == [
        (
            'job "Publish 10 items" at 9.1 s: the page said "Queued"; '
            'in truth the page had already said "Running" (publishing item 3 of 10).'
        )
    ]


def test_a_job_that_had_ended_does_not_run_again() -> None:
    tiny = queued().screen(8, "Running").screen(20.1, "Completed").screen(22, "Running").screen(25, "Completed")
    assert [finding.at_ms for finding in answer(LAW, tiny).findings] == [22_000]


def test_a_reload_excuses_nothing() -> None:
    tiny = told(*IN_ORDER).page(9, "reload").screen(9.1, "Queued, 2 jobs ahead").screen(9.2, "Running")
    assert [finding.at_ms for finding in answer(LAW, tiny).findings] == [9_100]


def test_nor_does_the_network() -> None:
    assert answer(LAW, told(*IN_ORDER, "Queued", tiny=queued().fault(8, 15))).verdict == "failed"


def test_what_was_so_before_and_is_so_again_is_not_older() -> None:
    tiny = Tiny(end=60).accepted().started().item(3, 1).event(4, "run.paused", reason="maintenance", until_ms=None)
    tiny.event(8, "run.resumed").screen(2.1, "Running").screen(4.1, "Paused").screen(8.1, "Running")
    assert answer(LAW, tiny).verdict == "passed"


def test_two_parts_may_be_apart_by_the_allowance_and_one_part_never_goes_back() -> None:
    """Of a page that asks for its list and for its job, one by one."""

    def apart(lag: float) -> Tiny:
        tiny = running(beta_ms=1_000).screen(3.1, "1 of 10 items processed").screen(4.1, "2 of 10 items processed")
        tiny.screen(5.1, "3 of 10 items processed")
        return tiny.screen(5 + lag, "3 of 10 items processed", "2 items published", "Running")

    assert answer(LAW, apart(0.9)).verdict == "passed"
    back = running(beta_ms=1_000).screen(3.1, "1 of 10 items processed").screen(5.1, "3 of 10 items processed")
    assert answer(LAW, back.screen(5.2, "2 of 10 items processed")).verdict == "failed"


def test_a_false_number_that_goes_on_standing_is_no_older_version() -> None:
    tiny = running(end=40)
    for number in range(1, 8):
        tiny.screen(2.1 + number, f"{number} of 10 items processed, 1 published")
    assert answer(LAW, tiny).verdict in ("passed", "cant_tell")


def test_an_announcement_may_come_late() -> None:
    assert answer(LAW, told(*IN_ORDER).says(9.5, "Publish 10 items is queued")).verdict == "passed"


def test_a_label_drawn_with_the_newer_number_is_judged_by_earlier_frames() -> None:
    tiny = running().screen(3.1, "1 of 10 items processed", "1 of 10 items published")
    tiny.screen(5.1, "3 of 10 items processed", "2 of 10 items published")
    tiny.screen(6.1, "4 of 10 items processed", "4 of 10 items published")
    assert answer(LAW, tiny).verdict == "passed"


def test_too_few_statements_are_no_pass() -> None:
    assert answer(LAW, queued().screen(1.1, "Queued").screen(7.1, "Running")).verdict == "not_exercised"


def test_tabs_are_by_themselves() -> None:
    tiny = told(*IN_ORDER).page(1, tab=1).screen(9.1, "Queued, 1 job ahead", tab=1)
    assert answer(LAW, tiny).verdict == "passed"


def test_jobs_are_by_themselves() -> None:
    tiny = told(*IN_ORDER, tiny=queued().accepted(9, job="sync", title="Sync 5 items", total=5))
    tiny.event(9, "run.queued", job="sync", ahead=1, reason="no-free-worker")
    assert answer(LAW, tiny.screen(9.2, "Queued, 1 job ahead", title="Sync 5 items")).verdict == "passed"


def test_a_hidden_tab_shows_nothing() -> None:
    assert answer(LAW, told(*IN_ORDER, "Queued", "Running").page(9, "hide")).verdict == "passed"


def test_count_true_is_told_under_it() -> None:
    tiny = running(beta_ms=200).screen(3.1, "1 item published").screen(4.1, "2 items published")
    tiny.screen(5.1, "3 items published").screen(6.1, "2 items published").screen(7.1, "5 items published")
    verdicts = answers(tiny)
    assert (verdicts[LAW].verdict, verdicts["count-true"].under) == ("failed", LAW)
