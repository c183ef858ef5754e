"""Plays a small page on virtual time, before a wire that a test scripts."""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from harness.drive.drive import Driven, drive
from harness.drive.keeper import Keeper
from harness.drive.plan import Plan
from harness.model.commands import CommandRefused
from harness.scenario.scenario import Scenario
from harness.scenario.written import Written
from harness.targets.file import TargetFile
from harness.targets.target import Target
from harness.trace.records import Command, Press, ScreenDelta, Step
from harness.wire.base import Backend, Frame, Response, Stream, WireRequest
from harness.wire.sse import HEADERS

SHELL = (
    "<!doctype html><html><body><button>Publish</button><p id=said>nothing</p><script>{script}</script></body></html>"
)
SAY = "const say = (text) => {{ document.getElementById('said').textContent = text; }};\n"
JOB = {"id": "publish", "kind": "publish", "items": 4}
WRITTEN = Written(path=Path("scenario.yaml"))
JSON = {"content-type": "application/json"}

Answering = Callable[[WireRequest, Backend], Response | Stream]


@dataclass
class ScriptedWire:
    """Answers with a function; streams send a frame each ``every_ms``, the moment as data and id."""

    answering: Answering
    every_ms: int = 1_000
    claims: tuple[str, ...] = ("/api/",)
    canaries: tuple[str, ...] = ()
    requests: list[WireRequest] = field(default_factory=list)

    def respond(self, request: WireRequest, backend: Backend) -> Response | Stream:
        """Answer, and remember the question."""
        self.requests.append(request)
        return self.answering(request, backend)

    def publish(self, stream: Stream, backend: Backend, from_ms: int, until_ms: int) -> tuple[Frame, ...]:
        """A frame at each whole multiple of the interval."""
        first = (from_ms // self.every_ms + 1) * self.every_ms
        moments = range(first, until_ms + 1, self.every_ms)
        return tuple(Frame(sent_ms=at_ms, id=str(at_ms), data=f"sent {at_ms}") for at_ms in moments)


def stream(request: WireRequest) -> Stream:
    """The answer that opens a stream."""
    return Stream(
        id=request.id, opened_ms=request.at_ms, frames=(Frame(sent_ms=request.at_ms, retry_ms=2_000),), headers=HEADERS
    )


def text(body: str, valid_until_ms: int | None = None) -> Response:
    """A plain answer."""
    return Response(status=200, headers={"content-type": "text/plain"}, body=body, valid_until_ms=valid_until_ms)


def obeys(request: WireRequest, backend: Backend) -> Response:
    """A server that does what ``POST /api/{what}/{job}`` says, and tells the newest state of every job."""
    *_, do, job = request.path.split("/")
    try:
        if do == "submit":
            backend.submit(kind=job, items=None, at_ms=request.at_ms)
        elif request.method == "POST":
            backend.command(do=do, job=job, at_ms=request.at_ms)
    except CommandRefused as refusal:
        return Response(status=409, body=str(refusal))
    states = {view.key.job: view.state for view in backend.truth.at(request.at_ms)}
    return Response(status=200, headers=JSON, body=json.dumps(states))


@dataclass(frozen=True)
class Played:
    """What a play left: all of it, and the sentence on the page over time."""

    driven: Driven
    wire: ScriptedWire

    @property
    def said(self) -> list[tuple[int, str]]:
        """``(at_ms, sentence)`` for each change of what the page says."""
        found: list[tuple[int, str]] = []
        for record in self.driven.records:
            if isinstance(record, ScreenDelta):
                found += [(record.at_ms, line) for line in _texts(record) if line != "Publish"]
        return found

    @property
    def presses(self) -> list[tuple[int, str, str]]:
        """``(at_ms, part, name)`` of each press."""
        return [(one.at_ms, one.part, one.name) for one in self.driven.records if isinstance(one, Press)]

    @property
    def notes(self) -> list[str | None]:
        """The note of each step."""
        return [one.note for one in self.driven.records if isinstance(one, Step)]

    @property
    def commands(self) -> list[tuple[str, str, str | None]]:
        """``(do, job, refused)`` of each command that reached the server."""
        return [(one.do, one.job, one.refused) for one in self.driven.records if isinstance(one, Command)]

    @property
    def last(self) -> str:
        """What the page said in the end."""
        return self.said[-1][1]


class Stage:
    """One browser for the tests of a session."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self.keeper = self._runner.run(Keeper().__aenter__())

    def play(
        self,
        folder: Path,
        script: str,
        answering: Answering = lambda request, backend: text("ok"),
        *,
        until: str = "60s",
        journey: tuple[dict[str, Any], ...] = ({"at": "0s", "do": "background"}, {"at": "0s", "do": "foreground"}),
        jobs: tuple[dict[str, Any], ...] = (JOB,),
        told: dict[str, Any] | None = None,
        **network: Any,
    ) -> Played:
        """Play a page that is one script; ``say(text)`` shows a sentence. The folder's ``files`` are served too.

        ``told`` is what the target file says beside it.
        """
        (folder / "files").mkdir(exist_ok=True)
        (folder / "page.html").write_text(SHELL.format(script=SAY.format() + script), encoding="utf-8")
        wire = ScriptedWire(answering)
        scene = situation(until, journey, network, jobs)
        plan = Plan(scenario=scene, target=target(folder, **(told or {})), wire=wire, seed=1, written=WRITTEN)
        return Played(self.run(self._drive(plan)), wire)

    def run(self, work: Any) -> Any:
        """Run a coroutine on the stage's loop."""
        return self._runner.run(work)

    def close(self) -> None:
        """End the browser."""
        self._runner.run(self.keeper.__aexit__(None, None, None))
        self._runner.close()

    async def _drive(self, plan: Plan) -> Driven:
        return await drive(plan, await self.keeper.lab())


def situation(
    until: str,
    journey: tuple[dict[str, Any], ...],
    network: dict[str, Any],
    jobs: tuple[dict[str, Any], ...] = (JOB,),
) -> Scenario:
    """A scenario around a page."""
    world = {"jobs": jobs, "third_party": {"marketplace": {"latency": {"p50": "1s", "p99": "2s", "cap": "3s"}}}}
    link = {"profile": "ideal", **network}
    told = {
        "id": "stage",
        "title": "A page on a stage",
        "world": world,
        "network": link,
        "journey": journey,
        "until": until,
    }
    return Scenario.model_validate(told)


def target(folder: Path, **more: Any) -> Target:
    """The page in that folder as a target."""
    serve = {"/": "page.html", "/files": "files"}
    told = {"id": "stage", "title": "Stage", "serve": serve, "controls": {"submit": {"name": "Publish"}}, **more}
    written = Written(path=folder / "target.yaml")
    return Target(told=TargetFile.model_validate(told), folder=folder, written=written)


def _texts(record: ScreenDelta) -> Iterator[str]:
    for node in record.set_.values():
        for kid in node["kids"]:
            if isinstance(kid, str):
                yield kid
