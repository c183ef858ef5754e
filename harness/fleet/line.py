"""A line from worker processes to the session: what a trial tells while it runs over there."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from multiprocessing.queues import Queue
from typing import TypeAlias

from harness.trace.events import Progress

Speaking: TypeAlias = "Queue[Progress | None]"

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
def listening(context: BaseContext, inbox: "asyncio.Queue[Progress | None]") -> Iterator[Speaking]:
    """The line, while what comes through it is put into the inbox of this event loop."""
    line: Speaking = context.Queue()
    loop = asyncio.get_running_loop()

    def listen() -> None:
        while (event := line.get()) is not None:
            try:
                loop.call_soon_threadsafe(inbox.put_nowait, event)
            except RuntimeError:
                return  # the loop is closed: the session was given up

    # A process that dies in the middle of a word leaves this thread waiting for the rest: nobody waits for the thread.
    threading.Thread(target=listen, daemon=True).start()
    try:
        yield line
    finally:
        line.put(None)
