"""Cancel, retry, run again, go on: what is accepted, what is refused and why, and never twice."""

import pytest

from harness.drive.backend import SimulatedBackend
from harness.model.commands import Because
from harness.scenario.world import World
from harness.wire.base import Response
from harness.wire.reference.commands import DOES, PROBLEMS
from harness.wire.reference.wire import ReferenceWire
from tests.wire.support import END_MS, ask, document, submitted, tell

UNDER_WAY_MS = 30_000


def begun(**job: object) -> SimulatedBackend:
    """A publish of 6 items, one a second from 2.6 s on, accepted at 2 s."""
    told = {"id": "publish", "kind": "publish", "items": 6, "phases": {"validate": "100ms", "publish": "1s"}, **job}
    backend = SimulatedBackend(World.model_validate({"workers": 1, "jobs": [told]}), 7)
    backend.submit(kind="publish", items=6, at_ms=2_000)
    backend.reach(60_000)
    return backend


def runs(backend: SimulatedBackend) -> list[int]:
    return [key.run for key in backend.truth.runs() if key.job == "publish"]


def why(answer: Response) -> str:
    return str(document(answer)["type"]).rsplit("/", 1)[-1]


def test_the_doings_are_those_of_the_issue_and_every_reason_has_its_problem() -> None:
    assert set(DOES) == {"cancel", "retry-failed", "rerun", "continue"}
    assert set(PROBLEMS) == set(Because)


def test_an_accepted_cancel_is_the_job_as_it_is_then_and_takes_the_accept_latency() -> None:
    backend = begun()
    answer = tell(backend, "cancel", 4_000)
    told = document(answer)
    assert (answer.status, answer.delay_ms, answer.headers["location"]) == (202, 400, "/api/jobs/publish")
    assert answer.headers["etag"] == f'"{told["version"]}"'
    assert (told["state"], told["outcome"], told["actions"]) == ("cancelling", None, {})
    assert told["cancellation"]["asked"] == "2026-01-05T09:00:04.400Z"
    view = backend.truth.job("publish", 60_000)
    assert view is not None
    assert (view.outcome, view.kept) == ("cancelled", 2)


def test_before_it_is_accepted_nothing_is_cancelled() -> None:
    backend = begun()
    tell(backend, "cancel", 4_000)
    views = [backend.truth.job("publish", at_ms) for at_ms in (4_399, 4_400)]
    assert [view.state for view in views if view] == ["running", "cancelling"]


def test_a_cancel_that_comes_while_the_last_item_is_done_is_accepted_and_told_of_later() -> None:
    backend = begun()
    answer = tell(backend, "cancel", 7_700)
    view = backend.truth.job("publish", 60_000)
    assert answer.status == 202
    assert view is not None
    assert (view.outcome, view.cancelled_too_late) == ("succeeded", True)
    assert document(ask_job(backend))["cancellation"]["asked"] is not None


def ask_job(backend: SimulatedBackend) -> Response:
    answer = ask(backend, "/api/jobs/publish", 60_000)
    assert isinstance(answer, Response)
    return answer


def test_a_retry_takes_up_the_failed_items_and_a_rerun_all() -> None:
    for do, total in (("retry-failed", 3), ("rerun", 28)):
        backend = submitted()
        told = document(tell(backend, do, END_MS))
        assert (told["run"], told["state"], told["counts"]["total"]) == (2, "running", total)
        assert [one["run"] for one in told["earlier"]] == [1]


def test_continue_lets_a_paused_run_go_on() -> None:
    backend = begun(on_critical="pause", outcomes={"items": {"item-003": "expired-credentials"}})
    assert document(ask_job(backend))["actions"] == {"cancel": {"items": 3}, "continue": {"items": 3}}
    assert document(tell(backend, "continue", 30_000))["state"] == "running"
    view = backend.truth.job("publish", 60_000)
    assert view is not None
    assert view.outcome == "partial"


@pytest.mark.parametrize(
    ("do", "at_ms", "problem"),
    [
        ("cancel", END_MS, "already-ended"),
        ("retry-failed", UNDER_WAY_MS, "not-ended"),
        ("rerun", UNDER_WAY_MS, "not-ended"),
        ("continue", UNDER_WAY_MS, "not-paused"),
        ("continue", END_MS, "not-paused"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_type_of_its_own(do: str, at_ms: int, problem: str) -> None:
    backend = submitted()
    before = backend.truth.events
    answer = tell(backend, do, at_ms)
    assert (answer.status, why(answer), answer.delay_ms) == (409, problem, 400)
    assert {document(answer)["detail"], document(answer)["instance"]} <= set(ReferenceWire().canaries)
    assert backend.truth.events[: len(before)] == before
    assert runs(backend) == [1]


def test_a_job_that_is_too_far_on_cannot_be_cancelled() -> None:
    backend = begun(cancellation={"forbidden_from": "publish"})
    assert why(tell(backend, "cancel", 4_000)) == "not-cancellable"
    assert tell(begun(cancellation={"forbidden_from": "publish"}), "cancel", 2_100).status == 202


def test_where_nothing_failed_nothing_is_retried() -> None:
    assert why(tell(begun(), "retry-failed", 60_000)) == "nothing-to-retry"


def test_a_job_that_nobody_knows_does_nothing() -> None:
    answer = tell(SimulatedBackend(World(), 1), "cancel", 1_000)
    assert (answer.status, why(answer)) == (404, "unknown-job")


def test_a_run_that_is_not_the_newest_any_more_is_left_alone() -> None:
    backend = submitted()
    assert tell(backend, "retry-failed", END_MS, key="a", body='{"run":1}').status == 202
    stale = tell(backend, "retry-failed", END_MS + 60_000, key="b", body='{"run":1}')
    assert (stale.status, why(stale)) == (409, "newer-run")
    assert runs(backend) == [1, 2]
    assert tell(backend, "retry-failed", END_MS + 60_000, key="c", body='{"run":2}').status == 202


@pytest.mark.parametrize("body", ["no json", "[]", '{"run":"1"}', '{"run":-1}', '{"run":true}'])
def test_a_body_that_cannot_be_read_does_nothing(body: str) -> None:
    backend = submitted()
    answer = tell(backend, "rerun", END_MS, body=body)
    assert (answer.status, why(answer)) == (400, "bad-command")
    assert runs(backend) == [1]


def test_without_a_key_nothing_is_done() -> None:
    backend = submitted()
    assert why(tell(backend, "rerun", END_MS, key=None)) == "idempotency-key-missing"
    assert runs(backend) == [1]


def test_again_with_the_same_key_is_the_same_answer_and_nothing_is_done_again() -> None:
    backend = submitted()
    first = tell(backend, "retry-failed", END_MS)
    assert why(tell(backend, "retry-failed", END_MS + 399)) == "idempotency-key-in-use"
    again = tell(backend, "retry-failed", END_MS + 90_000)
    assert (again.status, again.headers, again.body) == (first.status, first.headers, first.body)
    assert runs(backend) == [1, 2]


def test_the_key_of_one_command_serves_no_other() -> None:
    backend = submitted()
    tell(backend, "retry-failed", END_MS)
    assert why(tell(backend, "rerun", END_MS + 90_000)) == "idempotency-key-reused"
    assert runs(backend) == [1, 2]


def test_a_refusal_is_the_answer_for_its_key_and_another_key_is_asked_anew() -> None:
    backend = submitted()
    first = tell(backend, "rerun", UNDER_WAY_MS, key="a")
    again = tell(backend, "rerun", END_MS, key="a")
    assert (again.status, again.body) == (409, first.body)
    assert tell(backend, "rerun", END_MS, key="b").status == 202
