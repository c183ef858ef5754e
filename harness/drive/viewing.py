"""How a person watches a trial while it runs: in a window, and slowly."""

import asyncio
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from harness.core.errors import UsageError
from harness.core.stopwatch import Stopwatch
from harness.drive.tabs import Tabs
from harness.drive.virtual_tab import VirtualTab

PAUSES_A_SECOND = 10
LONGEST_MS = 3_600_000
"""What comes later in a trial is not slowed down any more."""
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


@dataclass(frozen=True, kw_only=True, slots=True)
class Viewing:
    """``headed``: in a window. ``slow_mo_ms`` is how long each second of a trial on virtual time takes at least."""

    headed: bool = False
    slow_mo_ms: int = 0

    def check(self, environment: Mapping[str, str]) -> None:
        """Raises UsageError where there is no screen for a window."""
        if self.headed and sys.platform == "linux" and not any(environment.get(name) for name in DISPLAYS):
            raise UsageError(
                "--headed: there is no screen here (DISPLAY is not set); run it on a desktop, or under `xvfb-run`"
            )

    @property
    def stops_ms(self) -> tuple[int, ...]:
        """The moments of a trial at which time stands still for a while."""
        return tuple(range(0, LONGEST_MS, 1000 // PAUSES_A_SECOND)) if self.slow_mo_ms else ()


UNWATCHED = Viewing()
"""Nobody watches."""


class Pace:
    """Waits wherever time stands still, so that the clock of the trial never runs ahead of the wall's."""

    def __init__(self, viewing: Viewing) -> None:
        self._each_ms = viewing.slow_mo_ms / 1_000
        self._watch = Stopwatch()

    async def wait(self, now_ms: int, _tabs: Tabs[VirtualTab]) -> None:
        """Until the wall clock is where the trial's is."""
        await asyncio.sleep(max(now_ms * self._each_ms - self._watch.ms, 0) / 1_000)
