"""The wire that lies says 130 where the truth is 124, and is honest about everything else."""

import json

from harness.core.words import RunKey
from harness.drive.backend import SimulatedBackend
from harness.scenario.world import World
from harness.targets.load import load
from harness.wire.base import Response, Stream, Wire, WireRequest
from harness.wire.load import load_wire
from harness.wire.reference.wire import ReferenceWire

WORLD = World.model_validate({"jobs": [{"id": "publish", "kind": "publish", "items": 200, "start": {"at": "1s"}}]})
END_MS = 1_000_000
KEY = RunKey("publish", 1)
LIAR = load_wire(load("reference-lying"), "sse")
HONEST = ReferenceWire()
BACKEND = SimulatedBackend(WORLD, 1)
BACKEND.reach(END_MS)
MOMENTS = [1_000, *BACKEND.truth.moments(KEY, 1_000, END_MS)]


def answer(path: str, at_ms: int, wire: Wire = LIAR) -> Response | Stream:
    return wire.respond(WireRequest(method="GET", path=path, at_ms=at_ms), BACKEND)


def processed(at_ms: int) -> int:
    view = BACKEND.truth.view(KEY, at_ms)
    assert view is not None
    return view.counts.processed


def counted(at_ms: int) -> list[int]:
    view = BACKEND.truth.view(KEY, at_ms)
    assert view is not None
    return [view.counts.processed, *(phase.done for phase in view.phases)]


def told(at_ms: int) -> int:
    found = answer("/api/jobs/publish", at_ms)
    assert isinstance(found, Response)
    return int(json.loads(found.body)["counts"]["processed"])


def test_it_says_130_for_124_and_six_more_until_it_is_honest_again() -> None:
    lies = {processed(at_ms): told(at_ms) for at_ms in MOMENTS if processed(at_ms) != told(at_ms)}
    assert lies == {count: count + 6 for count in range(124, 180)}


def test_its_counts_add_up_all_the_same() -> None:
    at_ms = next(at_ms for at_ms in MOMENTS if processed(at_ms) == 124)
    found = answer("/api/jobs/publish", at_ms)
    assert isinstance(found, Response)
    counts = json.loads(found.body)["counts"]
    assert counts["succeeded"] + counts["failed"] + counts["skipped"] == counts["processed"] == 130
    assert counts["processed"] + counts["remaining"] == counts["total"] == 200


def test_a_page_on_a_stream_is_lied_to_from_the_124th_item_to_the_180th() -> None:
    stream = answer("/api/events", 1_000)
    assert isinstance(stream, Stream)
    frames, honest = (wire.publish(stream, BACKEND, 1_000, END_MS) for wire in (LIAR, HONEST))
    more = [frame for frame in frames if frame.event == "snapshot"]
    assert len(frames) == len(honest) + len(more)
    lies = {processed(frame.sent_ms): json.loads(frame.data)["jobs"][0]["counts"]["processed"] for frame in more}
    assert lies == {124: 130, 180: 180}


def test_outside_the_lie_it_passes_everything_on() -> None:
    honest = [at_ms for at_ms in MOMENTS if not any(124 <= count < 180 for count in counted(at_ms))]
    assert len(honest) > 200
    for at_ms in honest:
        assert answer("/api/jobs", at_ms) == answer("/api/jobs", at_ms, HONEST)
