"""A real back end during a trial: started before it, told each event as its moment comes, ended after it."""

from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from pathlib import Path

from harness.core.errors import HarnessTrouble, MeanwhileError
from harness.serve.feed import Feed, RealBackend
from harness.serve.relay import Relay
from harness.serve.stage import LOOK_AHEAD_MS, Stage
from harness.trace.truth_event import TruthEvent


class Feeding:
    """``file`` is where the feed is written: its mistakes are told with it."""

    def __init__(self, feed: Feed, file: Path) -> None:
        self._feed = feed
        self._file = file
        self._running: AbstractAsyncContextManager[RealBackend] | None = None
        self._server: RealBackend | None = None
        self._told = 0
        """so many events of the truth"""

    async def start(self) -> Relay:
        """The way to the back end, which has been started. Raises HarnessTrouble, and what the feed says itself."""
        with self._blamed():
            self._running = self._feed()
            self._server = await self._running.__aenter__()
            return Relay(self._server.url)

    async def stop(self) -> None:
        """End the back end."""
        if self._server is not None and self._running is not None:
            with self._blamed():
                await self._running.__aexit__(None, None, None)

    async def go_on(self, stage: Stage) -> None:
        """Tell what happens, until this is cancelled. Raises as ``start`` does."""
        while True:
            now_ms = stage.now_ms()
            stage.backend.reach(now_ms + LOOK_AHEAD_MS)
            coming = self._next(stage)
            if coming is None or coming.at_ms > now_ms:
                await stage.wait(now_ms + LOOK_AHEAD_MS if coming is None else coming.at_ms)
            else:
                self._told += 1
                await self._tell(coming, stage)

    def _next(self, stage: Stage) -> TruthEvent | None:
        """What has not been told yet; a command may have changed what is to come, and never what was."""
        events = stage.backend.truth.events
        return events[self._told] if self._told < len(events) else None

    async def _tell(self, event: TruthEvent, stage: Stage) -> None:
        view = stage.backend.truth.view(event.key, event.at_ms)
        assert self._server is not None
        assert view is not None
        with self._blamed():
            await self._server.tell(event, view)

    @contextmanager
    def _blamed(self) -> Iterator[None]:
        try:
            yield
        except MeanwhileError:
            raise
        except Exception as error:
            raise HarnessTrouble(f"{self._file}: {type(error).__name__}: {error}; mend it there") from error
