"""A told wire as a whole: it tells what the reference wire tells; answers are true, and hold as long as they say."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from harness.facts.truth import Truth
from harness.told.other_slots import CANARY
from harness.trace.truth_event import TruthEvent
from harness.wire.base import Response, WireRequest
from harness.wire.reference.wire import ReferenceWire
from tests.facts.histories import KEY, histories
from tests.tries import tries
from tests.wire.support import END_MS, a_backend, post, submitted
from tests.wire.told.support import ask, document, holding, told

REFERENCE = told(Path(__file__).with_name("reference.yaml").read_text(encoding="utf-8"))
BACKEND = submitted()
LEFT_OUT = {
    *("detail", "instance", "trace_id", "exception", "diagnostics"),  # only for logs
    *("actions", "cancellation", "earlier", "won"),  # what the reference wire works out, see reference.yaml
}


def without(document: Any) -> Any:
    """A document without what is not told."""
    if isinstance(document, list):
        return [without(one) for one in document]
    if isinstance(document, dict):
        return {name: without(one) for name, one in document.items() if name not in LEFT_OUT}
    return document


@pytest.mark.parametrize(
    "path",
    [
        "/api/jobs",
        "/api/jobs/publish",
        "/api/jobs/import",
        "/api/jobs/publish/items",
        "/api/jobs/publish/items?state=failed",
    ],
)
def test_what_the_reference_wire_tells_can_be_told(path: str) -> None:
    for at_ms in range(0, END_MS, 1_777):
        request = WireRequest(method="GET", path=path, at_ms=at_ms)
        coded, answer = ReferenceWire().respond(request, BACKEND), ask(REFERENCE, BACKEND, f"GET {path}", at_ms)
        assert isinstance(coded, Response)
        assert answer.status == coded.status
        if answer.status == 200:
            assert without(document(answer)) == without(json.loads(coded.body))


def test_a_start_too() -> None:
    coded = post(a_backend(), 2_000)
    answer = ask(REFERENCE, a_backend(), "POST /api/jobs", 2_000, '{"kind":"publish","items":28}', idempotency_key="k1")
    assert (answer.status, answer.delay_ms) == (202, coded.delay_ms)
    assert without(document(answer)) == without(document(coded))
    assert answer.headers["location"] == coded.headers["location"]


NUMBERS = ("total", "processed", "succeeded", "failed", "skipped", "remaining", "rolled_back", "grown")
ALL = told(
    "states: {queued: Q, running: R, partial: P, succeeded: OK, failed: KO, cancelled: X}\n"
    "routes:\n"
    "  GET /counts/{job}: {answer: {" + ", ".join(f"{name}: '{{job.{name}}}'" for name in NUMBERS) + "}}\n"
    "  GET /state/{job}: {answer: {state: '{job.state}', own: '{job.state | own}', ended: '{job.ended}'}}\n"
    "  GET /times/{job}: {answer: ['{job.accepted | ms}', '{job.started}', '{job.finished | s}', '{job.updated}']}\n"
    "  GET /words/{job}: {answer: '{job.processed} of {job.total}: {job.phase.title}'}\n"
    "  GET /items/{job}: \n"
    "    answer: {each: items, key: '{item.id}', as: ['{item.state}', '{item.attempt}', '{item.cause.id}']}\n"
    "  GET /failed/{job}: {answer: {count_of: items, where: {item.state: failed}}}\n"
    "  GET /causes/{job}: {answer: {each: causes, as: ['{cause.id}', '{cause.state}', '{cause.count}']}}\n"
    "  GET /phases/{job}:\n"
    "    answer: {each: phases, as: ['{phase.id}', '{phase.state}', '{phase.done}', '{phase.total}']}\n"
    "  GET /jobs: {answer: {each: jobs, as: '{job.id}'}}\n"
    "  GET /html/{job}: {html: [<ul>, {each: items, as: '<li>{item.name}: {item.state}</li>'}, </ul>]}\n"
    "  GET /tagged/{job}: {etag: true, answer: '{job.state}'}\n"
    "  GET /ended/{job}: [{when: {job.ended: true}, status: 286, text: same}, {text: same}]\n"
)
PATHS = ("counts", "state", "times", "words", "items", "failed", "causes", "phases", "html", "tagged", "ended")
TELLING = {"Q": "queued", "R": "running", "P": "partial", "OK": "succeeded", "KO": "failed", "X": "cancelled"}


@settings(max_examples=tries(30))
@given(histories())
def test_an_answer_is_true_at_its_moment(events: list[TruthEvent]) -> None:
    backend, truth = holding(events), Truth(events)
    for at_ms in sorted({event.at_ms for event in events}):
        view = truth.view(KEY, at_ms)
        assert view is not None

        def said(path: str, at_ms: int = at_ms) -> Any:
            return document(ask(ALL, backend, f"GET /{path}/{KEY.job}", at_ms))

        assert said("counts") == {name: getattr(view.counts, name) for name in NUMBERS}
        state = view.outcome or view.state
        assert said("state")["own"] == state
        assert TELLING[said("state")["state"]] == (
            "running" if state in ("retrying", "cancelling", "paused") else state
        )
        assert said("items") == {one.id: [one.state, one.attempt, one.cause] for one in truth.items(KEY, at_ms)}
        assert said("failed") == sum(one.state == "failed" for one in truth.items(KEY, at_ms))
        assert said("causes") == [[one.cause, one.state, one.count] for one in view.causes]
        assert said("phases") == [[one.id, one.state, one.done, one.total] for one in view.phases]
        total, phase = view.counts.total, view.phase
        known = total is not None and phase is not None
        assert said("words") == (f"{view.counts.processed} of {total}: {phase.title}" if known and phase else None)


@settings(max_examples=tries(30))
@given(histories())
def test_an_answer_holds_for_as_long_as_it_says_and_not_longer(events: list[TruthEvent]) -> None:
    backend = holding(events)
    moments = [0, *sorted({event.at_ms for event in events})]
    for path in (*(f"/{name}/{KEY.job}" for name in PATHS), "/jobs"):
        answers = [ask(ALL, backend, f"GET {path}", at_ms) for at_ms in moments]
        shown = [(answer.status, answer.headers, answer.body) for answer in answers]
        for index, answer in enumerate(answers):
            later = [at_ms for at_ms, said in zip(moments[index:], shown[index:], strict=True) if said != shown[index]]
            assert answer.valid_until_ms == (later[0] if later else None)
            if answer.valid_until_ms is not None:
                before = ask(ALL, backend, f"GET {path}", answer.valid_until_ms - 1)
                assert (before.status, before.headers, before.body) == shown[index]


def test_an_answer_that_follows_the_clock_holds_for_its_moment() -> None:
    wire = told("routes: {'GET /{job}': {answer: ['{now | ms}', '{job.elapsed | ms}']}}")
    answer = ask(wire, BACKEND, "GET /publish", 9_000)
    assert answer.valid_until_ms == 9_001
    first, second = document(answer), document(ask(wire, BACKEND, "GET /publish", 9_001))
    assert [two - one for one, two in zip(first, second, strict=True)] == [1, 1]


def test_a_read_changes_nothing_and_gives_the_same_again() -> None:
    before = (BACKEND.truth.events, dict(BACKEND.memory))
    asked = [ask(ALL, BACKEND, f"GET /{path}/publish", 9_000) for path in PATHS]
    assert asked == [ask(ALL, BACKEND, f"GET /{path}/publish", 9_000) for path in PATHS]
    assert (BACKEND.truth.events, dict(BACKEND.memory)) == before


def test_what_the_page_knows_already_is_not_sent_until_it_changes() -> None:
    tag = ask(ALL, BACKEND, "GET /tagged/publish", 9_000).headers["etag"]
    again = ask(ALL, BACKEND, "GET /tagged/publish", 9_500, if_none_match=tag)
    assert (again.status, again.body) == (304, "")
    assert again.valid_until_ms is not None
    changed = ask(ALL, BACKEND, "GET /tagged/publish", again.valid_until_ms, if_none_match=tag)
    assert (changed.status, json.loads(changed.body)) == (200, "P")


@pytest.mark.parametrize(
    ("asked", "status", "allow"),
    [("GET /nothing", 404, None), ("POST /jobs", 405, "GET"), ("GET /counts/nobody", 404, None)],
)
def test_what_nobody_told_of_is_not_found_or_not_allowed(asked: str, status: int, allow: str | None) -> None:
    answer = ask(ALL, BACKEND, asked, 0)
    assert (answer.status, answer.headers.get("allow")) == (status, allow)
    assert "error" in document(answer)


def test_it_claims_its_routes_and_nothing_else() -> None:
    assert set(ALL.claims) == {"/jobs$", *(f"/{path}/[^/]+$" for path in PATHS)}


def test_it_says_which_text_no_page_may_show() -> None:
    assert ALL.canaries == ()
    wire = told("routes: {GET /x: {answer: {trace: '{canary}'}}}")
    assert wire.canaries == (CANARY,)
    assert CANARY in ask(wire, BACKEND, "GET /x", 0).body
