"""Things that are done side by side: each goes on at its own virtual moment, one at a time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

RunUntil = Callable[[int], Awaitable[None]]
Deed = Callable[[RunUntil], Awaitable[None]]
"""Something that takes time. It is given what lets time pass until a moment."""


async def side_by_side(deeds: Sequence[Deed], run_until: RunUntil) -> None:
    """Do them all. The one that goes on earliest is next, of several the one that stands first."""
    if len(deeds) == 1:
        await deeds[0](run_until)
        return
    hands = [_Hand(deed) for deed in deeds]
    try:
        for hand in hands:
            await hand.go_on()
        while resting := [(hand.until_ms, index) for index, hand in enumerate(hands) if hand.until_ms is not None]:
            until_ms, index = min(resting)
            await run_until(until_ms)
            await hands[index].go_on()
    finally:
        for hand in hands:
            await hand.stop()


class _Hand:
    """One deed in a task of its own, which acts only while it is told to go on."""

    def __init__(self, deed: Deed) -> None:
        self.until_ms: int | None = None
        self._rests = asyncio.Event()
        self._goes_on = asyncio.Event()
        self._task = asyncio.create_task(self._act(deed))
        self._task.add_done_callback(lambda _: self._rests.set())

    async def go_on(self) -> None:
        """Let it act until it rests again, or has ended. Raises what it raised."""
        self.until_ms = None
        self._rests.clear()
        self._goes_on.set()
        await self._rests.wait()
        if self._task.done():
            self._task.result()

    async def stop(self) -> None:
        """Give it up, where it has not ended."""
        self._task.cancel()
        await asyncio.wait([self._task])

    async def _act(self, deed: Deed) -> None:
        await self._turn()
        await deed(self._rest)

    async def _rest(self, until_ms: int) -> None:
        self.until_ms = until_ms
        self._rests.set()
        await self._turn()

    async def _turn(self) -> None:
        await self._goes_on.wait()
        self._goes_on.clear()
