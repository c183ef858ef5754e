"""Requests that have the back end do something, and what is answered where nothing comes of them."""

from dataclasses import replace

import pytest

from harness.drive.backend import SimulatedBackend
from harness.scenario.world import World
from harness.wire.told.orders import own_kinds
from tests.wire.support import WORLD, a_backend, submitted
from tests.wire.told.support import FORM, ask, document, told

START = """
kinds: {publish: push, import: pull}
routes:
  POST /start/{kind}:
    do: submit
    status: 201
    headers: {Location: "/t/{job.id}"}
    answer: {id: "{job.id}", state: "{job.state}"}
  POST /start:
    do: submit
    kind: "{body.what}"
    items: "{body.rows}"
    once: "{header.idempotency-key}"
    answer: {id: "{job.id}"}
  POST /t/{job}/{do}:
    - {when: {path.do: stop}, do: cancel, status: 202, answer: {state: "{job.state}"}}
    - {when: {path.do: again}, do: rerun, answer: {run: "{job.run}"}}
    - {when: {path.do: mend}, do: retry-failed, answer: {run: "{job.run}"}}
    - {when: {path.do: go-on}, do: continue, answer: 1}
refused: {answer: {code: "{refusal.code}", why: "{refusal.reason}", wait: "{refusal.retry_after}"}}
unknown: {answer: {gone: true}}
"""
WIRE = told(START)


def test_a_start_is_answered_once_it_is_accepted_with_the_job_as_it_is_then() -> None:
    backend = a_backend()
    answer = ask(WIRE, backend, "POST /start/publish", 2_000)
    assert (answer.status, answer.delay_ms, document(answer)) == (201, 400, {"id": "publish", "state": "queued"})
    assert answer.headers["location"] == "/t/publish"
    assert backend.orders[-1].at_ms == 2_400


@pytest.mark.parametrize(
    ("content_type", "body"),
    [("application/json", '{"what":"push","rows":7}'), (FORM, "what=publish&rows=7")],
)
def test_what_to_start_is_read_from_the_body_in_our_word_or_theirs(content_type: str, body: str) -> None:
    answer = ask(WIRE, a_backend(), "POST /start", 0, body, content_type=content_type)
    assert document(answer) == {"id": "publish"}


@pytest.mark.parametrize(("rows", "items"), [("7", 7), ('"7"', 7), ("0", 1), ('"many"', 1), ("null", 1)])
def test_the_number_of_items_is_taken_where_the_scenario_leaves_it_open(rows: str, items: int) -> None:
    backend = SimulatedBackend(World.model_validate({}), 1)
    ask(WIRE, backend, "POST /start", 0, f'{{"what":"pull","rows":{rows}}}')
    view = backend.truth.job("import", 400)
    assert view is not None
    assert view.title == f"Import {items} item" + ("" if items == 1 else "s")


def test_the_same_request_sent_again_gets_the_same_answer_when_the_first_is_done() -> None:
    backend = a_backend()
    body, key = '{"what":"push"}', {"idempotency_key": "k"}
    first = ask(WIRE, backend, "POST /start", 1_000, body, **key)
    again = ask(WIRE, backend, "POST /start", 1_100, body, **key)
    late = ask(WIRE, backend, "POST /start", 9_000, body, **key)
    other = ask(WIRE, backend, "POST /start", 9_500, body, idempotency_key="other")
    without = ask(WIRE, backend, "POST /start", 9_900, body)
    assert (first.delay_ms, again, late) == (400, replace(first, delay_ms=300), replace(first, delay_ms=0))
    assert [document(answer)["id"] for answer in (first, other, without)] == ["publish", "publish-2", "publish-3"]


def test_a_refused_request_may_be_sent_again() -> None:
    backend = SimulatedBackend(WORLD.model_copy(update={"refuse": _refuse()}), 7)
    refused = ask(WIRE, backend, "POST /start", 0, '{"what":"push"}', idempotency_key="k")
    assert (refused.status, refused.headers["retry-after"], refused.delay_ms) == (429, "5", 0)
    assert document(refused) == {
        "code": "too-many-starts",
        "why": "Too many jobs were asked for in a short time",
        "wait": 4,
    }
    assert ask(WIRE, backend, "POST /start", 1_000, '{"what":"push"}', idempotency_key="k").status == 200


def _refuse() -> object:
    return World.model_validate({"refuse": [{"for": "1s", "status": 429, "retry_after": "4500ms"}]}).refuse


@pytest.mark.parametrize(("asked", "body"), [("POST /start/dance", None), ("POST /start", "{}"), ("POST /start", None)])
def test_a_kind_that_nobody_knows_is_refused(asked: str, body: str | None) -> None:
    answer = ask(WIRE, a_backend(), asked, 0, body)
    assert (answer.status, document(answer)["code"]) == (400, "unknown-kind")


def test_a_job_is_stopped_mended_and_done_again() -> None:
    backend = submitted()
    stopped = ask(WIRE, backend, "POST /t/publish/stop", 9_000)
    assert (stopped.status, document(stopped)) == (202, {"state": "cancelling"})
    view = backend.truth.job("publish", 140_000)
    assert view is not None
    assert view.outcome == "cancelled"
    assert document(ask(WIRE, backend, "POST /t/publish/again", 150_000)) == {"run": 2}
    assert [order.do for order in backend.orders] == ["submit", "cancel", "rerun"]


@pytest.mark.parametrize("do", ["mend", "again", "go-on"])
def test_what_makes_no_sense_is_refused_and_nothing_happens(do: str) -> None:
    backend = submitted()
    before = backend.truth.events
    answer = ask(WIRE, backend, f"POST /t/publish/{do}", 9_000)
    assert (answer.status, document(answer)["code"]) == (409, "not-possible")
    assert backend.truth.events == before


def test_a_job_that_nobody_knows_is_unknown() -> None:
    answer = ask(WIRE, a_backend(), "POST /t/nobody/stop", 0)
    assert (answer.status, document(answer)) == (404, {"gone": True})


def test_our_words_for_kinds_hold_beside_theirs() -> None:
    kinds = own_kinds({"publish": "push", "sync": 7})
    assert (kinds["push"], kinds["publish"], kinds["7"], kinds["update"]) == ("publish", "publish", "sync", "update")
