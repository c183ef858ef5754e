"""reload-harmless: looking sends no order; what was open may be sent again."""

import pytest

from tests.laws.answers import answer, answers, sentences
from tests.tiny import Tiny

LAW = "reload-harmless"


def begun(*, answered: float | None = 2.2, clock_error_ms: int = 0) -> Tiny:
    """A job was started at 2 s."""
    tiny = (
        Tiny(end=60, clock_error_ms=clock_error_ms)
        .page(0)
        .press(2)
        .step(2, "submit", "publish")
        .request(2, answered, id="start", key="k1")
    )
    return tiny.did(2.1, request="start").accepted(2.1).started(3)


def test_a_reload_that_only_reads_passes() -> None:
    verdict = answer(LAW, begun().page(10, "reload").request(10.1, 10.2, method="GET"))
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


@pytest.mark.parametrize("cause", ["reload", "open", "navigate"])
def test_an_order_that_is_sent_again_fails_though_it_did_nothing(cause: str) -> None:
    verdict = answer(LAW, begun().page(10, cause).request(10.1, 10.2, key="k1"))
    assert [finding.at_ms for finding in verdict.findings] == [10_100]


def test_the_finding_says_what_came_of_it() -> None:
    again = begun().page(10, "reload").request(10.1, 10.2, id="again", key="k2")
    assert sentences(answer(LAW, again.did(10.15, request="again", job="publish-2"))) == [
        (
            'job "Publish 10 items" at 10.1 s: the page sent POST /api/jobs by itself after the person pressed reload; '
            "in truth it had the server submit publish-2."
        )
    ]


def test_a_tab_that_is_closed_cancels_nothing() -> None:
    tiny = begun().page(10, "close").request(10, 10.1, id="stop", path="/api/jobs/publish:cancel", key="k9")
    assert answer(LAW, tiny.did(10, "cancel", request="stop")).verdict == "failed"


@pytest.mark.parametrize("do", ["back", "forward"])
def test_a_turn_is_looking_too(do: str) -> None:
    assert answer(LAW, begun().step(10, do)).verdict == "passed"
    assert answer(LAW, begun().step(10, do).request(10.1, 10.2, key="k1")).verdict == "failed"


@pytest.mark.parametrize(("key", "verdict"), [("k1", "passed"), ("k2", "failed"), (None, "failed")])
def test_an_order_that_nobody_has_answered_may_be_sent_again_under_its_key(key: str | None, verdict: str) -> None:
    tiny = begun(answered=None).page(10, "reload").request(10.1, 10.2, key=key)
    assert answer(LAW, tiny).verdict == verdict


@pytest.mark.parametrize(("answered", "verdict"), [(9.7, "failed"), (9.9, "cant_tell"), (10.05, "passed")])
def test_an_answer_that_came_as_the_page_was_left_may_not_have_been_heard(answered: float, verdict: str) -> None:
    tiny = begun(answered=answered, clock_error_ms=200).page(10, "reload").request(10.1, 10.2, key="k1")
    assert answer(LAW, tiny).verdict == verdict


@pytest.mark.parametrize(
    ("status", "verdict"), [(202, "failed"), (403, "failed"), (409, "passed"), (429, "passed"), (503, "passed")]
)
def test_an_answer_that_decides_nothing_leaves_the_order_open(status: int, verdict: str) -> None:
    tiny = Tiny(end=60).page(0).press(2).request(2, 2.2, id="start", key="k1", status=status).did(2.1, request="start")
    tiny.accepted(2.1).page(10, "reload").request(10.1, 10.2, key="k1")
    assert answer(LAW, tiny).verdict == verdict


@pytest.mark.parametrize(("sent", "verdict"), [(14.999, "failed"), (15.0, "passed")])
def test_what_a_page_sends_much_later_does_not_come_of_the_load(sent: float, verdict: str) -> None:
    assert answer(LAW, begun().page(10, "reload").request(sent, sent + 0.1, key="k1")).verdict == verdict


def test_what_the_person_presses_after_it_is_asked_for() -> None:
    tiny = begun().page(10, "reload").press(11).request(11, 11.2, id="again", key="k2").did(11.1, request="again")
    assert answer(LAW, tiny).verdict == "passed"


def test_before_anything_was_asked_for_there_is_nothing_to_harm() -> None:
    assert answer(LAW, Tiny(end=60).page(0).page(5, "reload")).verdict == "not_exercised"


def test_a_job_that_somebody_else_started_can_be_harmed() -> None:
    tiny = Tiny(end=60).page(0).accepted(1, by="schedule").page(5, "reload")
    assert answer(LAW, tiny).verdict == "passed"


def test_a_request_that_changes_nothing_is_no_order() -> None:
    tiny = begun().page(10, "reload").request(10.1, 10.2, path="/api/beacon", key=None)
    assert answer(LAW, tiny).verdict == "passed"


def test_a_second_tab_is_looked_at_by_itself() -> None:
    tiny = begun().page(10, "open", tab=1).request(10.1, 10.2, key="k1", tab=1)
    assert [finding.tab for finding in answer(LAW, tiny).findings] == [1]
    other = begun().page(10, "open", tab=1).request(10.1, 10.2, key="k7", tab=0)
    assert answer(LAW, other).verdict == "passed"


def test_a_load_at_the_very_end_cannot_be_judged() -> None:
    assert answer(LAW, begun().page(60, "reload")).verdict == "not_exercised"


def test_a_second_job_by_a_reload_is_told_by_it() -> None:
    tiny = (
        begun().page(3.5, "reload").request(3.6, 3.8, id="again", key="k2").did(3.7, request="again", job="publish-2")
    )
    told = answers(tiny.accepted(3.7, job="publish-2", title="Publish 10 more"))
    assert (told[LAW].verdict, told["submit-once"].verdict, told["submit-once"].under) == ("failed", "failed", LAW)
