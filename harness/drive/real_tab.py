"""One tab in real time: the recorder tells what is painted, the browser's own log what goes over the network."""

import json
from collections.abc import Callable

from harness.drive.tab import Json, Tab
from harness.serve.asking import TAB

BINDING = "meanwhileTell"
Take = Callable[[Json], None]
NETWORK_EVENTS = (
    "requestWillBeSent",
    "responseReceived",
    "loadingFinished",
    "loadingFailed",
    "eventSourceMessageReceived",
    "webSocketCreated",
    "webSocketWillSendHandshakeRequest",
    "webSocketHandshakeResponseReceived",
    "webSocketFrameReceived",
    "webSocketFrameError",
    "webSocketClosed",
)


class RealTab(Tab):
    """A tab whose clock and network are the browser's own."""

    async def listen(self, number: int, take: Take, log: Callable[[str, Json], None]) -> None:
        """``take`` is given each record of the page; ``log`` each of the browser's network events, by its name."""
        self.cdp.on("Runtime.bindingCalled", lambda told: _hand(told, take))
        for name in NETWORK_EVENTS:
            self.cdp.on(f"Network.{name}", lambda told, name=name: log(name, told))
        await self.cdp.send("Runtime.enable")
        await self.cdp.send("Runtime.addBinding", {"name": BINDING})
        await self.cdp.send("Network.enable")
        await self.page.set_extra_http_headers({TAB: str(number)})

    async def arm(self, config: Json) -> None:
        """What the next document is told as it begins."""
        await self.begin_with("live", config, BINDING)


def _hand(told: Json, take: Take) -> None:
    if told["name"] == BINDING:
        for record in json.loads(told["payload"]):
            take(record)
