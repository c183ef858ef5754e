"""A crowd before the server: many streams that check each message, and requests beside them."""

import asyncio
import re
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from harness.serve.server import LOOPBACK
from harness.wire.base import Frame, Response, Stream, WireRequest
from tests.serve.hosting import HOST, Wire, serving, staged, text

EVERY_MS = 250
PAGE_BYTES = 4096
ARRIVES_WITHIN_S = 1


@dataclass
class Heard:
    """What the crowd heard. ``gaps`` are ids that did not follow the one before, ``broken`` streams that ended,
    ``behind`` those that had not heard the last message at the end; memory is in bytes.
    """

    messages: int = 0
    gaps: int = 0
    answers: int = 0
    broken: int = 0
    behind: int = 0
    last: list[int] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)

    @property
    def grown(self) -> float:
        """By which factor the memory grew from the middle of the time to its end."""
        return self.memory[-1] / self.memory[len(self.memory) // 2]


class Ticking(Wire):
    """A wire whose streams send a numbered message four times a second."""

    def publish(self, _stream: Stream, _backend: object, from_ms: int, until_ms: int) -> tuple[Frame, ...]:
        """The ticks of that stretch."""
        ticks = range(from_ms // EVERY_MS + 1, until_ms // EVERY_MS + 1)
        return tuple(Frame(sent_ms=tick * EVERY_MS, id=str(tick), data="x" * 200) for tick in ticks)


def _answer(request: WireRequest) -> Response | Stream:
    if request.route == "/api/events":
        return Stream(id=request.id, opened_ms=request.at_ms, headers={"content-type": "text/event-stream"})
    return text("ok")


async def gathered(streams: int, requests_a_second: int, for_s: int) -> Heard:
    """Let them all listen and ask for so long."""
    heard = Heard(last=[0] * streams)
    stage = staged(Ticking(_answer))
    async with serving(stage) as port:
        listening = [asyncio.create_task(_listen(port, heard, number)) for number in range(streams)]
        asking = _asking(port, heard, requests_a_second, for_s)
        await asyncio.gather(*[asyncio.create_task(one) async for one in asking])
        newest = stage.now_ms() // EVERY_MS
        await asyncio.sleep(ARRIVES_WITHIN_S)
        heard.behind = sum(last < newest for last in heard.last)
        for one in listening:
            one.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
    return heard


async def _asking(port: int, heard: Heard, a_second: int, for_s: int) -> AsyncIterator[Coroutine[Any, Any, None]]:
    """So many requests each second; one that is late is made up for."""
    loop = asyncio.get_running_loop()
    start_s = loop.time()
    for number in range(a_second * for_s):
        await asyncio.sleep(max(start_s + number / a_second - loop.time(), 0))
        heard.memory.append(_memory())
        yield _ask(port, heard)


async def _listen(port: int, heard: Heard, number: int) -> None:
    reader, writer = await asyncio.open_connection(LOOPBACK, port)
    writer.write(f"GET /api/events HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
    try:
        while line := await reader.readline():
            if found := re.match(rb"id: (\d+)", line):
                heard.messages += 1
                heard.gaps += heard.last[number] not in (0, int(found[1]) - 1)
                heard.last[number] = int(found[1])
        heard.broken += 1
    finally:
        writer.close()


async def _ask(port: int, heard: Heard) -> None:
    reader, writer = await asyncio.open_connection(LOOPBACK, port)
    writer.write(f"GET /api/jobs HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    heard.answers += answer.endswith(b"ok")
    writer.close()


def _memory() -> int:
    """What of the process is in memory (Linux)."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * PAGE_BYTES
