"""How late this machine is: in real time everything is late by what others leave of it."""

import asyncio

from harness.core.errors import HarnessTrouble

TICK_S = 0.025
TOO_LATE_MS = 1_500


class Lateness:
    """Watches a clock that should tick evenly. ``worst_ms`` is by how much the latest of its ticks was late."""

    def __init__(self) -> None:
        self.worst_ms = 0

    async def watch(self) -> None:
        """Watch until cancelled. Raises HarnessTrouble where nothing could be said of a page any more."""
        loop = asyncio.get_running_loop()
        while True:
            due_s = loop.time() + TICK_S
            await asyncio.sleep(TICK_S)
            self.note(round((loop.time() - due_s) * 1000))

    def note(self, late_ms: int) -> None:
        """One tick was so late."""
        self.worst_ms = max(self.worst_ms, late_ms)
        if late_ms > TOO_LATE_MS:
            raise HarnessTrouble(
                f"this machine is too busy for real time: a moment came {late_ms} ms late; run fewer trials side by "
                "side (--workers), or stop what else runs"
            )
