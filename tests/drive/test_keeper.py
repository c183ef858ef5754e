"""One browser for as many trials as it lives, and then another."""

import asyncio

import pytest

from harness.drive.keeper import Keeper

pytestmark = pytest.mark.browser


def test_the_browser_is_kept_until_it_is_discarded() -> None:
    async def play() -> tuple[bool, bool]:
        async with Keeper() as keeper:
            first = await keeper.lab()
            again = await keeper.lab()
            await first.close()  # it died; discarding it is no trouble
            await keeper.discard()
            other = await keeper.lab()
            return first is again, other is not first and int(other.version.split(".")[0]) > 100

    assert asyncio.run(play()) == (True, True)
