"""What the tabs of a trial in real time looked like: the browser hands over every frame that it paints.

A moment cannot be had again by the wall clock, and nobody knows yet which will matter.
"""

import asyncio
from base64 import b64decode
from bisect import bisect_right
from collections import defaultdict
from contextlib import suppress
from functools import partial
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any, NamedTuple, Self

from playwright.async_api import CDPSession, Error

from harness.drive.tab import QUALITY

Json = dict[str, Any]
FRAME_MS = 17
"""What is painted at a moment is on the screen a frame later."""


class _Frame(NamedTuple):
    at_ms: float
    start: int
    size: int


class Film:
    """The frames of one trial, in a file that goes with it. A context: closed, it is gone."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._frames: dict[int, list[_Frame]] = defaultdict(list)
        self._acknowledging: set[asyncio.Task[None]] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    async def shoot(self, tab: int, cdp: CDPSession, started_ms: float) -> None:
        """Keep each frame of a tab from now on; ``started_ms`` is the wall clock's moment of the trial's start."""
        cdp.on("Page.screencastFrame", partial(self._take, tab, cdp, started_ms))
        await cdp.send("Page.startScreencast", {"format": "jpeg", "quality": QUALITY})

    def at(self, tab: int, at_ms: int) -> bytes | None:
        """What could be seen in a tab at that moment, as JPEG; None before its first frame."""
        frames = self._frames[tab]
        index = bisect_right([frame.at_ms for frame in frames], at_ms + FRAME_MS)
        if index == 0:
            return None
        frame = frames[index - 1]
        self._file.seek(frame.start)
        return self._file.read(frame.size)

    @property
    def tabs(self) -> list[int]:
        """The tabs that painted something."""
        return sorted(self._frames)

    def _take(self, tab: int, cdp: CDPSession, started_ms: float, told: Json) -> None:
        if not self._file.closed:
            image = b64decode(told["data"])
            at_ms = told["metadata"]["timestamp"] * 1000 - started_ms
            start = self._file.seek(0, 2)
            self._file.write(image)
            self._frames[tab].append(_Frame(at_ms, start, len(image)))
        task = asyncio.create_task(_acknowledge(cdp, told["sessionId"]))
        self._acknowledging.add(task)
        task.add_done_callback(self._acknowledging.discard)


async def _acknowledge(cdp: CDPSession, frame: int) -> None:
    """The browser sends no more before it is told that one came. A tab that is closed meanwhile needs no answer."""
    with suppress(Error):
        await cdp.send("Page.screencastFrameAck", {"sessionId": frame})
