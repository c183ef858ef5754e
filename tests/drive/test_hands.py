"""What is done side by side goes on at its own moment, one at a time, always in the same order."""

import asyncio
from collections.abc import Sequence

import pytest

from harness.drive.hands import Deed, RunUntil, side_by_side

Log = list[tuple[str, int]]


def deed(name: str, log: Log, moments: Sequence[int], fails: bool = False) -> Deed:
    async def act(run_until: RunUntil) -> None:
        for at_ms in moments:
            await run_until(at_ms)
            log.append((name, at_ms))
        if fails:
            raise ValueError(name)

    return act


def played(*deeds: Deed) -> list[int]:
    reached: list[int] = []

    async def run_until(until_ms: int) -> None:
        reached.append(until_ms)
        await asyncio.sleep(0)

    asyncio.run(side_by_side(deeds, run_until))
    return reached


def test_one_alone_is_simply_done() -> None:
    log: Log = []
    assert played(deed("a", log, [5, 9])) == [5, 9]
    assert log == [("a", 5), ("a", 9)]


def test_the_earliest_goes_on_and_of_several_the_first() -> None:
    log: Log = []
    reached = played(deed("a", log, [5, 8, 9]), deed("b", log, [5, 6, 9]), deed("c", log, []))
    assert log == [("a", 5), ("b", 5), ("b", 6), ("a", 8), ("a", 9), ("b", 9)]
    assert reached == sorted(reached)


def test_where_one_fails_the_others_are_given_up() -> None:
    log: Log = []
    with pytest.raises(ValueError, match="b"):
        played(deed("a", log, [5, 8]), deed("b", log, [6], fails=True))
    assert log == [("a", 5), ("b", 6)]
