"""What real time needs beside a browser: our server, and a Toxiproxy before it. Both serve one trial after another."""

from dataclasses import dataclass
from itertools import count

from harness.core.errors import HarnessTrouble
from harness.serve.app import App
from harness.serve.server import Server
from harness.serve.toxiproxy import Link, ToxiproxyServer
from harness.serve.toxiproxy_binary import find_toxiproxy

_NUMBERS = count(1)


@dataclass(frozen=True, kw_only=True)
class Rig:
    """A running server and a running proxy, in this process."""

    app: App
    server: Server
    proxy: ToxiproxyServer

    @classmethod
    async def start(cls) -> "Rig":
        """Start both. Raises NoToxiproxy, UsageError, HarnessTrouble."""
        app, proxy = App(), ToxiproxyServer(find_toxiproxy())
        server = Server(app)
        await server.start()
        try:
            await proxy.start()
        except HarnessTrouble:
            await server.stop()
            raise
        return cls(app=app, server=server, proxy=proxy)

    async def stop(self) -> None:
        """End both: no process and no port is left."""
        await self.proxy.stop()
        await self.server.stop()

    async def link(self) -> tuple[str, Link]:
        """A host name of its own for a trial, and its way to the server."""
        host = f"t{next(_NUMBERS)}.localhost"
        return host, await self.proxy.link(host, self.server.port)
