"""A server that was started again counts from 1; what happened before has no number, and the jobs are as they were."""

from harness.wire.base import Frame, Response, Stream
from harness.wire.reference.events import publish
from harness.wire.restarts import Restarts
from tests.wire.support import ask, document, listen, read, submitted

AT_MS = 30_000


def test_before_the_restart_the_back_end_is_the_one_that_it_was() -> None:
    backend = submitted()
    assert Restarts((AT_MS,)).backend(backend, AT_MS - 1) is backend
    assert Restarts((AT_MS,)).backend(backend, AT_MS) is not backend


def test_events_are_counted_from_one_again() -> None:
    backend = submitted()
    restarted = Restarts((AT_MS,)).backend(backend, AT_MS)
    old = [event for event in backend.truth.events if event.at_ms < AT_MS]
    events = restarted.truth.events
    assert {event.seq for event in events[: len(old)]} == {0}
    assert [event.seq for event in events[len(old) :]] == list(range(1, len(events) - len(old) + 1))
    assert [(event.at_ms, event.kind) for event in events] == [(one.at_ms, one.kind) for one in backend.truth.events]


def test_the_second_restart_counts_from_itself() -> None:
    restarted = Restarts((10_000, AT_MS)).backend(submitted(), AT_MS + 1)
    assert next(event.at_ms for event in restarted.truth.events if event.seq) >= AT_MS


def test_the_truth_goes_on_and_is_told_anew_after_a_command() -> None:
    backend = submitted(AT_MS)
    restarted = Restarts((10_000,)).backend(backend, 10_000)
    known = len(restarted.truth.events)
    backend.reach(60_000)
    assert len(restarted.truth.events) == len(backend.truth.events) > known
    backend.command(do="cancel", job="publish", at_ms=50_000)
    kinds = [event.kind for event in restarted.truth.events if event.seq]
    assert kinds == [event.kind for event in backend.truth.events if event.at_ms >= 10_000]
    assert "run.cancelling" in kinds


def test_a_job_keeps_its_counts_and_loses_its_version() -> None:
    backend = submitted()
    restarted = Restarts((AT_MS,)).backend(backend, AT_MS)
    before, after = (document(read(one, "/api/jobs/publish", AT_MS)) for one in (backend, restarted))  # type: ignore[arg-type]
    assert before["counts"] == after["counts"]
    assert (before["updated"], before["state"]) == (after["updated"], after["state"])
    assert after["version"] < before["version"]


def test_who_comes_with_an_id_of_before_is_told_how_things_are() -> None:
    backend = submitted()
    restarted = Restarts((AT_MS,)).backend(backend, AT_MS + 1)
    stream = listen(restarted, "/api/events", AT_MS + 1, last_event_id="40")  # type: ignore[arg-type]
    assert [frame.event for frame in stream.frames] == [None, "snapshot"]
    assert document(Response(status=200, body=stream.frames[1].data))["last_event"] in "01"


def test_a_stream_closes_at_the_restart_and_sends_nothing_from_then_on() -> None:
    backend = submitted()
    stream = ask(backend, "/api/events", 5_000)
    assert isinstance(stream, Stream)
    opened: Stream = stream

    def sent(from_ms: int, until_ms: int) -> list[Frame]:
        return list(publish(opened, backend, from_ms, until_ms))

    closing = Restarts((AT_MS,)).close(sent, 5_000)
    frames = closing(5_000, 60_000)
    assert frames == [*closing(5_000, AT_MS - 1), Frame(sent_ms=AT_MS, close=True)]
    assert frames[:-1] == sent(5_000, AT_MS - 1)
    assert closing(AT_MS, 60_000) == []
    assert Restarts((AT_MS,)).close(sent, AT_MS) is sent


def test_an_answer_holds_until_the_restart_at_most() -> None:
    restarts = Restarts((100,))
    holds = [Response(status=200, valid_until_ms=until_ms) for until_ms in (50, 100, 200, None)]
    assert [restarts.until(one, 10).valid_until_ms for one in holds] == [50, 100, 100, 100]
    assert [restarts.until(one, 100).valid_until_ms for one in holds] == [50, 100, 200, None]
