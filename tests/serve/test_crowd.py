"""Many listen and ask at once: nobody misses a message, and nothing piles up."""

import asyncio

import pytest

from tests.serve.crowd import gathered

pytestmark = pytest.mark.slow

FOR_S = 12.0


def test_two_hundred_streams_miss_nothing() -> None:
    heard = asyncio.run(gathered(streams=200, requests_a_second=50, for_s=FOR_S))
    assert (heard.gaps, heard.broken) == (0, 0)
    assert heard.messages >= 200
    assert heard.answers > 0
    assert heard.grown < 1.2
