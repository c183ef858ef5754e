"""Presses with their requests and the runs that came of them."""

from dataclasses import replace

from harness.core.words import RunKey
from harness.facts.case import Case
from harness.facts.submits import accepted_by_person, starts, submits
from harness.trace.records import Command
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


def test_a_further_run_of_a_job_is_no_further_start() -> None:
    tiny = Tiny().step(0.5, "submit", "publish").request(0.5, 0.9).accepted(0.8).ended(9)
    again = tiny.event(
        10, "job.accepted", run=2, kind="publish", title="x", noun="item", total=3, phases=[], by="person"
    )
    assert accepted_by_person(again.case(), "publish") == [RunKey("publish", 1)]


def test_what_is_done_to_a_job_starts_none_also_where_it_is_not_heard() -> None:
    path = "/api/jobs/publish:cancel"
    tiny = Tiny().request(1, 2).request(3, None, path=path, fault="blackhole").request(8, 9, path=path)
    trial = tiny.trial()
    told = [(trial.requests[0], "submit"), (trial.requests[2], "cancel")]
    commands = [Command(do=do, at_ms=0, tab=0, request=request.id, job="publish") for request, do in told]
    assert starts(Case(replace(trial, commands=tuple(commands)))) == [trial.requests[0]]
