"""A wire with the faults of event streams before it."""

import pytest

from harness.network.faults import Blackhole, Buffered, Fault, Gap, Reordered, Replayed, ServerRestart
from harness.network.profiles import profile
from harness.network.schedule import Schedule
from harness.wire.base import Frame, Response, Stream, WireRequest
from harness.wire.disturbed import disturbed
from harness.wire.reference.wire import ReferenceWire
from tests.wire.support import submitted

REFERENCE = ReferenceWire()
BACKEND = submitted()
END_MS = 120_000


def network(*faults: Fault) -> Schedule:
    return Schedule(profile=profile("wifi"), faults=faults)


def opened(*faults: Fault, at_ms: int = 5_000) -> tuple[Stream, tuple[Frame, ...]]:
    """The stream of all jobs under these faults, and what it sends after its opening."""
    wire = disturbed(REFERENCE, network(*faults))
    stream = wire.respond(WireRequest(method="GET", path="/api/events", at_ms=at_ms, id="r1"), BACKEND)
    assert isinstance(stream, Stream)
    return stream, wire.publish(stream, BACKEND, at_ms, END_MS)


def test_without_faults_of_streams_it_is_the_wire_itself() -> None:
    assert disturbed(REFERENCE, network(Blackhole(at_ms=1, end_ms=2))) is REFERENCE


def test_it_claims_and_plants_what_the_wire_does() -> None:
    wire = disturbed(REFERENCE, network(Gap(at_ms=1, end_ms=2)))
    assert (wire.claims, wire.canaries) == (REFERENCE.claims, REFERENCE.canaries)


def test_what_is_no_stream_is_answered_as_ever() -> None:
    request = WireRequest(method="GET", path="/api/jobs", at_ms=20_000)
    answer = disturbed(REFERENCE, network(Gap(at_ms=0, end_ms=END_MS))).respond(request, BACKEND)
    assert answer == REFERENCE.respond(request, BACKEND)


def test_before_and_after_a_fault_the_stream_is_as_without() -> None:
    plain, frames = opened(Blackhole(at_ms=1, end_ms=2))
    stream, disturbed_frames = opened(Gap(at_ms=20_000, end_ms=30_000))
    assert stream.frames == plain.frames
    assert [one for one in disturbed_frames if not one.lost] == [
        one for one in frames if not 20_000 <= one.sent_ms < 30_000
    ]


def test_what_a_stream_begins_with_is_held_and_lost_like_anything() -> None:
    plain, _ = opened(Blackhole(at_ms=1, end_ms=2))
    held, later = opened(Buffered(at_ms=4_000, end_ms=20_000, every_ms=3_000))
    assert held.frames == ()
    assert [one.told_ms for one in later[:2]] == [5_000, 5_000]
    assert [(one.sent_ms, one.data) for one in later[:2]] == [(7_000, one.data) for one in plain.frames]
    lost, _ = opened(Gap(at_ms=4_000, end_ms=20_000))
    assert [one.event for one in lost.frames] == [None]
    twice, _ = opened(Replayed(at_ms=4_000, end_ms=20_000))
    assert [one.event for one in twice.frames] == [None, "snapshot", "snapshot"]


def test_a_stream_that_is_opened_in_the_window_swaps_what_it_begins_with() -> None:
    stream, later = opened(Reordered(at_ms=4_000, end_ms=20_000))
    assert [one.event for one in stream.frames] == [None]
    assert later[0].sent_ms == later[1].sent_ms
    assert later[1].event == "snapshot"


def test_a_restart_closes_the_stream_and_the_next_one_counts_anew() -> None:
    restart = ServerRestart(at_ms=30_000)
    _, frames = opened(restart)
    assert frames[-1] == Frame(sent_ms=30_000, close=True)
    _, again = opened(restart, at_ms=31_000)
    numbers = [int(one.id) for one in again if one.id]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert numbers[0] < 10 < int([one.id for one in frames if one.id][-1] or 0)


def test_what_is_lost_is_not_held_and_what_is_held_comes_twice() -> None:
    lossy = Gap(at_ms=10_000, end_ms=20_000)
    held = Buffered(at_ms=10_000, end_ms=40_000, every_ms=30_000)
    twice = Replayed(at_ms=20_000, end_ms=40_000)
    _, frames = opened(lossy, held, twice)
    burst = [one for one in frames if one.sent_ms == 40_000 and one.held_ms]
    assert {one.told_ms for one in burst} == {one.told_ms for one in burst if one.told_ms >= 20_000}
    assert burst[::2] == burst[1::2]
    assert all(one.sent_ms < 20_000 for one in frames if one.lost)


@pytest.mark.parametrize("at_ms", [25_000, 30_000])
def test_an_answer_is_not_taken_for_one_of_the_next_server(at_ms: int) -> None:
    wire = disturbed(REFERENCE, network(ServerRestart(at_ms=30_000)))
    answer = wire.respond(WireRequest(method="GET", path="/api/jobs/unknown", at_ms=at_ms), BACKEND)
    assert isinstance(answer, Response)
    assert answer.valid_until_ms == (30_000 if at_ms < 30_000 else None)
