"""The messages of an open stream, each at the moment at which the wire says it leaves."""

import re
from collections.abc import AsyncIterator

from harness.serve.stage import LOOK_AHEAD_MS, Arrival, Sent, Stage
from harness.wire.base import Frame, Stream

KEEP_ALIVE_MS = 15_000
KEEP_ALIVE = Frame(sent_ms=0, comment="")
"""A comment, which no page hears: an idle connection is closed by what stands on the way."""
_END = re.compile(rb"\r\n\r\n|\n\n|\r\r")
_DATA, _EVENT = re.compile(rb"^data(?=[:\r\n]|$)", re.MULTILINE), re.compile(rb"^event: ?([^\r\n]+)", re.MULTILINE)


async def messages(stage: Stage, stream: Stream) -> AsyncIterator[Frame]:
    """The frames as they leave, the opening ones first. It ends where the wire closes the stream."""
    for frame in stream.frames:
        yield frame
        if frame.close:
            return
    shipped_ms = spoken_ms = stream.opened_ms
    while True:
        now_ms = stage.now_ms()
        stage.backend.reach(now_ms)
        for frame in stage.wire.publish(stream, stage.backend, shipped_ms, now_ms):
            yield frame
            spoken_ms = now_ms
            if frame.close:
                return
        shipped_ms = now_ms
        if now_ms - spoken_ms >= KEEP_ALIVE_MS:
            yield KEEP_ALIVE
            spoken_ms = now_ms
        await stage.wait(_next_ms(stage, stream, shipped_ms))


def note(stage: Stage, arrival: Arrival, frame: Frame, size: int) -> None:
    """What the page hears of has left, or would have."""
    if frame.is_message:
        told_ms = stage.now_ms() - frame.held_ms
        stage.sent.append(Sent(arrival.id, told_ms, frame.event, size, frame.lost))


def _next_ms(stage: Stage, stream: Stream, from_ms: int) -> int:
    """When the next message leaves, or when to look again."""
    until_ms = from_ms + LOOK_AHEAD_MS
    stage.backend.reach(until_ms)
    coming = stage.wire.publish(stream, stage.backend, from_ms, until_ms)
    return coming[0].sent_ms if coming else until_ms


async def noted(chunks: AsyncIterator[bytes], stage: Stage, stream: int) -> AsyncIterator[bytes]:
    """What a real back end sends on a stream, as it comes; each message in it is noted as it leaves."""
    rest = b""
    async for chunk in chunks:
        *whole, rest = _END.split(rest + chunk)
        stage.sent += [
            Sent(stream, stage.now_ms(), _event(message), len(message)) for message in whole if _DATA.search(message)
        ]
        yield chunk


def _event(message: bytes) -> str | None:
    named = _EVENT.search(message)
    return None if named is None else named[1].decode("utf-8", "replace")
