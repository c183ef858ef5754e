"""What is kept for the eye of a trial in real time: each frame of its tabs, and Playwright's own trace."""

from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import BrowserContext, CDPSession

from harness.drive.film import Film


@dataclass(frozen=True, kw_only=True)
class Camera:
    """Keeps what it is told to: frames on ``film``, the trace in the file ``trace``."""

    film: Film | None = None
    trace: Path | None = None

    async def begin(self, context: BrowserContext) -> None:
        """The trial's tabs will be in this context."""
        if self.trace is not None:
            await context.tracing.start(screenshots=True, snapshots=True)

    async def shoot(self, tab: int, cdp: CDPSession, started_ms: float) -> None:
        """A tab is open; ``started_ms`` is the wall clock's moment of the trial's start."""
        if self.film is not None:
            await self.film.shoot(tab, cdp, started_ms)

    async def end(self, context: BrowserContext) -> None:
        """The trial is over."""
        if self.trace is not None:
            await context.tracing.stop(path=self.trace)


NO_CAMERA = Camera()
"""Keeps nothing."""
