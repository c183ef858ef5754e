"""openapi.yaml and asyncapi.yaml are what the wire really says: every answer fits, and nothing else is promised."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings

from harness.core.causes import CauseClass
from harness.core.random import stream
from harness.core.words import ItemState, Outcome, PhaseState, State
from harness.drive.backend import SimulatedBackend
from harness.facts.run_fold import RunFold
from harness.model.kinds import KINDS
from harness.scenario.world import Catalogue, Refusal
from harness.trace.truth_event import TruthEvent
from harness.wire.base import Response, Stream, WireRequest
from harness.wire.reference.commands import DOES
from harness.wire.reference.make_imports import FILES
from harness.wire.reference.presentation import TYPE_PREFIX, cloud_event, job_document, with_consequences
from harness.wire.reference.refusals import PROBLEMS
from harness.wire.reference.wire import ROUTES, ReferenceWire
from tests.facts.histories import KEY, History, histories
from tests.tries import tries
from tests.wire.reference.fitting import load, misfits
from tests.wire.support import END_MS, ORDER, WORLD, Logged, a_backend, ask, post, read, submitted, tell, upload

API = "openapi.yaml"
EVENTS = "asyncapi.yaml"
BACKEND = submitted()
MOMENTS = range(0, END_MS, 7_000)
READS = {
    "/api/jobs": "/api/jobs",
    "/api/jobs/{job}": "/api/jobs/publish",
    "/api/jobs/{job}/items": "/api/jobs/publish/items",
    "/api/catalogue": "/api/catalogue",
}


def promised(path: str, method: str, answer: Response) -> Any:
    """The schema of that answer; fails where its status or its kind is not in the document."""
    told = load(API)["paths"][path][method]["responses"][str(answer.status)]
    if "$ref" in told:
        told = load(API)["components"]["responses"][told["$ref"].rpartition("/")[2]]
    return told["content"][answer.headers["content-type"].partition(";")[0]]["schema"]


def wrong(path: str, method: str, answer: Response) -> list[str]:
    return list(misfits(json.loads(answer.body), promised(path, method, answer), API))


@pytest.mark.parametrize(("path", "asked"), READS.items())
def test_every_read_fits_at_every_stage_of_the_job(path: str, asked: str) -> None:
    for at_ms in MOMENTS:
        assert wrong(path, "get", read(BACKEND, asked, at_ms)) == []


@pytest.mark.parametrize("catalogue", Catalogue)
def test_every_catalogue_fits(catalogue: Catalogue) -> None:
    backend = SimulatedBackend(WORLD.model_copy(update={"catalogue": catalogue}), 7)
    assert wrong("/api/catalogue", "get", read(backend, "/api/catalogue", 0)) == []


@pytest.mark.parametrize("asked", ["/api/jobs/none", "/api/jobs/none/items", "/api/jobs/publish/items?state=odd"])
def test_refusals_fit(asked: str) -> None:
    path = re.sub("/none|/publish", "/{job}", asked).partition("?")[0]
    assert wrong(path, "get", read(BACKEND, asked, 9_000)) == []


def test_a_submit_fits_however_it_ends() -> None:
    backend = a_backend()
    told = []
    for at_ms, key, body in (
        (10, "a", ORDER),
        (20, "a", ORDER),
        (9_000, "a", '{"kind":"publish","items":3}'),
        (9_001, "", ORDER),
    ):
        headers = {"idempotency-key": key} if key else {}
        request = WireRequest(method="POST", path="/api/jobs", at_ms=at_ms, headers=headers, body=body)
        answer = ReferenceWire().respond(request, backend)
        assert isinstance(answer, Response)
        told.append(answer.status)
        assert wrong("/api/jobs", "post", answer) == []
    assert told == [202, 409, 422, 400]


@pytest.mark.parametrize("do", DOES)
def test_a_command_fits_however_it_ends(do: str) -> None:
    told = []
    for at_ms, key, body in ((0, "a", None), (30_000, "b", None), (30_100, "b", "[]"), (END_MS, "c", "[]")):
        answer = tell(submitted(at_ms) if at_ms else a_backend(), do, at_ms, key=key, body=body)
        told.append(answer.status)
        assert wrong(f"/api/jobs/{{job}}:{do}", "post", answer) == []
    assert told == [404, 202 if do == "cancel" else 409, 400, 400]
    assert wrong(f"/api/jobs/{{job}}:{do}", "post", tell(submitted(), do, END_MS)) == []


@pytest.mark.parametrize(("name", "status"), [("missing-id.csv", 201), ("utf-16.csv", 422), ("empty.csv", 422)])
def test_a_file_fits_whatever_is_in_it(name: str, status: int) -> None:
    backend = a_backend()
    answer = upload(backend, FILES[name]().data.decode(errors="replace"))
    assert answer.status == status
    assert wrong("/api/uploads", "post", answer) == []
    assert wrong("/api/uploads", "post", upload(backend, "", key=None)) == []
    for asked in ("upload-1", "nobody"):
        assert wrong("/api/uploads/{upload}", "get", read(backend, f"/api/uploads/{asked}", 2_000)) == []


@pytest.mark.parametrize("status", PROBLEMS)
def test_a_refused_start_fits(status: int) -> None:
    world = WORLD.model_copy(update={"refuse": (Refusal.model_validate({"status": status}),)})
    assert wrong("/api/jobs", "post", post(SimulatedBackend(world, 7), 10)) == []


def test_every_event_fits() -> None:
    stream = ask(BACKEND, "/api/events", 3_000)
    assert isinstance(stream, Stream)
    frames = [*stream.frames, *ReferenceWire().publish(stream, BACKEND, 3_000, END_MS)]
    said = [frame for frame in frames if frame.event]
    assert {"snapshot", "heartbeat", "item.failed", "run.ended"} <= {str(frame.event) for frame in said}
    for frame in said:
        name = str(frame.event) if frame.event in ("snapshot", "heartbeat") else "event"
        payload = load(EVENTS)["components"]["messages"][name]["payload"]
        assert list(misfits(json.loads(frame.data), payload, EVENTS)) == []
        if name == "event":
            assert json.loads(frame.data)["type"] == TYPE_PREFIX + str(frame.event)


def test_every_message_of_a_socket_fits_and_says_what_an_event_stream_says() -> None:
    wire = ReferenceWire(transport="websocket")
    socket = ask(BACKEND, "/api/events", 3_000, wire=wire, upgrade="websocket")
    stream = ask(BACKEND, "/api/events", 3_000)
    assert isinstance(socket, Stream)
    assert isinstance(stream, Stream)
    messages = [*socket.frames, *wire.publish(socket, BACKEND, 3_000, END_MS)]
    frames = [*stream.frames[1:], *wire.publish(stream, BACKEND, 3_000, END_MS)]
    told = [json.loads(message.data) for message in messages]
    schema = load(EVENTS)["components"]["schemas"]["SocketMessage"]
    assert [list(misfits(one, schema, EVENTS)) for one in told] == [[]] * len(frames)
    assert [(one["id"], one["event"], one["data"]) for one in told] == [
        (frame.id, frame.event, json.loads(frame.data)) for frame in frames
    ]


@settings(max_examples=tries(60))
@given(histories())
def test_every_kind_of_event_fits_and_so_does_the_job_after_it(events: list[TruthEvent]) -> None:
    backend = Logged(events)
    for event in events:
        told = cloud_event(event, **with_consequences(event, backend))
        assert list(misfits(told, load(EVENTS)["components"]["schemas"]["CloudEvent"], EVENTS)) == []
    for view in backend.truth.views(KEY, 0, 10**9):
        assert list(misfits(job_document(view, backend), load(API)["components"]["schemas"]["Job"], API)) == []


def test_the_kinds_of_events_are_those_that_the_fold_knows() -> None:
    known = {"job.accepted", *RunFold(History(stream(0, "history")).run()[0])._handlers}
    told = load(EVENTS)["components"]["schemas"]["CloudEvent"]["properties"]["type"]["enum"]
    assert {kind.removeprefix(TYPE_PREFIX) for kind in told} == known


def test_the_paths_are_those_of_the_wire() -> None:
    told = load(API)["paths"]
    known = {re.sub(r"\(\?P<(\w+)>.*?\)", r"{\1}", route.pattern): set(route.methods) for route in ROUTES}
    assert {path: {name.upper() for name in one} - {"PARAMETERS"} for path, one in told.items()} == known
    addresses = {one["address"] for one in load(EVENTS)["channels"].values()}
    assert addresses == {path for path in known if path.endswith("events")}


def test_the_words_are_those_of_the_truth() -> None:
    schemas = load(API)["components"]["schemas"]
    job, phase = schemas["Job"]["properties"], schemas["Phase"]["properties"]
    assert job["state"]["enum"] == list(State)
    assert job["outcome"]["enum"] == [*Outcome, None]
    assert phase["state"]["enum"] == list(PhaseState)
    assert schemas["ItemState"]["enum"] == list(ItemState)
    assert schemas["CauseClass"]["enum"] == list(CauseClass)
    assert set(schemas["Order"]["properties"]["kind"]["enum"]) == {kind.value for kind in KINDS}


def test_what_does_not_fit_is_found() -> None:
    answer = read(BACKEND, "/api/jobs/publish", 30_000)
    job = json.loads(answer.body)
    schema = promised("/api/jobs/{job}", "get", answer)
    for spoiled in ({**job, "more": 1}, {**job, "progress": 101}, {**job, "status": "busy"}, {**job, "queue": {}}):
        assert list(misfits(spoiled, schema, API))
    assert list(misfits({name: value for name, value in job.items() if name != "run"}, schema, API))
