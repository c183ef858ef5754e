"""A Redis server is found, started and ended; where there is none, a sentence says what to do."""

import asyncio
from pathlib import Path

import pytest

from harness.core.errors import HarnessTrouble, UsageError
from harness.serve.redis_server import COMMAND, VARIABLE, NoRedis, find_redis, redis_server


def an_executable(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\nexit 1\n")
    path.chmod(0o755)
    return path


def test_the_variable_goes_before_the_path(tmp_path: Path) -> None:
    on_path, named = an_executable(tmp_path, COMMAND), an_executable(tmp_path, "mine")
    assert find_redis({"PATH": str(tmp_path)}) == on_path
    assert find_redis({"PATH": str(tmp_path), VARIABLE: str(named)}) == named


def test_none_is_told_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(NoRedis) as caught:
        find_redis({"PATH": str(tmp_path)})
    assert str(caught.value) == (
        "this target needs a Redis server, and none is found (MEANWHILE_REDIS, redis-server on PATH); install "
        "redis-server from your system's packages (`meanwhile doctor` says what else is missing)"
    )
    assert caught.value.exit_code == 2


def test_a_variable_that_names_none_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r'MEANWHILE_REDIS: ".*nothing" cannot be run; name the Redis server'):
        find_redis({VARIABLE: str(tmp_path / "nothing")})


def test_one_that_ends_at_once_is_trouble(tmp_path: Path) -> None:
    async def run() -> None:
        async with redis_server({VARIABLE: str(an_executable(tmp_path, "broken"))}):
            pass

    with pytest.raises(HarnessTrouble, match="broken\\) did not start; see whether it runs by hand"):
        asyncio.run(run())


async def said(socket: Path, words: bytes) -> bytes:
    reader, writer = await asyncio.open_unix_connection(socket)
    writer.write(words)
    answer = await reader.readline()
    writer.close()
    return answer


@pytest.mark.proxy
def test_it_answers_while_it_is_needed_and_leaves_nothing() -> None:
    async def run() -> Path:
        async with redis_server() as socket:
            assert await said(socket, b"PING\r\n") == b"+PONG\r\n"
        return socket

    socket = asyncio.run(run())
    assert not socket.parent.exists()
