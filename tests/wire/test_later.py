"""What happens next, in a log that goes on after the moment asked about."""

from harness.facts.truth import Truth
from harness.trace.truth_event import TruthEvent
from harness.wire.later import events_after, events_between, last_seq, next_ms, next_of_job_ms

ACCEPTED = {"kind": "publish", "title": "Publish 2 items", "noun": "item", "total": 2, "phases": []}


def event(seq: int, at_ms: int, job: str, name: str = "run.started", **data: object) -> TruthEvent:
    return TruthEvent(seq=seq, at_ms=at_ms, kind=name, job=job, run=1, data=dict(data))


TRUTH = Truth(
    [
        event(1, 100, "a", "job.accepted", **ACCEPTED),
        event(2, 100, "b", "job.accepted", **ACCEPTED),
        event(3, 200, "a"),
        event(4, 300, "b"),
        event(5, 300, "b", "run.cancelling", mode="x"),
    ]
)


def test_later_means_after_the_whole_millisecond() -> None:
    assert [one.seq for one in events_after(TRUTH, 100)] == [3, 4, 5]
    assert [one.seq for one in events_after(TRUTH, 99)] == [1, 2, 3, 4, 5]


def test_the_next_event_is_looked_for_by_job_or_by_what_matters() -> None:
    assert next_ms(TRUTH, 100) == 200
    assert next_of_job_ms(TRUTH, "b", 100) == 300
    assert next_ms(TRUTH, 100, lambda one: one.kind == "run.cancelling") == 300
    assert next_ms(TRUTH, 300) is None


def test_the_last_number_is_of_all_jobs_or_of_one() -> None:
    assert last_seq(TRUTH, 99) == 0
    assert last_seq(TRUTH, 100) == 2
    assert last_seq(TRUTH, 299, "b") == 2
    assert last_seq(TRUTH, 300, "a") == 3
    assert last_seq(TRUTH, 300, "c") == 0


def test_between_excludes_its_first_moment_and_includes_its_last() -> None:
    assert [one.seq for one in events_between(TRUTH, 100, 300)] == [3, 4, 5]
    assert [one.seq for one in events_between(TRUTH, 100, 299, "b")] == []
