"""Tells a real back end what happens in a trial, each event as its moment comes."""

from dataclasses import dataclass

from harness.serve.feed import RealBackend
from harness.serve.stage import LOOK_AHEAD_MS, Stage
from harness.trace.truth_event import TruthEvent


@dataclass
class Feeding:
    """So many events of the truth have been ``told``."""

    server: RealBackend
    stage: Stage
    told: int = 0

    async def go_on(self) -> None:
        """Until it is cancelled. Raises what the back end raises."""
        while True:
            now_ms = self.stage.now_ms()
            self.stage.backend.reach(now_ms + LOOK_AHEAD_MS)
            coming = self._next()
            if coming is None or coming.at_ms > now_ms:
                await self.stage.wait(now_ms + LOOK_AHEAD_MS if coming is None else coming.at_ms)
            else:
                self.told += 1
                await self._tell(coming)

    def _next(self) -> TruthEvent | None:
        """What has not been told yet; a command may have changed what is to come, and never what was."""
        events = self.stage.backend.truth.events
        return events[self.told] if self.told < len(events) else None

    async def _tell(self, event: TruthEvent) -> None:
        view = self.stage.backend.truth.view(event.key, event.at_ms)
        assert view is not None
        await self.server.tell(event, view)
