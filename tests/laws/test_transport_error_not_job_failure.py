"""transport-error-not-job-failure: what fails on the way is no failure, no absence and no blank."""

from typing import Any

import pytest

from tests.laws.answers import answer, answers, sentences
from tests.tiny import Tiny

LAW = "transport-error-not-job-failure"
KNOWN = ("Publishing…", "3 of 50 items published")


def failing(status: int = 502, *, until: float = 20) -> Tiny:
    """Answers come until 9 s; from 10 s on there are errors."""
    tiny = Tiny(end=60).page(0).accepted(total=50).started().item(3, 1).item(4, 2).item(5, 3)
    tiny.polls(*range(2, 10)).screen(5.1, *KNOWN)
    for second in range(10, int(until)):
        tiny.request(second, second + 0.1, method="GET", status=status, fault="http")
    return tiny.polls(until + 1)


def test_a_page_that_keeps_what_it_knows_passes() -> None:
    verdict = answer(LAW, failing().screen(10.2, *KNOWN, "status|Could not reach the server"))
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


@pytest.mark.parametrize("text", ["Job failed", "Publish failed", "Failed", "No jobs yet.", "Nothing is running"])
def test_a_denial_fails(text: str) -> None:
    assert answer(LAW, failing().screen(10.2, *KNOWN, text)).findings[0].at_ms == 10_200


def test_the_finding_says_what_had_failed() -> None:
    assert sentences(answer(LAW, failing().screen(10.2, "Job failed"))) == [
        (
            'job "Publish 50 items" at 10.2 s: the page said "Job failed"; '
            "in truth it was the request that had failed (publishing item 4 of 50)."
        )
    ]


@pytest.mark.parametrize(("lasts", "verdict"), [(1.5, "passed"), (1.501, "failed")])
def test_a_blank_page_fails_once_it_is_longer_than_a_page_takes_to_draw_itself(lasts: float, verdict: str) -> None:
    assert answer(LAW, failing().screen(11, "Loading…").screen(11 + lasts, *KNOWN)).verdict == verdict


def test_an_error_in_its_place_fails() -> None:
    verdict = answer(LAW, failing().screen(11, "Something went wrong. Network error."))
    assert 'the page said "Something went wrong' in sentences(verdict)[0]


def test_a_bar_without_a_word_is_no_state() -> None:
    nodes: dict[str, dict[str, Any]] = {
        "1": {"role": "generic", "kids": [2]},
        "2": {"role": "main", "kids": [3, 4, 5]},
        "3": {"role": "heading", "kids": ["Publish 50 items"]},
        "4": {"role": "progressbar", "name": "Progress", "kids": [], "drawn": 0.06},
        "5": {"role": "paragraph", "kids": ["Publishing item 4 of 50"]},
    }
    tiny = failing().nodes(6, nodes)
    wrong = tiny.nodes(11, {"5": {"role": "paragraph", "kids": ["Something went wrong! HTTP Code 502"]}})
    assert answer(LAW, wrong).verdict == "failed"


def test_that_something_went_wrong_may_be_said_of_either() -> None:
    verdict = answer(LAW, failing().screen(11, *KNOWN, "Something went wrong"))
    assert verdict.verdict == "cant_tell"
    assert answer(LAW, failing().screen(11, *KNOWN, "Something went wrong. Network error.")).verdict == "passed"


def test_a_job_that_did_fail_may_be_said_to_have() -> None:
    tiny = failing().ended(10.05, "failed", 0, 50).screen(10.2, "Publish failed")
    assert answer(LAW, tiny).verdict == "passed"


def test_what_is_said_after_the_return_is_another_matter() -> None:
    assert answer(LAW, failing().screen(22, "Job failed")).verdict == "passed"


@pytest.mark.parametrize("kind", ["offline", "blackhole"])
def test_a_network_that_is_gone_is_trouble_too(kind: str) -> None:
    tiny = Tiny(end=60).page(0).accepted(total=50).started().polls(*range(2, 10)).screen(5.1, *KNOWN)
    tiny.fault(10, 20, kind).request(10.5, None, method="GET", fault=kind).polls(21)
    assert answer(LAW, tiny).verdict == "passed"
    assert answer(LAW, tiny.screen(12, "Job failed")).verdict == "failed"


def test_one_source_is_enough() -> None:
    tiny = Tiny(end=60).page(0).accepted(total=50).started().polls(*range(2, 30)).screen(5.1, *KNOWN)
    tiny.request(10.5, 10.6, method="GET", path="/api/items", status=502, fault="http")
    assert answer(LAW, tiny.screen(10.7, "Job failed")).verdict == "failed"


def test_a_page_that_the_person_turned_shows_something_else() -> None:
    tiny = failing().step(12, "visit").screen(12, "Welcome", title=None)
    assert answer(LAW, tiny).verdict == "passed"


def test_a_reload_is_a_new_page() -> None:
    tiny = failing().step(12, "reload").page(12, "reload").screen(12.1, "Loading…", title=None)
    assert answer(LAW, tiny).verdict == "passed"


def test_a_page_that_showed_no_job_has_none_to_keep() -> None:
    tiny = Tiny(end=60).page(0).accepted().started().polls(3).fault(10, 20, "offline").screen(2, "Hi", title=None)
    assert answer(LAW, tiny).verdict == "not_exercised"


def test_without_trouble_there_is_nothing_to_judge() -> None:
    tiny = Tiny(end=60).page(0).accepted(total=50).started().polls(3, 4, 5).screen(3, *KNOWN)
    assert answer(LAW, tiny).verdict == "not_exercised"


def test_a_hidden_tab_shows_nothing() -> None:
    assert answer(LAW, failing().page(9.5, "hide").screen(11, "Job failed")).verdict == "not_exercised"


def test_each_job_is_kept_by_itself() -> None:
    nodes: dict[str, dict[str, Any]] = {
        "1": {"role": "generic", "kids": [2, 3]},
        "2": {"role": "article", "kids": [4, 5]},
        "3": {"role": "article", "kids": [6, 7]},
        "4": {"role": "heading", "kids": ["Publish 50 items"]},
        "5": {"role": "paragraph", "kids": ["Running"]},
        "6": {"role": "heading", "kids": ["Sync 5 items"]},
        "7": {"role": "paragraph", "kids": ["Running"]},
    }
    tiny = failing().accepted(1.5, total=5, job="sync", title="Sync 5 items").started(2, job="sync").nodes(6, nodes)
    tiny.nodes(11, {"7": {"role": "paragraph", "kids": ["Failed"]}})
    verdict = answer(LAW, tiny)
    assert [finding.job for finding in verdict.findings] == ["sync"]


def test_a_later_run_in_its_place_is_news_of_the_job() -> None:
    tiny = failing().ended(10, "failed", succeeded=3, failed=47)
    told: dict[str, Any] = {"kind": "publish", "title": "Publish 50 items", "noun": "item", "by": "person"}
    tiny.event(11, "job.accepted", run=2, total=47, phases=[], max_attempts=3, **told)
    tiny.event(11.1, "run.started", run=2, worker=1).screen(11.5, "Running", "0 of 47 items published")
    assert answer(LAW, tiny).verdict == "passed"


def test_each_tab_is_by_itself() -> None:
    tiny = failing().page(1, tab=1).request(10, 10.1, method="GET", status=502, fault="http", tab=1)
    tiny.screen(5.1, *KNOWN, tab=1).screen(11, "Job failed", tab=1)
    assert [finding.tab for finding in answer(LAW, tiny).findings] == [1]


def test_what_could_not_be_read_may_have_been_the_state() -> None:
    tiny = failing().screen(11, "17 blue widgets of the small kind frobnicated")
    assert answer(LAW, tiny).verdict == "cant_tell"


def test_an_end_told_too_early_is_told_by_it() -> None:
    told = answers(failing().screen(10.2, "Job failed"))
    assert (told[LAW].verdict, told["no-premature-terminal"].under) == ("failed", LAW)
