"""Presses with their requests and the runs that came of them."""

from harness.core.words import RunKey
from harness.facts.submits import accepted_by_person, submits
from tests.tiny import Tiny


def test_a_press_has_its_requests_its_answer_and_its_run() -> None:
    tiny = Tiny().step(0.5, "submit", "publish").request(0.5, None, fault="lost_response").request(8, 8.3).accepted(0.9)
    (submit,) = submits(tiny.case())
    assert (submit.sent_ms, submit.answered_ms, submit.run, submit.accepted_ms) == (
        500,
        8300,
        RunKey("publish", 1),
        900,
    )
    assert len(submit.unanswered) == 1


def test_a_refusal_is_no_answer_that_starts_a_job() -> None:
    (submit,) = submits(Tiny().step(0.5, "submit", "publish").request(0.5, 0.9, status=503).case())
    assert (submit.answered_ms, submit.run) == (None, None)


def test_jobs_of_the_world_and_of_other_names_are_not_of_the_press() -> None:
    tiny = (
        Tiny()
        .accepted(1)
        .accepted(2, job="publish-2")
        .accepted(3, job="publish-x")
        .accepted(4, job="publish-3", by="world")
    )
    assert [key.job for key in accepted_by_person(tiny.case(), "publish")] == ["publish", "publish-2"]
