"""A machine that is late is noticed; one that is much too late is trouble of our own."""

import asyncio
import contextlib

import pytest

from harness.core.errors import HarnessTrouble
from harness.drive.lateness import TOO_LATE_MS, Lateness


def test_the_worst_of_all_counts() -> None:
    lateness = Lateness()
    for late_ms in (3, 180, 20):
        lateness.note(late_ms)
    assert lateness.worst_ms == 180


def test_what_holds_everybody_up_is_seen() -> None:
    lateness = Lateness()

    async def busy() -> None:
        watching = asyncio.create_task(lateness.watch())
        await asyncio.sleep(0.01)
        sum(number * number for number in range(3_000_000))
        await asyncio.sleep(0.05)
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError, HarnessTrouble):
            await watching

    asyncio.run(busy())
    assert lateness.worst_ms > 20


def test_too_late_is_told_with_the_way_out() -> None:
    with pytest.raises(HarnessTrouble, match="came 1501 ms late; run fewer trials side by side"):
        Lateness().note(TOO_LATE_MS + 1)
