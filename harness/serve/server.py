"""uvicorn on a free port of this machine's loopback, started and stopped within the running event loop."""

import asyncio
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from harness.core.errors import HarnessTrouble
from harness.serve.app import App
from harness.serve.streams import KEEP_ALIVE_MS

LOOPBACK = "127.0.0.1"
LEAVE_WITHIN_S = 1
BACKLOG = 512


class Server:
    """Runs until it is stopped. ``port`` is where it listens."""

    def __init__(self, app: App) -> None:
        self._socket = socket.create_server((LOOPBACK, 0), backlog=BACKLOG)
        self.port: int = self._socket.getsockname()[1]
        self._uvicorn = _Quiet(
            uvicorn.Config(
                app,
                lifespan="off",
                log_config=None,
                access_log=False,
                ws="websockets-sansio",
                ws_ping_interval=KEEP_ALIVE_MS / 1000,
                ws_ping_timeout=None,  # the network is the trial's affair: the server gives nobody up
                ws_per_message_deflate=False,
                http="h11",
                timeout_graceful_shutdown=LEAVE_WITHIN_S,
                server_header=False,
            )
        )
        self._task: asyncio.Task[None] | None = None

    @property
    def runs(self) -> bool:
        """Whether it listens."""
        return self._task is not None and not self._task.done()

    async def start(self) -> None:
        """Listen. Raises HarnessTrouble where it does not come up."""
        logging.getLogger("asyncio").setLevel(logging.ERROR)  # it warns of what is sent to a page that a fault cut off
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # the trial tells of what went wrong in it
        self._task = asyncio.create_task(self._uvicorn.serve(sockets=[self._socket]))
        while not self._uvicorn.started:
            if self._task.done():
                raise HarnessTrouble("the server of Meanwhile did not start; try again") from self._task.exception()
            await asyncio.sleep(0.005)

    async def stop(self) -> None:
        """Close every connection, and be gone."""
        self._uvicorn.should_exit = True
        if self._task is not None:
            await asyncio.wait([self._task])
        for listening in self._uvicorn.servers:
            listening.close()  # one that died has not done it, and the loop would take the next one's socket for it
        self._socket.close()


class _Quiet(uvicorn.Server):
    """Signals are the session's business, not the server's."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield
