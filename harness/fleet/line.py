"""A line from worker processes to the session: what a trial tells while it runs over there."""

import asyncio
import multiprocessing
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.queues import Queue
from typing import TypeAlias

from harness.trace.events import Progress

Speaking: TypeAlias = "Queue[Progress | None]"

LAST_WORD_S = 1
_speaking: list[Speaking] = []


def speak_into(line: Speaking) -> None:
    """In a worker process: whatever its trials tell goes there."""
    line.cancel_join_thread()  # a process ends when it has to, also where nobody listens any more
    _speaking[:] = [line]


def tell(event: Progress) -> None:
    """In a worker process: a trial moved on."""
    for line in _speaking:
        line.put(event)


@contextmanager
def listening(inbox: "asyncio.Queue[Progress | None]") -> Iterator[Speaking]:
    """The line, while what comes through it is put into the inbox of this event loop."""
    line: Speaking = multiprocessing.get_context("spawn").Queue()
    loop = asyncio.get_running_loop()

    def listen() -> None:
        with suppress(RuntimeError):  # the loop is closed: the session was given up
            while (event := line.get()) is not None:
                loop.call_soon_threadsafe(inbox.put_nowait, event)

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    try:
        yield line
    finally:
        line.put(None)
        # A process that dies in the middle of a word leaves the listener waiting for the rest of it.
        listener.join(LAST_WORD_S)
