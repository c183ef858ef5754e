"""A Toxiproxy of our own on a free port, and the links through it. The one module that speaks its language.

toxiproxy-python keeps host and port on a class, so each call says first whom it is for; its calls block, so they run in
threads.
"""

import asyncio
import socket
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from requests import RequestException
from toxiproxy import Proxy
from toxiproxy import Toxiproxy as Client
from toxiproxy.exceptions import InvalidToxic, NotFound, ProxyExists

from harness.core.errors import HarnessTrouble
from harness.serve.child import Child
from harness.serve.server import LOOPBACK

UP, DOWN = "upstream", "downstream"
START_TRIES, START_PAUSE_S = 200, 0.02
_TROUBLE = (RequestException, InvalidToxic, NotFound, ProxyExists)


_ONE_AT_A_TIME = threading.Lock()


class ToxiproxyServer:
    """The process. A link through it is made with ``link``."""

    def __init__(self, executable: Path) -> None:
        self._executable = executable
        self._client = Client()
        self._process: Child | None = None
        self._port = 0

    async def start(self) -> None:
        """Start it on a free port of the loopback. Raises HarnessTrouble."""
        self._port = _free_port()
        words = (str(self._executable), "-host", LOOPBACK, "-port", str(self._port))
        self._process = await Child.start(*words)
        for _ in range(START_TRIES):
            if not self._process.runs:
                break
            if await asyncio.to_thread(self._say, self._client.running):
                return
            await asyncio.sleep(START_PAUSE_S)
        await self.stop()
        raise HarnessTrouble(f"Toxiproxy ({self._executable}) did not start; see whether it runs by hand")

    async def stop(self) -> None:
        """End it, however it is."""
        if self._process is not None:
            await self._process.end()

    @property
    def runs(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.runs

    async def link(self, name: str, upstream: int) -> "Link":
        """A way through it to a port of this machine. Raises HarnessTrouble."""
        proxy = await self.told(self._client.create, f"{LOOPBACK}:{upstream}", name)
        return Link(proxy, self)

    async def told(self, call: Callable[..., Any], *arguments: object) -> Any:
        """What it answers. Raises HarnessTrouble."""
        try:
            return await asyncio.to_thread(self._say, call, *arguments)
        except _TROUBLE as error:
            raise HarnessTrouble(
                f"Toxiproxy does not do what it is told ({type(error).__name__}); it may have died"
            ) from error

    def _say(self, call: Callable[..., Any], *arguments: object) -> Any:
        with _ONE_AT_A_TIME:
            self._client.update_api_consumer(LOOPBACK, self._port)
            return call(*arguments)


class Link:
    """One trial's way to the server; nothing disturbs it at first."""

    def __init__(self, proxy: Proxy, server: ToxiproxyServer) -> None:
        self._proxy = proxy
        self._told = server.told
        self._toxics: set[str] = set()
        self.port = int(proxy.listen.rpartition(":")[2])

    async def off(self) -> None:
        """Close every connection, and take no new one."""
        await self._told(self._proxy.disable)

    async def on(self) -> None:
        """Take connections again."""
        await self._told(self._proxy.enable)

    async def disturb(self, name: str, kind: str, stream: str, attributes: Mapping[str, int]) -> None:
        """Add a toxic, which meets everything that passes (Toxiproxy's own chance is none: toxicity is 1)."""
        toxic = {"name": name, "type": kind, "stream": stream, "attributes": dict(attributes)}
        await self._told(lambda: self._proxy.add_toxic(**toxic))
        self._toxics.add(name)

    async def calm(self, name: str) -> None:
        """Take a toxic away, if it is there."""
        if name in self._toxics:
            self._toxics.discard(name)
            await self._told(self._proxy.destroy_toxic, name)

    async def close(self) -> None:
        """The trial is over."""
        await self._told(self._proxy.destroy)


def _free_port() -> int:
    with socket.create_server((LOOPBACK, 0)) as probe:
        port: int = probe.getsockname()[1]
        return port
