"""The impersonated back end of celery-progress 0.5, held against the library's own source."""

import json
from datetime import UTC, datetime
from importlib.metadata import version
from types import SimpleNamespace
from typing import Any

import pytest
from celery_progress import backend as library

from harness.core.time import EPOCH_MS
from harness.core.words import Outcome, RunKey
from harness.drive.backend import SimulatedBackend
from harness.targets.load import load
from harness.told.other_slots import CANARY
from harness.trace.truth_event import TruthEvent
from harness.wire.base import Response, Wire, WireRequest
from harness.wire.load import load_wire
from tests.wire.support import END_MS, Logged, a_backend, submitted

TARGET = load("celery-progress")
WIRE: Wire = load_wire(TARGET, "poll")
BACKEND = submitted()
KEY = RunKey("publish", 1)
STARTED_MS, ENDED_MS = int(BACKEND.truth.started_at(KEY)), int(BACKEND.truth.ended_at(KEY))


def ask(path: str, at_ms: int, method: str = "GET", backend: SimulatedBackend = BACKEND) -> Response:
    answer = WIRE.respond(WireRequest(method=method, path=path, at_ms=at_ms), backend)
    assert isinstance(answer, Response)
    return answer


def info(at_ms: int, task: str = "publish") -> Any:
    return json.loads(ask(f"/celery-progress/{task}/", at_ms).body)


def a_task(status: str, result: Any, traceback: str = "") -> SimpleNamespace:
    return SimpleNamespace(
        id="publish",
        _get_task_meta=lambda: {"status": status, "result": result, "traceback": traceback},
        successful=lambda: status == "SUCCESS",
        get=lambda _: result,
    )


def library_says(status: str, result: Any, traceback: str = "") -> Any:
    return library.Progress(a_task(status, result, traceback)).get_info()


def test_the_library_is_the_version_that_the_target_names() -> None:
    assert TARGET.title == f"celery-progress {version('celery-progress')}"


def test_the_library_asks_as_often_as_the_target_file_states() -> None:
    script = TARGET.file("/static/celery_progress/celery_progress.js")
    assert script is not None
    assert f"this.pollInterval = options.pollInterval || {TARGET.refresh_ms('poll')};" in script.body.decode()


def test_a_task_that_waits_and_one_that_nobody_knows_look_the_same() -> None:
    pending = library_says("PENDING", None)
    assert info(STARTED_MS - 1) == info(STARTED_MS, "no-such-task") == pending


def test_a_running_task_says_what_its_recorder_stored() -> None:
    stored: list[Any] = []
    task = SimpleNamespace(update_state=lambda state, meta: stored.append(meta))
    for at_ms in range(STARTED_MS, ENDED_MS, 700):
        view = BACKEND.truth.view(KEY, at_ms)
        assert view is not None
        assert view.phase is not None
        doing = "Publishing" if view.phase.id == "publish" else "Checking"
        number = view.counts.processed if view.phase.id == "publish" else view.phase.done
        description = f"{doing} item {number + 1}"
        if (retry := view.retry) is not None:
            description += f", {retry.items} to be tried again, attempt {retry.attempt} of {retry.max}"
            description += f", the next one at {clock(retry.next_at_ms)}" if retry.next_at_ms is not None else ""
        library.ProgressRecorder(task).set_progress(view.counts.processed, 28, description)
        assert info(at_ms) == library_says("PROGRESS", stored[-1])


def clock(at_ms: int) -> str:
    return f"{datetime.fromtimestamp((EPOCH_MS + at_ms) / 1000, UTC):%H:%M:%S}"


def test_a_task_that_tries_itself_again_is_told_as_over() -> None:
    exception = f"https://api.example.com/?token={CANARY} timed out"
    told = info_after([("run.retrying", {"items": 2, "attempt": 2, "max": 3, "next_at_ms": 22_000})], at_ms=2_000)
    traceback = f"celery.exceptions.Retry: Retry in 20s: TimeoutError('{exception}')"
    assert told == library_says("RETRY", TimeoutError(exception), traceback)
    assert told["result"]["next_retry_seconds"] == 20


def test_a_mixed_outcome_is_a_success_with_a_sentence() -> None:
    said = "Published 20 of 28 items, 3 failed, 5 skipped."
    assert info(ENDED_MS) == library_says("SUCCESS", said)


@pytest.mark.parametrize(
    ("outcome", "status", "result"),
    [
        (Outcome.SUCCEEDED, "SUCCESS", "Published 2 of 2 items."),
        (Outcome.FAILED, "FAILURE", "Missing ID: 0 of 2 items published, 2 failed"),
        (Outcome.PARTIAL, "FAILURE", "Missing ID: 0 of 2 items published, 1 failed, 1 not attempted"),
        (Outcome.CANCELLED, "REVOKED", "terminated"),
    ],
)
def test_every_other_ending_is_told_as_the_library_tells_it(outcome: Outcome, status: str, result: str) -> None:
    items = {
        Outcome.SUCCEEDED: [done("succeeded"), done("succeeded")],
        Outcome.FAILED: [done("failed"), done("failed")],
        Outcome.PARTIAL: [done("failed")],
        Outcome.CANCELLED: [],
    }[outcome]
    told = info_after([*items, ("run.ended", {"outcome": outcome.value})])
    assert told == library_says(status, result)


@pytest.mark.parametrize("failed", [0, 4])
def test_a_group_counts_a_hundred_for_each_task_that_is_over(failed: int) -> None:
    wire = load_wire(load("celery-progress-group"), "poll")
    told: list[Told] = []
    for ended in range(29):
        over = ended == 28
        tasks = [a_task("FAILURE" if index < failed else "SUCCESS", None) for index in range(ended)]
        waiting = [a_task("PENDING", None) for _ in range(28 - ended)]
        group = SimpleNamespace(children=[*tasks, *waiting])
        last: list[Told] = [("run.ended", {"outcome": "partial" if failed else "succeeded"})] if over else []
        said = info_after([*told, *last], items=28, wire=wire, path="/celery-progress/g/publish/")
        said["progress"] |= {name: int(said["progress"][name]) for name in ("current", "total")}
        assert said == library.GroupProgress(group).get_info()
        told.append(done("failed" if ended < failed else "succeeded", ended))


Told = tuple[str, dict[str, Any]]


def done(outcome: str, number: int = 0) -> Told:
    data = {"item": f"item-{number}", "name": "Mug", "phase": "publish", "attempt": 1}
    return f"item.{outcome}", data | ({"cause": "missing-id"} if outcome == "failed" else {})


def info_after(
    told: list[Told],
    *,
    at_ms: int = 2_000,
    items: int = 2,
    wire: Wire = WIRE,
    path: str = "/celery-progress/publish/",
) -> Any:
    """What is answered at 2 s after a job that started, and then this."""
    phases = [{"id": "publish", "title": "Publish", "total": items}]
    accepted = {"kind": "publish", "title": f"Publish {items} items", "noun": "item", "total": items, "phases": phases}
    begun: list[Told] = [
        ("job.accepted", {**accepted, "max_attempts": 3, "by": "person"}),
        ("run.started", {"worker": "worker-1"}),
        ("phase.started", {"phase": "publish", "total": items}),
    ]
    events = [
        TruthEvent(seq=seq, at_ms=at_ms, kind=kind, job="publish", run=1, data=data)
        for seq, (kind, data) in enumerate([*begun, *told], start=1)
    ]
    answer = wire.respond(WireRequest(method="GET", path=path, at_ms=at_ms), Logged(events))
    assert isinstance(answer, Response)
    return json.loads(answer.body)


def test_pressing_start_makes_a_task_after_the_accept_latency() -> None:
    backend = a_backend()
    answer = ask("/tasks/publish/", 2_000, "POST", backend)
    assert (json.loads(answer.body), answer.delay_ms) == ({"task_id": "publish"}, 400)
    assert backend.truth.accepted_at(KEY) == 2_400
    assert TARGET.path("job", "publish") == "/?task=publish"


def test_what_is_no_view_of_the_site_is_not_found_or_not_allowed() -> None:
    assert ask("/tasks/dance/", 0, "POST").status == 404
    assert (ask("/tasks/publish/", 0).status, ask("/tasks/publish/", 0).headers["allow"]) == (405, "POST")


def test_an_answer_holds_until_another_one_is_given() -> None:
    moments = [event.at_ms for event in BACKEND.truth.events if event.job == "publish"]
    for at_ms in range(0, END_MS, 997):
        until_ms = ask("/celery-progress/publish/", at_ms).valid_until_ms
        assert until_ms == next((later for later in moments if later > at_ms and info(later) != info(at_ms)), None)


def test_the_page_says_loading_until_the_library_speaks() -> None:
    page = TARGET.file("/", document=True)
    assert page is not None
    assert '<div id="progress-bar-message">Loading</div>' in page.body.decode()
