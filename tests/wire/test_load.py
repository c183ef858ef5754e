"""A target's wire is the reference wire, or comes from a file beside the target file."""

import re
from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.scenario.written import Written
from harness.targets.file import TargetFile, Transport
from harness.targets.load import load, paths
from harness.targets.target import Target
from harness.wire.base import Wire
from harness.wire.load import load_wire
from harness.wire.reference.wire import ReferenceWire
from harness.wire.told.wire import ToldWire


def told_by(told: object, folder: Path) -> Target:
    written = Written(path=folder / "target.yaml")
    return Target(told=TargetFile.model_validate(told), folder=folder, written=written)


def with_wire(folder: Path, text: str) -> Target:
    (folder / "wire.py").write_text(text, encoding="utf-8")
    told = {"id": "mine", "title": "Mine", "serve": {"/": "page.html"}, "wire": "wire.py"}
    return told_by(told, folder)


def test_the_reference_wire_speaks_over_the_transport_of_the_scenario() -> None:
    assert load_wire(load("reference"), "poll") == ReferenceWire(transport="poll")


def test_every_target_that_ships_has_a_wire_that_claims_something() -> None:
    for path in paths():
        wire = load_wire(load(path), "sse")
        assert wire.claims
        assert all(claim.startswith("/") and re.compile(claim) for claim in wire.claims)


def test_a_file_gives_the_wire_that_its_function_returns(tmp_path: Path) -> None:
    wire = load_wire(with_wire(tmp_path, "def wire(transport): return [transport]"), "poll")
    assert str(wire) == "['poll']"


def test_a_file_without_that_function_says_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"wire\.py has no function wire\(transport\)"):
        load_wire(with_wire(tmp_path, "wire = 3"), "sse")


def test_a_wire_that_is_no_python_file_says_what_to_write(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("", encoding="utf-8")
    told = {"id": "mine", "title": "Mine", "serve": {"/": "wire.txt"}, "wire": "wire.txt"}
    with pytest.raises(UsageError, match=r"wire\.txt is not a Python file; write wire: reference, or name a \.py file"):
        load_wire(told_by(told, tmp_path), "sse")


def test_reading_a_wire_leaves_nothing_beside_it(tmp_path: Path) -> None:
    load_wire(with_wire(tmp_path, "def wire(transport): return [transport]"), "poll")
    assert [path.name for path in tmp_path.iterdir()] == ["wire.py"]


def told_wire(refresh: object, transport: Transport, *over: str) -> Wire:
    """The wire of a page with streams that refreshes like that."""
    streams = [{"stream": {"over": one, "messages": {"data": 1}}} for one in over]
    wire = {"routes": {"GET /events": streams}}
    told = {"id": "mine", "title": "Mine", "serve": {"/": "page.html"}, "wire": wire, "refresh": refresh}
    return load_wire(told_by(told, Path()), transport)


@pytest.mark.parametrize(
    ("refresh", "transport", "streams"),
    [
        ({"sse": "push", "poll": "2s"}, "sse", {"sse"}),
        ({"sse": "push", "poll": "2s"}, "websocket", {"websocket"}),
        ({"sse": "push", "poll": "2s"}, "poll", set()),
        ("push", "poll", {"sse", "websocket"}),
        ("2s", "poll", {"sse", "websocket"}),
    ],
)
def test_a_told_wire_has_its_streams_unless_the_page_can_poll_instead(
    refresh: object, transport: Transport, streams: set[str]
) -> None:
    wire = told_wire(refresh, transport, "sse", "websocket")
    assert isinstance(wire, ToldWire)
    assert wire.over == streams


@pytest.mark.parametrize("transport", ["sse", "websocket"])
def test_a_page_that_knows_one_stream_alone_has_it_over_whatever_transport(transport: Transport) -> None:
    wire = told_wire("push", transport, "websocket")
    assert isinstance(wire, ToldWire)
    assert wire.over == {"websocket"}
