"""A trial with a real back end: that is asked everything, but what the network or the wire does not let through."""

import asyncio
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from harness.drive.backend import SimulatedBackend
from harness.network.faults import Fault, Http
from harness.network.meetings import Meetings
from harness.network.profiles import profile
from harness.network.schedule import Schedule
from harness.scenario.world import World
from harness.serve.app import App
from harness.serve.relay import Relay
from harness.serve.server import Server
from harness.serve.stage import Arrival, Stage
from harness.targets.load import parse
from harness.wire.load import load_wire

HOST = "t1.localhost"
TARGET = """
id: mine
title: Mine
url: http://127.0.0.1:1
refresh: 1s
wire:
  routes:
    POST /tasks/: {do: submit, kind: publish, answer: {id: "{job.id}"}}
    GET /tasks/{job}: {answer: {state: "{job.state}"}}
"""
WORLD: dict[str, Any] = {"accept": "20ms", "jobs": [{"id": "publish", "kind": "publish", "items": 3}]}
REFUSES = {"refuse": [{"at": "0s", "status": 503}]}


class Upstream:
    """Says its name to everybody, and remembers what it was asked."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str | None]] = []

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().splitlines()
        headers = dict(line.lower().split(": ", 1) for line in lines if line)
        self.heard.append((first.rpartition(" ")[0], headers.get("x-meanwhile-job")))
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nreal")
        writer.close()


def a_stage(world: dict[str, Any], relay: Relay, faults: tuple[Fault, ...]) -> Stage:
    target = parse(TARGET, Path("target.yaml"))
    backend = SimulatedBackend(World.model_validate(world), 1)

    def ordered(arrival: Arrival) -> None:
        arrival.job = backend.orders[-1].job if backend.orders else None

    return Stage(
        host=HOST,
        wire=load_wire(target, "poll"),
        backend=backend,
        now_ms=lambda: 1_000,
        file=lambda *_: None,
        meetings=Meetings(Schedule(profile=profile("cable"), faults=faults)),
        relay=relay,
        ordered=ordered,
    )


def asked(method: str, path: str, *faults: Fault, world: dict[str, Any] = WORLD) -> tuple[int, str, list[Any]]:
    """The answer, and what the back end was asked for it."""
    upstream = Upstream()

    async def run() -> tuple[int, str]:
        async with await asyncio.start_server(upstream.talk, "127.0.0.1", 0) as behind:
            app = App()
            app.open(a_stage(world, Relay(f"http://127.0.0.1:{behind.sockets[0].getsockname()[1]}"), faults))
            server = Server(app)
            await server.start()
            try:
                return await asyncio.to_thread(fetched, server.port, method, path)
            finally:
                await server.stop()

    return (*asyncio.run(run()), upstream.heard)


def fetched(port: int, method: str, path: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request(method, path, headers={"host": HOST})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def test_the_page_and_what_it_asks_for_come_from_the_back_end() -> None:
    assert asked("GET", "/style.css?v=2") == (200, "real", [("GET /style.css?v=2", None)])
    assert asked("GET", "/tasks/publish") == (200, "real", [("GET /tasks/publish", None)])


def test_what_starts_a_job_tells_the_back_end_which() -> None:
    assert asked("POST", "/tasks/") == (200, "real", [("POST /tasks/", "publish")])


def test_a_start_that_is_refused_does_not_reach_it() -> None:
    status, _, heard = asked("POST", "/tasks/", world=WORLD | REFUSES)
    assert (status, heard) == (503, [])


def test_an_error_of_the_network_does_not_reach_it() -> None:
    status, _, heard = asked("GET", "/tasks/publish", Http(at_ms=0, end_ms=9_000, status=502))
    assert (status, heard) == (502, [])
