"""Which requests belong to the job, which kind it is, and what was pressed for it."""

import pytest

from harness.proposal import controls
from harness.proposal.calls import Job, calls, does, find_job
from harness.proposal.identity import Identity
from harness.proposal.kinds import find_kind
from harness.proposal.propose import propose
from harness.proposal.watched import Exchange, Pressed
from tests.proposal.given import PAGE, said, watched

START = said(2, "POST /jobs", {"kind": "publish", "id": 7})


def test_the_id_is_what_later_requests_ask_for() -> None:
    seen = watched(said(1, "POST /log", {"id": 99}), START, said(9, "GET /jobs/7", {"n": 1}))
    assert find_job(seen) == Job(start=START, identity=Identity(id="7", keys=frozenset({"id"}), base="/jobs"))


@pytest.mark.parametrize(
    ("start", "later", "id"),
    [
        (said(2, "POST /jobs", status=202, headers={"location": "/jobs/a%20b"}), said(9, "GET /jobs/a%20b", {}), "a b"),
        (said(2, "POST /jobs", {"data": {"uuid": "u-1"}}), said(9, "GET /s?u=u-1", {}), "u-1"),
        (said(2, "POST /jobs", {"ids": ["x9"]}), said(9, "POST /ask", {}, body={"id": "x9"}), "x9"),
        (said(2, "POST /jobs", {"id": "x9"}), said(9, "GET /all", {"jobs": [{"id": "x9"}]}), "x9"),
        (said(2, "POST /jobs", {"status": "running"}), said(9, "GET /all", {"state": "running"}), None),
        (said(2, "POST /jobs", {"id": "x9"}, status=409), said(9, "GET /jobs/x9", {}), None),
    ],
)
def test_the_id_may_be_told_in_many_ways(start: Exchange, later: Exchange, id: str | None) -> None:
    found = find_job(watched(start, later)).identity
    assert (found.id if found else None) == id


def test_the_address_of_the_page_may_be_the_only_use_of_the_id() -> None:
    found = find_job(watched(START, address="/#7")).identity
    assert found is not None
    assert found.id == "7"


def test_without_an_id_the_start_is_what_a_press_led_to() -> None:
    log, start = said(500, "POST /log", {}), said(3, "POST /go", {})
    assert find_job(watched(start, log, press="Go")).start == start
    assert find_job(watched(log, start)).start == log


def test_requests_for_the_same_thing_are_put_together() -> None:
    seen = watched(
        START, said(9, "GET /jobs/7?_=1", {}), said(19, "GET /jobs/7?_=2", {}), said(20, "GET /jobs/{x}", {})
    )
    assert [(call.route, len(call.exchanges)) for call in calls(seen, find_job(seen))] == [
        ("POST /jobs", 1),
        ("GET /jobs/{job}", 2),
        ("GET /jobs/%7Bx%7D", 1),
    ]


@pytest.mark.parametrize(
    ("asked", "body", "do"),
    [
        ("POST /jobs/7/cancel", None, "cancel"),
        ("DELETE /jobs/7", None, "cancel"),
        ("POST /jobs/7/retry", None, "retry-failed"),
        ("POST /jobs/7:restart", None, "rerun"),
        ("POST /jobs/7", {"do": "resume"}, "continue"),
        ("PATCH /jobs/7", {"note": "x"}, None),
        ("GET /jobs/7/cancel", None, None),
        ("POST /jobs", None, "submit"),
    ],
)
def test_a_write_says_what_it_does(asked: str, body: object, do: str | None) -> None:
    one = said(9, asked, {}, body=body)
    job = Job(start=one if do == "submit" else START, identity=Identity(id="7"))
    [call] = calls(watched(one), job)
    assert does(call, job) == do


@pytest.mark.parametrize(
    ("start", "press", "kind", "why"),
    [
        (said(0, "POST /x", body={"what": "sync"}), "Import", "sync", "the body says it in this word"),
        (said(0, "POST /x"), "Upload goods", "import", "the button says so"),
        (said(0, "POST /exports"), "Go", "publish", "the address says so"),
        (said(0, "POST /x", body={"op": "reindex"}), "Go", "update", "the body says so"),
        (said(0, "POST /x"), "Go", "publish", "a guess: nothing says what the job does"),
    ],
)
def test_the_kind_goes_by_what_is_said(start: Exchange, press: str, kind: str, why: str) -> None:
    found = find_kind(start, Pressed(at_ms=0, role="button", name=press))
    assert (found.kind.value, found.why) == (kind, why)
    assert found.named == ("what" if kind == "sync" else "")


def test_the_press_is_the_last_one_before_the_request() -> None:
    seen = watched(START, press="Go")
    assert controls.pressed_for(START, seen) == seen.presses[0]
    assert controls.pressed_for(said(90_000, "POST /x"), seen) is None
    assert controls.pressed_for(None, seen) is None


@pytest.mark.parametrize(
    ("buttons", "name"),
    [
        (("Go",), "^Go$"),
        (("Log in", "Publish 12 items now (fast)"), r"^Publish \d+ items now \(fast\)$"),
        (("A", "B"), None),
    ],
)
def test_nobody_pressed_so_the_likely_button_is_named(buttons: tuple[str, ...], name: str | None) -> None:
    looked = tuple(("button", button) for button in buttons)
    proposal = propose(watched(START, said(9, "GET /jobs/7", {"n": 1}), controls=looked))
    assert ("the button that starts a job; write controls: submit:" in proposal.missing) is (name is None)
    assert name is None or name.replace("\\", "\\\\") in proposal.text
    assert PAGE[:-1] in proposal.text
