"""The job document, field by field, and the two traps that the standards build in."""

from dataclasses import replace

import pytest
from inline_snapshot import snapshot

from harness.core.words import Outcome, RunKey, State
from harness.facts.views import Counts, RunView
from harness.trace.truth_event import TruthEvent
from harness.wire.reference.presentation import cloud_event, job_document, progress, status
from tests.wire.support import submitted

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
        (0, None, State.RUNNING, 0),
        (0, None, State.ENDED, 100),
    ],
)
def test_a_hundred_per_cent_is_said_only_of_what_has_ended(
    processed: int, total: int | None, state: State, percent: int
) -> None:
    counts = Counts(total=total, succeeded=processed)
    assert progress(replace(view(), counts=counts, state=state)) == percent


def test_the_document_of_a_running_job() -> None:
    assert job_document(view(), BACKEND.truth) == snapshot(
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
            "version": 119,
            "done": False,
            "created": "2026-01-05T09:00:02.000Z",
            "started": "2026-01-05T09:00:08.000Z",
            "finished": None,
            "updated": "2026-01-05T09:00:54.520Z",
            "progress": 75,
            "queue": None,
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
            "counts": {"total": 28, "processed": 21, "succeeded": 15, "failed": 3, "skipped": 3, "remaining": 7},
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
            "retry": {"items": 1, "attempt": 3, "max": 3, "next": "2026-01-05T09:01:02.520Z"},
            "last_event": "119",
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
    assert job_document(at_retry, BACKEND.truth)["retry"] == snapshot(
        {"items": 1, "attempt": 2, "max": 3, "next": "2026-01-05T09:00:44.162Z"}
    )


def test_a_cloud_event_tells_the_class_of_a_cause_and_moments_as_moments() -> None:
    retrying = next(event for event in BACKEND.truth.events if event.kind == "item.retrying")
    assert cloud_event(retrying) == snapshot(
        {
            "specversion": "1.0",
            "id": "114",
            "source": "/api/jobs/publish",
            "type": "io.meanwhile.item.retrying",
            "time": "2026-01-05T09:00:40.162Z",
            "sequence": "114",
            "subject": "publish",
            "datacontenttype": "application/json",
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
