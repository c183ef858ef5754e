"""Messages leave at their moments; a command that changes what is to come is heard of at once."""

import asyncio

import pytest

from harness.serve import streams
from harness.serve.stage import LOOK_AHEAD_MS, Stage
from harness.serve.streams import KEEP_ALIVE, messages
from harness.wire.base import Frame, Stream
from tests.serve.hosting import Wire, staged, text


async def heard(stage: Stage, count: int) -> list[tuple[int, Frame]]:
    """The first few messages, with the moment at which each left."""
    found = []
    async for frame in messages(stage, Stream(id="1", opened_ms=0)):
        found.append((stage.now_ms(), frame))
        if len(found) == count:
            break
    return found


def test_each_message_leaves_when_the_wire_says() -> None:
    wire = Wire(lambda _: text("ok"), [Frame(sent_ms=150, data="a"), Frame(sent_ms=350, data="b")])
    [(first_ms, _), (second_ms, _)] = asyncio.run(heard(staged(wire), 2))
    assert 150 <= first_ms < 350 <= second_ms


def test_an_idle_stream_is_kept_alive_by_a_comment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "KEEP_ALIVE_MS", 100)
    monkeypatch.setattr(streams, "LOOK_AHEAD_MS", 50)
    [(_, frame)] = asyncio.run(heard(staged(Wire(lambda _: text("ok"))), 1))
    assert frame is KEEP_ALIVE


def test_what_a_command_brings_is_not_waited_for() -> None:
    wire = Wire(lambda _: text("ok"))
    stage = staged(wire)

    async def commanded() -> list[tuple[int, Frame]]:
        listening = asyncio.create_task(heard(stage, 1))
        await asyncio.sleep(0.1)
        arrival = stage.arrived(0, "POST", "/api/jobs")
        rewrites = stage.backend.rewrites
        stage.backend.submit(kind="publish", items=None, at_ms=arrival.at_ms)
        wire.frames.append(Frame(sent_ms=stage.now_ms() + 100, data="accepted"))
        stage.answered(arrival, rewrites)
        return await listening

    [(at_ms, frame)] = asyncio.run(commanded())
    assert frame.data == "accepted"
    assert at_ms < LOOK_AHEAD_MS
