"""Streams of events, of one job or of all, with resumption by id.

The server keeps ten seconds of events. Whoever comes with the id of an event after which nothing was thrown away gets
what was missed; anybody else first gets a ``snapshot`` of how things are. Over a WebSocket a message is JSON that holds
what a server-sent event has in fields of its own: ``{"id", "event", "data"}``.
"""

from dataclasses import replace
from typing import Any

from harness.core.time import iso
from harness.trace.truth_event import TruthEvent
from harness.wire import body, problems, sse
from harness.wire.base import Backend, Frame, Response, Stream, WireRequest
from harness.wire.canaries import diagnostics
from harness.wire.later import events_between, last_seq, next_of_job_ms
from harness.wire.reference.jobs import all_jobs
from harness.wire.reference.presentation import cloud_event, job_document, with_consequences

KEPT_MS = 10_000
HEARTBEAT_MS = 5_000
RECONNECT_MS = 2_000


def subscribe(request: WireRequest, backend: Backend, job: str | None = None) -> Response | Stream:
    """Open a stream of all jobs, or of the one."""
    if job is not None and backend.truth.job(job, request.at_ms) is None:
        changed_ms = next_of_job_ms(backend.truth, job, request.at_ms)
        return problems.refuse(problems.UNKNOWN_JOB, valid_until_ms=changed_ms)
    missed = _missed(request, backend, job)
    stream = Stream(id=request.id, opened_ms=request.at_ms, job=job, over=request.over)
    if stream.over == "websocket":
        return replace(stream, frames=tuple(map(_whole, missed)))
    first = Frame(sent_ms=request.at_ms, retry_ms=RECONNECT_MS)
    return replace(stream, headers=dict(sse.HEADERS), frames=(first, *missed))


def publish(stream: Stream, backend: Backend, from_ms: int, until_ms: int) -> tuple[Frame, ...]:
    """Events and heartbeats sent after ``from_ms`` until ``until_ms``. The stream stays open: a rerun may come."""
    events = [
        _event(event, event.at_ms, backend) for event in events_between(backend.truth, from_ms, until_ms, stream.job)
    ]
    frames = sorted([*events, *_heartbeats(stream, backend, from_ms, until_ms)], key=lambda frame: frame.sent_ms)
    return tuple(frames if stream.over == "sse" else map(_whole, frames))


def _whole(frame: Frame) -> Frame:
    """The message of a WebSocket, which has no fields beside its text."""
    return replace(frame, data=f'{{"id":{body.dump(frame.id)},"event":{body.dump(frame.event)},"data":{frame.data}}}')


def _missed(request: WireRequest, backend: Backend, job: str | None) -> tuple[Frame, ...]:
    truth, at_ms = backend.truth, request.at_ms
    last = last_seq(truth, at_ms, job)
    seen = _seen(request, at_ms, backend)
    if seen is None or seen < _thrown_away(backend, at_ms, job):
        return (_snapshot(backend, at_ms, job, last),)
    kept = events_between(truth, at_ms - KEPT_MS - 1, at_ms, job)
    return tuple(_event(event, at_ms, backend) for event in kept if event.seq > seen)


def _thrown_away(backend: Backend, at_ms: int, job: str | None) -> int:
    """The number of the last event that the server no longer keeps; 0 if it keeps them all."""
    return last_seq(backend.truth, at_ms - KEPT_MS - 1, job)


def _seen(request: WireRequest, at_ms: int, backend: Backend) -> int | None:
    """The id that the page saw last; None if it gave none, or one that was never sent."""
    text = request.headers.get("last-event-id") or request.query.get("last_event_id") or ""
    if not (text.isascii() and text.isdigit()):
        return None
    return int(text) if int(text) <= last_seq(backend.truth, at_ms) else None


def _snapshot(backend: Backend, at_ms: int, job: str | None, last: int) -> Frame:
    return Frame(sent_ms=at_ms, id=str(last), event="snapshot", data=body.dump(_state(backend, at_ms, job, last)))


def _state(backend: Backend, at_ms: int, job: str | None, last: int) -> dict[str, Any]:
    if job is None:
        return all_jobs(backend, at_ms)
    view = backend.truth.job(job, at_ms)
    return {"job": job_document(view, backend) if view else None, "last_event": str(last)}


def _event(event: TruthEvent, sent_ms: int, backend: Backend) -> Frame:
    told = cloud_event(event, **with_consequences(event, backend))
    return Frame(sent_ms=sent_ms, id=str(event.seq), event=event.kind, data=body.dump(told))


def _heartbeats(stream: Stream, backend: Backend, from_ms: int, until_ms: int) -> list[Frame]:
    """One every five seconds from the opening, without an id, so that it never moves what the page saw last."""
    first = max((from_ms - stream.opened_ms) // HEARTBEAT_MS + 1, 1)
    last = (until_ms - stream.opened_ms) // HEARTBEAT_MS
    moments = (stream.opened_ms + number * HEARTBEAT_MS for number in range(first, last + 1))
    return [Frame(sent_ms=at_ms, event="heartbeat", data=body.dump(_beat(stream, backend, at_ms))) for at_ms in moments]


def _beat(stream: Stream, backend: Backend, at_ms: int) -> dict[str, Any]:
    """The number of the last event lets a page see that it has missed some, or could not read it."""
    last = str(last_seq(backend.truth, at_ms, stream.job))
    return {"time": iso(at_ms), "last_event": last, "diagnostics": diagnostics("heartbeat")}
