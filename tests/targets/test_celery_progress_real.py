"""The wire of celery-progress, held event by event against the library on a real Celery with a real Redis."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.request import Request, urlopen

import pytest

from harness.core.errors import UsageError
from harness.core.words import RunKey
from harness.drive.backend import SimulatedBackend
from harness.engine.prepare import prepare
from harness.engine.spec import TrialSpec
from harness.scenario.world import World
from harness.serve.feed import RealBackend, load_feed
from harness.targets.load import load
from harness.trace.truth_event import TruthEvent
from harness.wire.base import Response, WireRequest
from harness.wire.load import load_wire

TASK, GROUP = load("celery-progress-real"), load("celery-progress-group-real")
PATHS = {"group": "/celery-progress/g/group/"}
PATIENCE_S, PAUSE_S = 15, 0.02
JOBS: dict[str, dict[str, Any]] = {
    "mixed": {"outcomes": {"failed": {"missing-id": 2}, "skipped": {"out-of-stock": 1}}},
    "broken-off": {"on_critical": "fail", "outcomes": {"items": {"item-002": "expired-credentials"}}},
    "revoked": {},
    "tried-again": {"retry": {"of": "job", "attempts": 3, "backoff": "2s"}, "flaky": {"items": 1, "attempts": 1}},
    "group": {"outcomes": {"failed": {"missing-id": 1}}},
}
"""Numbers of items tell the jobs apart when they are submitted."""


def truth(jobs: dict[str, dict[str, Any]]) -> SimulatedBackend:
    world = {
        "workers": len(jobs),
        "cancellation": {"mode": "immediate"},
        "jobs": [
            {"id": id, "kind": "publish", "items": 5 + number, **told} for number, (id, told) in enumerate(jobs.items())
        ],
        "elsewhere": [{"at": "9s", "do": "cancel", "job": "revoked"}] if "revoked" in jobs else [],
    }
    backend = SimulatedBackend(World.model_validate(world), 1)
    for number, job in enumerate(jobs):
        assert backend.submit(kind="publish", items=5 + number, at_ms=1_000) == job
    backend.settled_ms(600_000)
    return backend


@asynccontextmanager
async def shop() -> AsyncIterator[RealBackend]:
    feed = load_feed(TASK)
    assert feed is not None
    async with feed() as server:
        yield server


async def ask(url: str, job: str | None = None) -> Any:
    headers = {} if job is None else {"X-Meanwhile-Job": job}
    request = Request(url, data=None if job is None else b"", headers=headers)

    def read() -> Any:
        with urlopen(request, timeout=PATIENCE_S) as answer:
            return json.load(answer)

    return await asyncio.to_thread(read)


def plain(told: Any) -> Any:
    """Numbers that a wire writes as text are the same to the page."""
    numbers = {name: int(told["progress"][name]) for name in ("current", "total")}
    return {**told, "progress": told["progress"] | numbers}


def by_wire(event: TruthEvent, backend: SimulatedBackend) -> Any:
    wire = load_wire(GROUP if event.job == "group" else TASK, "poll")
    answer = wire.respond(WireRequest(method="GET", path=path(event.job), at_ms=event.at_ms), backend)
    assert isinstance(answer, Response)
    return plain(json.loads(answer.body))


def path(job: str) -> str:
    return PATHS.get(job, f"/celery-progress/{job}/")


async def really(server: RealBackend, job: str, expected: Any) -> Any:
    """What the library answers, once it says what is expected or has had the time to."""
    answer = None
    for _ in range(round(PATIENCE_S / PAUSE_S)):
        answer = plain(await ask(server.url + path(job)))
        if answer == expected:
            break
        await asyncio.sleep(PAUSE_S)
    return answer


async def compare(server: RealBackend, backend: SimulatedBackend) -> list[str]:
    """Every state that was compared, and was the same."""
    seen, events = [], backend.truth.events
    last = {(event.job, event.at_ms): event.seq for event in events}
    for event in events:
        view = backend.truth.view(event.key, event.at_ms)
        assert view is not None
        await server.tell(event, view)
        if event.kind == "job.accepted":
            place = "/g/tasks/publish/" if event.job == "group" else "/tasks/publish/"
            assert await ask(server.url + place, event.job) == {"task_id": event.job}
        elif last[event.job, event.at_ms] == event.seq:
            expected = by_wire(event, backend)
            assert await really(server, event.job, expected) == expected, event
            seen.append(expected.get("state", "a group"))
    return seen


@pytest.mark.proxy
def test_the_library_answers_as_its_wire_is_told() -> None:
    async def run() -> None:
        backend = truth(JOBS)
        async with shop() as server:
            unknown = await ask(server.url + path("no-such-task"))
            assert unknown == by_wire(TruthEvent(1, 0, "", "no-such-task", 1), backend)
            seen = await compare(server, backend)
        assert {"PROGRESS", "RETRY", "REVOKED", "FAILURE", "SUCCESS", "a group"} <= set(seen)
        assert all(backend.truth.outcome(RunKey(job, 1)) for job in JOBS)

    asyncio.run(run())


@pytest.mark.proxy
def test_of_a_wait_that_is_no_whole_seconds_it_cannot_tell_how_long_it_is() -> None:
    retry = {"retry": {"of": "job", "attempts": 2, "backoff": "2500ms"}, "flaky": {"items": 1, "attempts": 1}}
    backend = truth({"tried-again": retry})

    async def run() -> Any:
        async with shop() as server:
            for event in backend.truth.events:
                view = backend.truth.view(event.key, event.at_ms)
                assert view is not None
                await server.tell(event, view)
                if event.kind == "job.accepted":
                    await ask(f"{server.url}/tasks/publish/", event.job)
                if event.kind == "run.retrying":
                    break
            expected = by_wire(event, backend)
            expected["result"]["next_retry_seconds"] = "Unknown"
            return await really(server, event.job, expected), expected

    said, expected = asyncio.run(run())
    assert said == expected


@pytest.mark.proxy
def test_what_was_started_is_ended() -> None:
    async def run() -> str:
        async with shop() as server:
            return server.url

    url = asyncio.run(run())
    with pytest.raises(OSError, match="refused"):
        urlopen(url)


def test_it_has_no_virtual_time() -> None:
    with pytest.raises(UsageError, match="runs a real back end, and that has no virtual time; run it with --time real"):
        prepare(TrialSpec(scenario="seller-publish", target="celery-progress-real"))
