"""A plain page before a plain server, under one fault, on virtual time and in real time."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.core.time import EPOCH_MS
from harness.drive.drive import Driven, drive, drive_real
from harness.drive.keeper import Keeper
from harness.drive.plan import Plan
from harness.wire import sse
from harness.wire.base import Backend, Frame, Response, Stream, WireRequest
from harness.wire.later import last_seq
from tests.drive.stage import SAY, SHELL, WRITTEN, Played, ScriptedWire, situation, target

FAULT_MS, LASTS_MS = 5_250, 4_000
FIRST_MS, LAST_MS, END_MS = 2_250, 12_250, 14_000
"""When the page begins to listen, and when it stops: between two messages, which come each half second."""
EVERY_MS = 500
AGAIN_MS = 1_100
"""how long after a break a page listens again"""
POLLS = (LAST_MS - FIRST_MS) // EVERY_MS
WINDOW = {"at": f"{FAULT_MS}ms", "for": f"{LASTS_MS}ms"}
MOMENT = {"at": f"{FAULT_MS}ms"}
WITHIN = {"at": f"{FAULT_MS + LASTS_MS // 2}ms"}
AFTER = {"at": f"{FAULT_MS + LASTS_MS}ms", "for": "1s"}
Faults = tuple[dict[str, Any], ...]
FAULTS: dict[str, Faults] = {
    "offline": (WINDOW,),
    "drop": (MOMENT,),
    "reset": (MOMENT,),
    "blackhole": (WINDOW,),
    "refused": (WINDOW,),
    "slow": ({**WINDOW, "profile": "slow-3g"},),
    "trickle": ({**WINDOW, "bytes": 64, "every": "100ms"},),
    "lost_response": tuple(
        {**WINDOW, "match": f"/api/{path}"} for path in ("slow", "fetch", "poll", "stream", "socket")
    ),
    "http": ({**WINDOW, "status": 503, "count": None},),
    "buffered": ({**WINDOW, "every": "1500ms"},),
    "replayed": (WINDOW,),
    "reordered": (WINDOW,),
    "gap": (WINDOW,),
    "server_restart": (MOMENT,),
    "slow, drop within": ({**WINDOW, "kind": "slow", "profile": "slow-3g"}, {**WITHIN, "kind": "drop"}),
    "offline, http after": ({**WINDOW, "kind": "offline"}, {**AFTER, "kind": "http", "status": 503, "count": None}),
    "gap, server_restart within": ({**WINDOW, "kind": "gap"}, {**WITHIN, "kind": "server_restart"}),
    "buffered and replayed": ({**WINDOW, "kind": "buffered", "every": "1500ms"}, {**WINDOW, "kind": "replayed"}),
}
"""Each fault as it is tried, and some together. ``http`` strikes all that comes, ``lost_response`` the first of each
kind."""
JOBS = ({"id": "import", "kind": "import", "items": 60, "start": {"at": "0s"}},)
JOURNEY = ({"at": "0s", "do": "background"}, {"at": "0s", "do": "foreground"})
PAGE = Path(__file__).with_name("probe.js")

Note = list[Any]
"""What the page noted: of what, what, two moments, and of an event its id."""


class ProbeWire(ScriptedWire):
    """Answers everything. Its stream sends the moment each half second, with the number of the last event as id."""

    def __init__(self) -> None:
        super().__init__(answer)

    def publish(self, stream: Stream, backend: Backend, from_ms: int, until_ms: int) -> tuple[Frame, ...]:
        """A message each half second. Over a socket it carries its id itself."""
        moments = range((from_ms // EVERY_MS + 1) * EVERY_MS, until_ms + 1, EVERY_MS)
        ids = {at_ms: str(last_seq(backend.truth, at_ms)) for at_ms in moments}
        if stream.over == "websocket":
            return tuple(Frame(sent_ms=at_ms, id=id, data=f"{at_ms} {id}") for at_ms, id in ids.items())
        return tuple(Frame(sent_ms=at_ms, id=id, data=str(at_ms)) for at_ms, id in ids.items())


def answer(request: WireRequest, _backend: Backend) -> Response | Stream:
    """A stream, or an answer: a slow one takes a second and a half."""
    if request.path == "/api/stream":
        first = Frame(sent_ms=request.at_ms, retry_ms=AGAIN_MS)
        return Stream(id=request.id, opened_ms=request.at_ms, frames=(first,), headers=dict(sse.HEADERS))
    if request.path == "/api/socket":
        return Stream(id=request.id, opened_ms=request.at_ms, over="websocket")
    return Response(status=200, body="ok", delay_ms=1_500 if request.path == "/api/slow" else 0)


@dataclass(frozen=True)
class Tried:
    """What the page noted under one fault in both worlds."""

    virtual: list[Note]
    real: list[Note]


async def tried(kind: str, keeper: Keeper, folder: Path) -> Tried:
    """Play the page under that fault, in one world after the other."""
    plan = _plan(kind, folder)
    virtual = await drive(plan, await keeper.lab())
    real = await drive_real(_plan(kind, folder), await keeper.lab(), await keeper.rig())
    return Tried(virtual=_notes(virtual, plan), real=_notes(real, plan))


async def all_tried(folder: Path) -> dict[str, Tried]:
    """Every fault, one after another: what else goes on would be measured, too."""
    async with Keeper() as keeper:
        return {kind: await tried(kind, keeper, folder) for kind in FAULTS}


def _plan(kind: str, folder: Path) -> Plan:
    moments = {"EPOCH_MS": EPOCH_MS, "FAULT_MS": FAULT_MS, "FIRST_MS": FIRST_MS, "LAST_MS": LAST_MS}
    values = {**moments, "POLLS": POLLS, "POLL_MS": EVERY_MS, "AGAIN_MS": AGAIN_MS}
    given = "".join(f"const {name} = {value};\n" for name, value in values.items())
    script = SAY.format() + given + PAGE.read_text(encoding="utf-8")
    (folder / "page.html").write_text(SHELL.format(script=script), encoding="utf-8")
    (folder / "files").mkdir(exist_ok=True)
    faults = [{"kind": kind, **fault} for fault in FAULTS[kind]]
    scene = situation(f"{END_MS}ms", JOURNEY, {"faults": faults}, JOBS)
    return Plan(scenario=scene, target=target(folder), wire=ProbeWire(), seed=1, written=WRITTEN)


def _notes(driven: Driven, plan: Plan) -> list[Note]:
    assert isinstance(plan.wire, ScriptedWire)
    notes: list[Note] = json.loads(Played(driven, plan.wire).last)
    return notes
