"""A crowd before the server: many streams that check each message, and requests beside them."""

import asyncio
import re
from dataclasses import dataclass, field
from pathlib import Path

from harness.serve.server import LOOPBACK
from harness.wire.base import Frame, Response, Stream, WireRequest
from tests.serve.hosting import HOST, Wire, serving, staged, text

EVERY_MS = 250
PAGE_BYTES = 4096


@dataclass
class Heard:
    """What the crowd heard. ``gaps`` are streams whose ids were not one after the other; memory is in bytes."""

    messages: int = 0
    gaps: int = 0
    answers: int = 0
    broken: int = 0
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


async def gathered(streams: int, requests_a_second: int, for_s: float) -> Heard:
    """Let them all listen and ask for so long."""
    heard = Heard()
    async with serving(staged(Ticking(_answer))) as port:
        listening = [asyncio.create_task(_listen(port, heard)) for _ in range(streams)]
        loop = asyncio.get_running_loop()
        end_s = loop.time() + for_s
        asking: set[asyncio.Task[None]] = set()
        while loop.time() < end_s:
            asking.add(asyncio.create_task(_ask(port, heard)))
            heard.memory.append(_memory())
            await asyncio.sleep(1 / requests_a_second)
        await asyncio.gather(*asking)
        for one in listening:
            one.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
    return heard


async def _listen(port: int, heard: Heard) -> None:
    reader, writer = await asyncio.open_connection(LOOPBACK, port)
    writer.write(f"GET /api/events HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
    last = 0
    try:
        while line := await reader.readline():
            if found := re.match(rb"id: (\d+)", line):
                heard.messages += 1
                heard.gaps += last not in (0, int(found[1]) - 1)
                last = int(found[1])
        heard.broken += 1
    finally:
        writer.close()


async def _ask(port: int, heard: Heard) -> None:
    reader, writer = await asyncio.open_connection(LOOPBACK, port)
    writer.write(f"GET /api/jobs HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
    heard.answers += (await reader.read()).endswith(b"ok")
    writer.close()


def _memory() -> int:
    """What of the process is in memory (Linux)."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * PAGE_BYTES
