"""Starting, listing and looking at jobs; and until when an answer holds, to the millisecond."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.core.words import RunKey
from harness.wire.base import Response, WireRequest
from harness.wire.canaries import diagnostics
from harness.wire.reference.wire import ReferenceWire
from tests.wire.support import END_MS, a_backend, document, post, read, submitted

BACKEND = submitted()
PUBLISH = RunKey("publish", 1)
ENDED_MS = int(BACKEND.truth.ended_at(PUBLISH))
PATHS = (
    "/api/jobs",
    "/api/jobs/publish",
    "/api/jobs/import",
    "/api/jobs/no-such-job",
    "/api/jobs/publish/items",
    "/api/jobs/publish/items?state=failed",
    "/api/jobs/publish/items?state=retrying",
    "/api/catalogue",
)


@given(st.data(), st.sampled_from(PATHS), st.integers(0, END_MS))
def test_an_answer_holds_exactly_as_long_as_it_says(data: st.DataObject, path: str, at_ms: int) -> None:
    answer = read(BACKEND, path, at_ms)
    end_ms = END_MS + 1 if answer.valid_until_ms is None else answer.valid_until_ms
    assert end_ms > at_ms
    inside = read(BACKEND, path, data.draw(st.integers(at_ms, end_ms - 1), label="within"))
    assert (inside.status, inside.headers, inside.body) == (answer.status, answer.headers, answer.body)
    assert inside.valid_until_ms == answer.valid_until_ms
    if answer.valid_until_ms is not None:
        assert read(BACKEND, path, end_ms).body != answer.body


@given(st.sampled_from(PATHS), st.integers(0, END_MS - 1))
def test_a_truth_that_is_known_further_changes_nothing_but_how_long_the_answer_holds(path: str, at_ms: int) -> None:
    near, far = read(submitted(max(at_ms, 2_000)), path, at_ms), read(BACKEND, path, at_ms)
    assert (near.status, near.headers, near.body) == (far.status, far.headers, far.body)
    assert near.valid_until_ms in (None, far.valid_until_ms)


def test_a_job_that_is_still_being_accepted_is_not_there_yet() -> None:
    backend = a_backend()
    post(backend, 2_000)
    early = read(backend, "/api/jobs/publish", 2_399)
    assert (early.status, early.valid_until_ms) == (404, 2_400)
    assert read(backend, "/api/jobs/publish", 2_400).status == 200


def test_the_list_has_the_newest_run_of_each_job_and_the_last_event() -> None:
    told = document(read(BACKEND, "/api/jobs", END_MS))
    assert [job["id"] for job in told["jobs"]] == ["import", "publish"]
    assert told["last_event"] == str(len(BACKEND.truth.events))


def test_before_anything_happened_the_list_is_empty() -> None:
    assert document(read(BACKEND, "/api/jobs", 0)) == {
        "jobs": [],
        "last_event": "0",
        "diagnostics": diagnostics("jobs"),
    }


def test_the_etag_is_the_version() -> None:
    answer = read(BACKEND, "/api/jobs/publish", 30_000)
    assert answer.headers["etag"] == f'"{document(answer)["version"]}"'


def test_a_job_ends_with_its_true_counts() -> None:
    told = document(read(BACKEND, "/api/jobs/publish", ENDED_MS))
    assert told["counts"] == {
        "total": 28,
        "processed": 28,
        "succeeded": 20,
        "failed": 3,
        "skipped": 5,
        "remaining": 0,
        "rolled_back": 0,
        "grown": 0,
    }
    assert (told["status"], told["state"], told["outcome"]) == ("successful", "ended", "partial")
    assert (told["progress"], told["done"]) == (100, True)


@pytest.mark.parametrize(
    "body",
    [None, "", "no json", "[]", "{}", '{"kind":"dance"}', '{"kind":"publish","items":0}'],
)
def test_an_order_that_cannot_be_read_starts_nothing(body: str | None) -> None:
    backend = a_backend()
    answer = post(backend, 2_000, body=body)
    assert answer.status == 400
    assert document(answer)["kinds"] == ["publish", "import", "sync", "update"]
    assert [key.job for key in backend.truth.runs()] == []


@pytest.mark.parametrize("items", ["true", "1.5", '"3"', "100001"])
def test_the_number_of_items_is_a_whole_number_within_reason(items: str) -> None:
    assert post(a_backend(), 2_000, body=f'{{"kind":"publish","items":{items}}}').status == 400


def test_prefer_respond_async_is_honoured_and_said() -> None:
    headers = {"idempotency-key": "k", "prefer": "respond-async"}
    request = WireRequest(method="POST", path="/api/jobs", at_ms=1, headers=headers, body='{"kind":"import"}')
    answer = ReferenceWire().respond(request, a_backend())
    assert isinstance(answer, Response)
    assert answer.headers["preference-applied"] == "respond-async"
