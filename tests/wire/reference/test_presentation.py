"""The job document, field by field, and the two traps that the standards build in."""

from dataclasses import replace
from typing import Any

import pytest
from inline_snapshot import snapshot

from harness.core.words import Outcome, RunKey, State
from harness.facts.views import Counts, RunView
from harness.scenario.world import Cancellation
from harness.trace.truth_event import TruthEvent
from harness.wire.reference.presentation import cloud_event, job_document, progress, status, with_consequences
from tests.wire.support import END_MS, Logged, submitted

BACKEND = submitted()
KEY = RunKey("publish", 1)


def view(at_ms: int = 60_000) -> RunView:
    found = BACKEND.truth.view(KEY, at_ms)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("state", "outcome", "word"),
    [
        (State.QUEUED, None, "accepted"),
        (State.RUNNING, None, "running"),
        (State.RETRYING, None, "running"),
        (State.CANCELLING, None, "running"),
        (State.PAUSED, None, "running"),
        (State.ENDED, Outcome.SUCCEEDED, "successful"),
        (State.ENDED, Outcome.PARTIAL, "successful"),
        (State.ENDED, Outcome.FAILED, "failed"),
        (State.ENDED, Outcome.CANCELLED, "dismissed"),
    ],
)
def test_the_coarse_status_is_that_of_the_standard(state: State, outcome: Outcome | None, word: str) -> None:
    assert status(replace(view(), state=state, outcome=outcome)) == word


@pytest.mark.parametrize(
    ("processed", "total", "state", "percent"),
    [
        (0, 200, State.RUNNING, 0),
        (124, 200, State.RUNNING, 62),
        (199, 200, State.RUNNING, 99),
        (299, 300, State.RUNNING, 99),
        (200, 200, State.RUNNING, 99),
        (200, 200, State.ENDED, 100),
        (50, 200, State.ENDED, 25),
        (40, None, State.RUNNING, None),
        (0, None, State.ENDED, None),
        (0, 0, State.RUNNING, 0),
        (0, 0, State.ENDED, 100),
    ],
)
def test_a_hundred_per_cent_is_said_only_of_what_has_ended(
    processed: int, total: int | None, state: State, percent: int | None
) -> None:
    counts = Counts(total=total, succeeded=processed)
    assert progress(replace(view(), counts=counts, state=state)) == percent


def test_the_document_of_a_running_job() -> None:
    assert job_document(view(), BACKEND) == snapshot(
        {
            "id": "publish",
            "jobID": "publish",
            "type": "process",
            "kind": "publish",
            "title": "Publish 28 items",
            "noun": "item",
            "status": "running",
            "state": "running",
            "outcome": None,
            "run": 1,
            "version": 120,
            "done": False,
            "created": "2026-01-05T09:00:02.000Z",
            "started": "2026-01-05T09:00:08.000Z",
            "finished": None,
            "updated": "2026-01-05T09:00:54.520Z",
            "progress": 75,
            "queue": None,
            "paused": None,
            "phases": [
                {
                    "id": "validate",
                    "title": "Validate",
                    "state": "done",
                    "done": 28,
                    "total": 28,
                    "started": "2026-01-05T09:00:08.000Z",
                    "finished": "2026-01-05T09:00:10.800Z",
                },
                {
                    "id": "publish",
                    "title": "Publish",
                    "state": "running",
                    "done": 19,
                    "total": 26,
                    "started": "2026-01-05T09:00:10.800Z",
                    "finished": None,
                },
            ],
            "counts": {
                "total": 28,
                "processed": 21,
                "succeeded": 15,
                "failed": 3,
                "skipped": 3,
                "remaining": 7,
                "rolled_back": 0,
                "grown": 0,
            },
            "causes": [
                {
                    "cause": "missing-id",
                    "class": "user-data",
                    "state": "failed",
                    "retryable": False,
                    "remedy": "Give each item a unique ID, then try again.",
                    "count": 2,
                },
                {
                    "cause": "no-permission",
                    "class": "permission",
                    "state": "failed",
                    "retryable": False,
                    "remedy": "Ask an administrator for permission, then try again.",
                    "count": 1,
                },
                {
                    "cause": "out-of-stock",
                    "class": "user-data",
                    "state": "skipped",
                    "retryable": False,
                    "remedy": "Restock the item, then publish it.",
                    "count": 3,
                },
            ],
            "retry": {
                "items": 1,
                "waiting": 1,
                "attempt": 3,
                "max": 3,
                "next": "2026-01-05T09:01:02.520Z",
                "whole": False,
            },
            "won": None,
            "kept": None,
            "cancellation": {"mode": "after-current-step", "keeps": "done", "forbidden_from": None, "asked": None},
            "actions": {"cancel": {"items": 7}},
            "earlier": [],
            "children": [],
            "last_event": "120",
            "diagnostics": {
                "trace_id": "canary-trace-id-87c161aa",
                "worker": "canary-worker-38b2f515",
                "internal_state": "canary-internal-state-3967fea8",
            },
            "links": [
                {"rel": "self", "href": "/api/jobs/publish"},
                {"rel": "items", "href": "/api/jobs/publish/items"},
                {"rel": "events", "href": "/api/jobs/publish/events"},
            ],
        }
    )


def test_a_retry_says_when_it_comes_as_a_moment() -> None:
    retrying = next(event for event in BACKEND.truth.events if event.kind == "item.retrying")
    at_retry = BACKEND.truth.view(retrying.key, retrying.at_ms)
    assert at_retry is not None
    assert job_document(at_retry, BACKEND)["retry"] == snapshot(
        {"items": 1, "waiting": 1, "attempt": 2, "max": 3, "next": "2026-01-05T09:00:44.162Z", "whole": False}
    )


def test_a_cloud_event_tells_the_class_of_a_cause_and_moments_as_moments() -> None:
    retrying = next(event for event in BACKEND.truth.events if event.kind == "item.retrying")
    assert cloud_event(retrying) == snapshot(
        {
            "specversion": "1.0",
            "id": "115",
            "source": "/api/jobs/publish",
            "type": "io.meanwhile.item.retrying",
            "time": "2026-01-05T09:00:40.162Z",
            "sequence": "115",
            "subject": "publish",
            "datacontenttype": "application/json",
            "traceid": "canary-traceid-0c9d0214",
            "data": {
                "run": 1,
                "item": "item-019",
                "name": "Cork garden stool",
                "phase": "publish",
                "attempt": 2,
                "max": 3,
                "next": "2026-01-05T09:00:44.162Z",
                "cause": "timeout",
                "class": "system",
                "retryable": True,
                "remedy": "Try again later.",
            },
        }
    )


def test_totals_that_slip_into_an_items_event_are_kept_back() -> None:
    event = TruthEvent(seq=1, at_ms=0, kind="item.succeeded", job="a", run=1, data={"item": "item-001", "total": 9})
    assert cloud_event(event)["data"] == {"run": 1, "item": "item-001"}


def test_that_work_was_done_of_which_nobody_heard_the_service_does_not_know() -> None:
    data = {"item": "item-001", "cause": "timeout", "done": True}
    event = TruthEvent(seq=1, at_ms=0, kind="item.failed", job="a", run=1, data=data)
    assert "done" not in cloud_event(event)["data"]


PHASES = [{"id": id, "title": id.capitalize(), "total": None} for id in ("validate", "update")]


def told(*happened: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    """The document of an update of two items after these events, one a second."""
    accepted = {"kind": "update", "title": "Update", "noun": "item", "total": None, "phases": PHASES}
    begun: list[tuple[str, dict[str, Any]]] = [("job.accepted", accepted), ("run.started", {"worker": "worker-1"})]
    log = [
        TruthEvent(seq=seq, at_ms=1_000 * seq, kind=kind, job="update", run=1, data=data)
        for seq, (kind, data) in enumerate([*begun, *happened], start=1)
    ]
    backend = Logged(log)
    shown = backend.truth.view(RunKey("update", 1), 10**9)
    assert shown is not None
    return job_document(shown, backend)


ITEM = {"item": "item-001", "name": "Cork mirror", "phase": "update"}


def test_the_place_in_the_queue_with_its_reason_and_what_can_be_expected() -> None:
    where = {"ahead": 2, "reason": "dependency", "expected_start_ms": 63_000}
    expected = {"ahead": 2, "reason": "dependency", "expected_start": "2026-01-05T09:01:03.000Z"}
    assert told(("run.queued", where))["queue"] == expected
    unknown = told(("run.queued", where), ("queue.moved", {"ahead": 1, "reason": "paused", "expected_start_ms": None}))
    assert unknown["queue"] == {"ahead": 1, "reason": "paused", "expected_start": None}


def test_why_it_is_paused_and_until_when() -> None:
    document = told(("run.paused", {"reason": "rate-limit", "until_ms": 90_000}))
    assert (document["state"], document["status"]) == ("paused", "running")
    assert document["paused"] == {"reason": "rate-limit", "until": "2026-01-05T09:01:30.000Z", "cause": None}
    halted = told(("run.paused", {"reason": "critical-error", "until_ms": None, "cause": "no-permission"}))
    assert halted["paused"] == {"reason": "critical-error", "until": None, "cause": "no-permission"}


def test_a_total_that_is_not_known_then_known_then_more() -> None:
    stages: list[tuple[str, dict[str, Any]]] = [
        ("phase.started", {"phase": "validate", "total": None}),
        ("phase.total", {"phase": "update", "total": 4}),
        ("phase.started", {"phase": "update", "total": 4}),
        ("item.succeeded", {**ITEM, "attempt": 1}),
        ("phase.total", {"phase": "update", "total": 5}),
    ]
    shown = [told(*stages[:count]) for count in (1, 2, 4, 5)]
    counted = [(one["counts"]["total"], one["counts"]["grown"], one["progress"]) for one in shown]
    assert counted == [(None, 0, None), (4, 0, 0), (4, 0, 25), (5, 1, 20)]
    assert [phase["state"] for phase in shown[3]["phases"]] == ["running", "running"]


def test_what_a_cancelled_job_took_back_and_kept() -> None:
    end = {"outcome": "cancelled", "succeeded": 1, "failed": 0, "skipped": 0, "kept": 1}
    undone = told(
        ("phase.started", {"phase": "update", "total": 4}),
        ("item.succeeded", {**ITEM, "attempt": 1}),
        ("item.succeeded", {**ITEM, "item": "item-002", "attempt": 1}),
        ("run.cancelling", {"mode": "immediate"}),
        ("item.rolled_back", ITEM),
        ("run.ended", end),
    )
    counts = undone["counts"]
    assert (undone["kept"], counts["rolled_back"], counts["succeeded"], counts["remaining"]) == (1, 1, 1, 3)


def test_which_attempt_won_is_told_with_the_number_of_items() -> None:
    begun = [("phase.started", {"phase": "update", "total": 4})]
    won = [("item.succeeded", {**ITEM, "item": f"item-{number}", "attempt": number}) for number in (1, 3, 2)]
    assert told(*begun, won[0])["won"] is None
    assert told(*begun, *won)["won"] == {"items": 2, "attempt": 3}


def test_since_when_somebody_wants_it_cancelled() -> None:
    assert told(("run.cancelling", {"mode": "immediate"}))["cancellation"]["asked"] == "2026-01-05T09:00:03.000Z"


def test_the_runs_before_are_told_as_they_ended() -> None:
    backend = submitted()
    backend.command(do="rerun", job="publish", at_ms=END_MS)
    newest = backend.truth.job("publish", END_MS)
    assert newest is not None
    assert job_document(newest, backend)["earlier"] == [
        {
            "run": 1,
            "outcome": "partial",
            "created": "2026-01-05T09:00:02.000Z",
            "finished": "2026-01-05T09:01:28.373Z",
            "total": 28,
            "succeeded": 20,
            "failed": 3,
            "skipped": 5,
        }
    ]


def test_events_tell_what_can_be_done_from_then_on() -> None:
    backend = submitted()
    backend.command(do="rerun", job="publish", at_ms=END_MS)
    backend.reach(END_MS + 2_000)
    told = {
        (event.run, event.kind): with_consequences(event, backend)
        for event in backend.truth.events
        if event.job == "publish"
    }
    assert told[1, "job.accepted"]["actions"] == {"cancel": {"items": 28}}
    assert told[1, "job.accepted"]["cancellation"]["keeps"] == "done"
    assert told[1, "item.failed"] == {}
    assert told[1, "run.ended"] == {"actions": {"rerun": {"items": 28}}}
    assert told[2, "job.accepted"]["actions"] == {"cancel": {"items": 28}}


def test_whoever_listens_to_events_knows_at_each_moment_what_can_be_done() -> None:
    log = [
        TruthEvent(seq=seq, at_ms=1_000 * seq, kind=kind, job="update", run=1, data=data)
        for seq, (kind, data) in enumerate(TROUBLED, start=1)
    ]
    backend = Logged(log, Cancellation(forbidden_from="update"))
    heard: dict[str, Any] = {}
    for event in log:
        heard = with_consequences(event, backend).get("actions", heard)
        shown = backend.truth.view(event.key, event.at_ms)
        assert shown is not None
        assert set(heard) == set(job_document(shown, backend)["actions"]), event.kind


TROUBLED: list[tuple[str, dict[str, Any]]] = [
    ("job.accepted", {"kind": "update", "title": "Update", "noun": "item", "total": 2, "phases": PHASES}),
    ("run.queued", {"ahead": 0, "reason": "no-free-worker"}),
    ("run.started", {"worker": "worker-1"}),
    ("phase.started", {"phase": "validate", "total": 2}),
    ("run.paused", {"reason": "critical-error", "until_ms": None, "cause": "no-permission"}),
    ("worker.lost", {"worker": "worker-1"}),
    ("run.queued", {"ahead": 0, "reason": "no-free-worker"}),
    ("run.started", {"worker": "worker-2"}),
    ("run.paused", {"reason": "critical-error", "until_ms": None, "cause": "no-permission"}),
    ("run.resumed", {}),
    ("phase.ended", {"phase": "validate", "state": "done"}),
    ("phase.started", {"phase": "update", "total": 2}),
    ("item.failed", {**ITEM, "attempt": 1, "cause": "timeout"}),
    ("phase.ended", {"phase": "update", "state": "failed"}),
    ("run.ended", {"outcome": "failed", "succeeded": 0, "failed": 1, "skipped": 0}),
]


def test_the_retry_of_the_job_as_a_whole_and_the_jobs_that_it_started() -> None:
    again = {"attempt": 2, "max": 3, "next_at_ms": 70_000, "items": 4}
    document = told(("job.spawned", {"child": "import-1"}), ("run.retrying", again))
    assert document["children"] == ["import-1"]
    assert document["retry"] == {
        "items": 4,
        "waiting": 4,
        "attempt": 2,
        "max": 3,
        "next": "2026-01-05T09:01:10.000Z",
        "whole": True,
    }
