"""Many listen and ask at once: nobody misses a message, and nothing piles up."""

import asyncio

import pytest

from tests.serve.crowd import gathered

pytestmark = pytest.mark.slow

STREAMS, RATE = 200, 50


def test_two_hundred_streams_miss_nothing(deep: bool) -> None:
    for_s = 60 if deep else 12
    heard = asyncio.run(gathered(streams=STREAMS, requests_a_second=RATE, for_s=for_s))
    assert (heard.gaps, heard.broken, heard.behind) == (0, 0, 0)
    assert heard.answers == RATE * for_s
    assert heard.messages >= STREAMS * for_s
    assert heard.grown < 1.2
