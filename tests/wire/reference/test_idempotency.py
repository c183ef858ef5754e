"""The five behaviours of Idempotency-Key, and the end of its lifetime."""

from harness.drive.backend import SimulatedBackend
from harness.wire.reference.idempotency import LIFETIME_MS
from tests.wire.support import END_MS, a_backend, document, post, read, submitted


def jobs(backend: SimulatedBackend) -> list[str]:
    return [key.job for key in backend.truth.runs() if key.job.startswith("publish")]


def test_without_a_key_the_request_is_refused_and_nothing_starts() -> None:
    backend = a_backend()
    answer = post(backend, 2_000, key=None)
    assert answer.status == 400
    assert document(answer)["type"].endswith("/idempotency-key-missing")
    assert jobs(backend) == []


def test_an_empty_key_is_none() -> None:
    assert post(a_backend(), 2_000, key='""').status == 400


def test_the_first_request_is_processed() -> None:
    backend = a_backend()
    answer = post(backend, 2_000)
    assert answer.status == 202
    assert answer.delay_ms == 400
    assert answer.headers["location"] == "/api/jobs/publish"
    assert answer.headers["retry-after"] == "2"
    assert document(answer)["created"] == "2026-01-05T09:00:02.400Z"
    assert jobs(backend) == ["publish"]


def test_again_while_the_first_is_still_being_accepted_is_a_conflict() -> None:
    backend = a_backend()
    post(backend, 2_000)
    for at_ms in (2_000, 2_150, 2_399):
        answer = post(backend, at_ms)
        assert answer.status == 409
        assert document(answer)["retryable"] is True
    assert jobs(backend) == ["publish"]


def test_again_after_the_answer_gets_the_same_answer_at_once() -> None:
    backend = a_backend()
    first = post(backend, 2_000)
    for at_ms in (2_400, 60_000):
        again = post(backend, at_ms)
        assert (again.status, again.headers, again.body) == (first.status, first.headers, first.body)
        assert again.delay_ms == 0
    assert jobs(backend) == ["publish"]


def test_another_payload_with_the_same_key_is_refused_also_while_the_first_runs() -> None:
    backend = a_backend()
    post(backend, 2_000)
    for at_ms in (2_100, 9_000):
        assert post(backend, at_ms, body='{"kind":"publish","items":27}').status == 422
    assert jobs(backend) == ["publish"]


def test_the_same_payload_written_in_another_way_is_the_same() -> None:
    backend = a_backend()
    post(backend, 2_000)
    assert post(backend, 9_000, body='{ "items": 28, "kind": "publish" }').status == 202
    assert jobs(backend) == ["publish"]


def test_a_key_with_and_without_quotes_is_the_same() -> None:
    backend = a_backend()
    post(backend, 2_000, key='"abc"')
    post(backend, 9_000, key="abc")
    assert jobs(backend) == ["publish"]


def test_another_key_is_another_job_even_in_the_same_moment() -> None:
    backend = a_backend()
    post(backend, 2_000, key="a")
    answer = post(backend, 2_150, key="b")
    assert answer.headers["location"] == "/api/jobs/publish-2"
    assert jobs(backend) == ["publish", "publish-2"]


def test_a_refused_request_does_not_use_its_key_up() -> None:
    backend = a_backend()
    assert post(backend, 2_000, body='{"kind":"dance"}').status == 400
    assert post(backend, 3_000).status == 202


def test_the_key_is_forgotten_at_the_end_of_the_published_lifetime() -> None:
    backend = a_backend()
    published = post(backend, 2_000).headers["idempotency-key-lifetime"]
    end_ms = 2_400 + 1_000 * int(published)
    assert end_ms == 2_400 + LIFETIME_MS
    post(backend, end_ms - 1)
    assert jobs(backend) == ["publish"]
    post(backend, end_ms)
    assert jobs(backend) == ["publish", "publish-2"]


def test_a_read_leaves_the_memory_alone() -> None:
    backend = submitted()
    before = dict(backend.memory)
    for path in ("/api/jobs", "/api/jobs/publish", "/api/jobs/publish/items", "/api/catalogue"):
        read(backend, path, END_MS // 2)
    assert dict(backend.memory) == before
