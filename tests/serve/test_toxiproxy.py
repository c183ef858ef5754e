"""The real proxy: it passes what it should, breaks what it should, and its death is our trouble."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from harness.core.errors import HarnessTrouble
from harness.serve.toxiproxy import DOWN, Link, ToxiproxyServer
from harness.serve.toxiproxy_binary import find_toxiproxy
from tests.serve.hosting import Wire, ask, serving, staged, text

pytestmark = pytest.mark.proxy


@asynccontextmanager
async def linked() -> AsyncIterator[tuple[ToxiproxyServer, Link]]:
    proxy = ToxiproxyServer(find_toxiproxy())
    await proxy.start()
    try:
        async with serving(staged(Wire(lambda _: text("ok")))) as port:
            yield proxy, await proxy.link("t1", port)
    finally:
        await proxy.stop()


def test_a_link_passes_everything_until_it_is_cut() -> None:
    async def passed() -> None:
        async with linked() as (_, link):
            assert (await ask(link.port, "/api/jobs")).body == "ok"
            await link.off()
            with pytest.raises(ConnectionRefusedError):
                await ask(link.port, "/api/jobs")
            await link.on()
            assert (await ask(link.port, "/api/jobs")).body == "ok"

    asyncio.run(passed())


def test_a_toxic_delays_and_is_taken_away() -> None:
    async def delayed() -> tuple[float, float]:
        async with linked() as (_, link):
            loop = asyncio.get_running_loop()
            await link.disturb("late", "latency", DOWN, {"latency": 400})
            begun = loop.time()
            await ask(link.port, "/api/jobs")
            slow = loop.time() - begun
            await link.calm("late")
            begun = loop.time()
            await ask(link.port, "/api/jobs")
            return slow, loop.time() - begun

    slow, quick = asyncio.run(delayed())
    assert slow >= 0.4 > quick


def test_each_of_two_does_what_it_is_told() -> None:
    async def both() -> None:
        async with linked() as (_, first), linked() as (_, second):
            await first.off()
            assert (await ask(second.port, "/api/jobs")).body == "ok"
            with pytest.raises(ConnectionRefusedError):
                await ask(first.port, "/api/jobs")

    asyncio.run(both())


def test_one_that_has_died_is_told_and_not_taken_for_a_finding() -> None:
    async def died() -> None:
        async with linked() as (proxy, link):
            assert proxy.runs
            await proxy.stop()
            assert not proxy.runs
            with pytest.raises(HarnessTrouble, match="may have died"):
                await link.off()

    asyncio.run(died())


def test_what_is_no_toxiproxy_does_not_start() -> None:
    with pytest.raises(HarnessTrouble, match="did not start"):
        asyncio.run(ToxiproxyServer(Path("/bin/true")).start())
