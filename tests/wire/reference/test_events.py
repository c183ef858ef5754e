"""Streams: opening, resuming within ten seconds and after them, events, heartbeats."""

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.core.time import iso
from harness.core.words import RunKey
from harness.targets.file import Transport
from harness.trace.truth_event import TruthEvent
from harness.wire.base import Frame, Response, Stream
from harness.wire.canaries import EVENT, diagnostics
from harness.wire.reference.wire import ReferenceWire
from tests.wire.support import END_MS, ask, document, listen, read, submitted

BACKEND = submitted()
EVENTS = BACKEND.truth.events
ENDED_MS = int(BACKEND.truth.ended_at(RunKey("publish", 1)))
NOW_MS = 25_000
COUNTS = {"total", "done", "processed", "succeeded", "failed", "skipped", "remaining"}


def known(at_ms: int = NOW_MS, job: str | None = None) -> list[TruthEvent]:
    return [event for event in EVENTS if event.at_ms <= at_ms and job in (None, event.job)]


def names(frames: tuple[Frame, ...]) -> list[str | None]:
    return [frame.event for frame in frames]


def data(frame: Frame) -> Any:
    return json.loads(frame.data)


def test_the_first_frame_of_every_stream_says_when_to_come_back() -> None:
    for path in ("/api/events", "/api/jobs/publish/events"):
        for last in ("", str(known()[-1].seq)):
            first = listen(BACKEND, path, NOW_MS, last_event_id=last).frames[0]
            assert (first.retry_ms, first.event, first.id) == (2_000, None, None)


def test_without_an_id_a_stream_begins_with_a_snapshot_that_equals_the_list() -> None:
    stream = listen(BACKEND, "/api/events", NOW_MS)
    assert stream.headers["content-type"] == "text/event-stream"
    assert names(stream.frames) == [None, "snapshot"]
    snapshot = stream.frames[1]
    assert snapshot.id == str(known()[-1].seq)
    assert data(snapshot) == document(read(BACKEND, "/api/jobs", NOW_MS))


def test_the_snapshot_of_a_jobs_own_stream_is_that_job() -> None:
    snapshot = listen(BACKEND, "/api/jobs/publish/events", NOW_MS).frames[1]
    last = str(known(job="publish")[-1].seq)
    assert data(snapshot) == {"job": document(read(BACKEND, "/api/jobs/publish", NOW_MS)), "last_event": last}
    assert snapshot.id == last


def test_an_id_within_ten_seconds_gets_exactly_what_was_missed() -> None:
    seen = next(event for event in EVENTS if event.at_ms >= NOW_MS - 9_000)
    frames = listen(BACKEND, "/api/events", NOW_MS, last_event_id=str(seen.seq)).frames[1:]
    assert [frame.id for frame in frames] == [str(event.seq) for event in known() if event.seq > seen.seq]
    assert len(frames) > 3
    assert {frame.sent_ms for frame in frames} == {NOW_MS}
    assert "snapshot" not in names(frames)


def test_the_id_may_come_in_the_query_and_the_header_wins() -> None:
    last = known()[-1].seq
    path = f"/api/events?last_event_id={last}"
    assert len(listen(BACKEND, path, NOW_MS).frames) == 1
    assert names(listen(BACKEND, path, NOW_MS, last_event_id="1").frames) == [None, "snapshot"]


def test_an_id_after_which_events_were_thrown_away_gets_a_snapshot() -> None:
    kept = [event for event in known() if event.at_ms >= NOW_MS - 10_000]
    oldest = kept[0].seq
    assert kept[0].seq > 2
    resumed = listen(BACKEND, "/api/events", NOW_MS, last_event_id=str(oldest - 1)).frames
    assert len(resumed) == 1 + len(kept)
    assert names(listen(BACKEND, "/api/events", NOW_MS, last_event_id=str(oldest - 2)).frames) == [None, "snapshot"]


def test_an_event_is_kept_for_ten_seconds_to_the_millisecond() -> None:
    missed = EVENTS[-1]
    last = str(missed.seq - 1)
    at_end = listen(BACKEND, "/api/events", missed.at_ms + 10_000, last_event_id=last)
    assert names(at_end.frames) == [None, missed.kind]
    too_late = listen(BACKEND, "/api/events", missed.at_ms + 10_001, last_event_id=last)
    assert names(too_late.frames) == [None, "snapshot"]


def test_a_jobs_own_stream_does_not_miss_what_happened_to_other_jobs() -> None:
    last = known(ENDED_MS, "import")[-1]
    stream = listen(BACKEND, "/api/jobs/import/events", ENDED_MS, last_event_id=str(last.seq))
    assert last.at_ms < ENDED_MS - 10_000
    assert len(stream.frames) == 1


def test_an_id_that_was_never_sent_gets_a_snapshot() -> None:
    for last in (str(EVENTS[-1].seq), "-1", "x", "¹"):
        assert names(listen(BACKEND, "/api/events", NOW_MS, last_event_id=last).frames) == [None, "snapshot"]


def test_events_are_sent_when_they_happen_with_heartbeats_between_them() -> None:
    stream = listen(BACKEND, "/api/events", NOW_MS)
    frames = ReferenceWire().publish(stream, BACKEND, NOW_MS, NOW_MS + 10_000)
    beats = [frame for frame in frames if frame.event == "heartbeat"]
    assert [(beat.sent_ms, beat.id) for beat in beats] == [(NOW_MS + 5_000, None), (NOW_MS + 10_000, None)]
    last = str(known(NOW_MS + 5_000)[-1].seq)
    assert data(beats[0]) == {"time": iso(NOW_MS + 5_000), "last_event": last, "diagnostics": diagnostics("heartbeat")}
    told = [(frame.id, frame.sent_ms) for frame in frames if frame.event != "heartbeat"]
    expected = [event for event in EVENTS if NOW_MS < event.at_ms <= NOW_MS + 10_000]
    assert told == [(str(event.seq), event.at_ms) for event in expected]
    assert [frame.sent_ms for frame in frames] == sorted(frame.sent_ms for frame in frames)


@given(st.lists(st.integers(NOW_MS, END_MS), max_size=5), st.sampled_from(["/api/events", "/api/jobs/publish/events"]))
def test_however_time_is_cut_the_same_frames_are_sent(cuts: list[int], path: str) -> None:
    stream, wire = listen(BACKEND, path, NOW_MS), ReferenceWire()
    edges = [NOW_MS, *sorted(cuts), END_MS]
    pieces = [wire.publish(stream, BACKEND, *edge) for edge in pairwise(edges)]
    assert tuple(frame for piece in pieces for frame in piece) == wire.publish(stream, BACKEND, NOW_MS, END_MS)


def test_after_its_job_has_ended_a_stream_stays_open_for_a_rerun_may_come() -> None:
    stream = listen(BACKEND, "/api/jobs/publish/events", ENDED_MS)
    frames = ReferenceWire().publish(stream, BACKEND, ENDED_MS, ENDED_MS + 12_000)
    assert names(frames) == ["heartbeat", "heartbeat"]
    assert not any(frame.close for frame in frames)


def test_every_event_is_a_cloud_event_and_those_of_items_carry_no_totals() -> None:
    stream = listen(BACKEND, "/api/events", 0)
    frames = ReferenceWire().publish(stream, BACKEND, 0, END_MS)
    told = [frame for frame in frames if frame.event != "heartbeat"]
    assert len(told) == len(EVENTS)
    for frame, event in zip(told, EVENTS, strict=True):
        cloud = data(frame)
        assert (frame.event, cloud["type"]) == (event.kind, f"io.meanwhile.{event.kind}")
        assert (cloud["specversion"], cloud["id"], cloud["sequence"]) == ("1.0", frame.id, frame.id)
        assert (cloud["source"], cloud["subject"]) == (f"/api/jobs/{event.job}", event.job)
        assert cloud["data"]["run"] == event.run
        assert not any(name.endswith("_ms") for name in cloud["data"])
        if event.kind.startswith("item."):
            assert not COUNTS & set(cloud["data"])
    assert {"item.succeeded", "item.failed", "item.skipped", "item.retrying"} <= {frame.event for frame in told}


def test_a_heartbeat_of_a_jobs_own_stream_tells_of_that_job_alone() -> None:
    stream = listen(BACKEND, "/api/jobs/import/events", NOW_MS)
    beat = ReferenceWire().publish(stream, BACKEND, ENDED_MS, ENDED_MS + 5_000)[-1]
    assert (beat.event, data(beat)["last_event"]) == ("heartbeat", str(known(ENDED_MS, "import")[-1].seq))


def test_every_document_of_a_stream_carries_its_canaries_in_technical_fields_alone() -> None:
    wire = ReferenceWire()
    stream = listen(BACKEND, "/api/events", 0)
    told = [data(frame) for frame in (*stream.frames, *wire.publish(stream, BACKEND, 0, END_MS)) if frame.data]
    assert len(told) > 20
    for one in told:
        planted = {EVENT: one.pop(EVENT, None), **one.pop("diagnostics", {})}
        assert [value for value in planted.values() if value] != []
        assert {value for value in planted.values() if value} <= set(wire.canaries)
        for job in one.get("jobs", ()):
            assert set(job.pop("diagnostics").values()) <= set(wire.canaries)
        assert "canary" not in str(one)


def test_the_stream_of_an_unknown_job_is_refused_until_there_is_one() -> None:
    answer = ask(BACKEND, "/api/jobs/publish/events", 1_999)
    assert isinstance(answer, Response)
    assert (answer.status, answer.valid_until_ms) == (404, 2_000)


@pytest.mark.parametrize("path", ["/api/events", "/api/jobs/publish/events"])
@pytest.mark.parametrize(("transport", "had"), [("sse", "sse"), ("websocket", "websocket"), ("poll", None)])
def test_a_stream_is_had_over_the_transport_alone(transport: Transport, had: str | None, path: str) -> None:
    wire = ReferenceWire(transport=transport)
    for over, headers in (("sse", {}), ("websocket", {"upgrade": "websocket"})):
        answer = ask(BACKEND, path, NOW_MS, wire=wire, **headers)
        if over == had:
            assert isinstance(answer, Stream)
            assert answer.over == over
        else:
            assert isinstance(answer, Response)
            assert (answer.status, document(answer)["type"].rsplit("/", 1)[1]) == (404, "no-stream")
