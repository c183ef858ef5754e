"""docs/wire.md is true: its examples are run, and it names every slot in the words of the code."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from harness.core.durations import parse
from harness.core.resources import data
from harness.drive.backend import SimulatedBackend
from harness.told.expressions import OF_THINGS
from harness.told.formats import MEANINGS
from harness.told.other_slots import ALWAYS
from harness.wire.base import Response, Stream, WireRequest
from harness.wire.load import FACTORY
from harness.wire.streams import message
from harness.wire.told.wire import ToldWire
from tests.layout.repository import ROOT
from tests.told.support import EVENTS, WORLD, book
from tests.wire.told.support import holding

TEXT = (ROOT / "docs" / "wire.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)(?: ([^\n]*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ASKED = re.compile(r"(?:(\d{3}) )?([A-Z]+) (\S+)(?: (\{.*\}))? (?:at (\S+)|from (\S+) until (\S+))")
FAMILIES = {"job.phase": "phase", "job.cause": "cause", "job.paused.cause": "cause", "item.cause": "cause"}
EXAMPLE = data("fixtures/targets/example-polling/target.yaml").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Example:
    """What is asked of the wire that was told last, and what is answered."""

    wire: str
    kind: str
    asked: str
    answer: str


def examples() -> Iterator[Example]:
    """Every answer in the document."""
    wire = ""
    for kind, asked, body in BLOCK.findall(TEXT):
        if kind == "yaml" and body.startswith(("routes:", "states:", "kinds:")):
            wire = body
        elif asked:
            yield Example(wire, kind, asked, body)


EXAMPLES = list(examples())


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.asked for example in EXAMPLES])
def test_an_example_is_answered_as_the_document_says(example: Example) -> None:
    shape = ASKED.fullmatch(example.asked)
    assert shape is not None
    status, method, path, body, at, from_, until = shape.groups()
    wire, moment_ms = ToldWire(book(example.wire)), parse(at or from_)
    backend = holding(EVENTS)
    if status == "202":  # a start is carried out, on a world in which nobody has started anything
        backend = SimulatedBackend(WORLD, 7)
    elif status == "409":
        backend = started()
        moment_ms = int(backend.truth.ended_at(backend.truth.runs()[0]))
    headers = {"upgrade": "websocket"} if example.kind == "socket" else {}
    request = WireRequest(method=method, path=path, at_ms=moment_ms, body=body, headers=headers)
    answer = wire.respond(request, backend)
    assert answer.status == int(status or 200)
    if until is None:
        assert isinstance(answer, Response)
        assert said(answer.body, example.kind) == said(example.answer, example.kind)
    else:
        assert isinstance(answer, Stream)
        frames = (*answer.frames, *wire.publish(answer, backend, moment_ms, parse(until)))
        between = "\n" if answer.over == "websocket" else ""
        assert between.join(message(answer, frame) for frame in frames).strip() == example.answer.strip()


def started() -> SimulatedBackend:
    """A job that has ended, in a world that can be told to do something."""
    backend = SimulatedBackend(WORLD, 7)
    backend.submit(kind="publish", items=None, at_ms=400)
    backend.reach(600_000)
    return backend


def said(text: str, kind: str) -> Any:
    return json.loads(text) if kind == "json" else text.strip()


def test_there_is_an_example_of_each_kind() -> None:
    assert len(EXAMPLES) >= 20
    assert {example.kind for example in EXAMPLES} == {"json", "html", "text", "socket"}
    told = "".join(example.wire for example in EXAMPLES)
    for word in (
        "each:",
        "where:",
        "count_of:",
        "switch:",
        "join:",
        "limit:",
        "key:",
        "once:",
        "stream:",
        "when:",
        "do:",
        "??",
    ):
        assert word in told


def test_the_whole_example_is_the_one_that_ships() -> None:
    assert EXAMPLE.partition("\n")[2] in TEXT


def test_every_slot_and_every_form_is_there() -> None:
    for slots in (ALWAYS, *OF_THINGS.values()):
        for slot in slots:
            family = next((one for one in FAMILIES if slot.name.startswith(f"{one}.")), None)
            row = f"| `{slot.name}` | {slot.sort} | {slot.doc} |\n"
            assert (row if family is None else f"| `{family}.…` | | every slot of a {FAMILIES[family]}: ") in TEXT
    for sort, meaning in MEANINGS.items():
        assert f"| {sort} | {meaning} |\n" in TEXT


def test_the_python_at_its_end_is_a_wire() -> None:
    source = next(body for kind, _, body in BLOCK.findall(TEXT) if kind == "python")
    module: dict[str, Any] = {}
    exec(source, module)
    wire = module[FACTORY]("poll")
    answer = wire.respond(WireRequest(method="GET", path="/done/publish", at_ms=4_400), holding(EVENTS))
    assert (answer.body, answer.valid_until_ms) == ("2", 4_401)
    assert wire.publish(None, None, 0, 1) == ()
    assert wire.claims == ("/done/",)
