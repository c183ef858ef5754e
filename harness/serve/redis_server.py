"""A Redis server of our own, for back ends that need one: found, started for one trial, and stopped."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from harness.core.errors import HarnessTrouble, MeanwhileError, UsageError
from harness.serve.child import Child

VARIABLE = "MEANWHILE_REDIS"
COMMAND = "redis-server"
SOCKET = "redis.sock"
TRIES, PAUSE_S = 250, 0.02


class NoRedis(MeanwhileError):
    """There is none on this machine. A person has to act, with the command of the sentence."""

    exit_code = 2


def find_redis(environment: Mapping[str, str] = os.environ) -> Path:
    """The server's executable. Raises NoRedis, or UsageError where the variable names none."""
    if named := environment.get(VARIABLE):
        if found := shutil.which(named):
            return Path(found)
        raise UsageError(f'{VARIABLE}: "{named}" cannot be run; name the Redis server\'s executable, or unset it')
    if found := shutil.which(COMMAND, path=environment.get("PATH")):
        return Path(found)
    raise NoRedis(
        f"this target needs a Redis server, and none is found ({VARIABLE}, {COMMAND} on PATH); install {COMMAND} from "
        "your system's packages (`meanwhile doctor` says what else is missing)"
    )


@asynccontextmanager
async def redis_server(environment: Mapping[str, str] = os.environ) -> AsyncIterator[Path]:
    """The path of a running server's socket: it takes no port, and nobody else can reach it. It keeps nothing.

    Raises NoRedis, UsageError, HarnessTrouble.
    """
    executable = find_redis(environment)
    with tempfile.TemporaryDirectory(prefix="meanwhile-") as folder:
        socket = Path(folder) / SOCKET
        words = ("--port", "0", "--unixsocket", str(socket), "--save", "", "--appendonly", "no", "--dir", folder)
        child = await Child.start(str(executable), *words)
        try:
            await _answers(child, socket, executable)
            yield socket
        finally:
            await child.end()


async def _answers(child: Child, socket: Path, executable: Path) -> None:
    for _ in range(TRIES):
        if not child.runs:
            break
        try:
            _, writer = await asyncio.open_unix_connection(socket)
        except OSError:
            await asyncio.sleep(PAUSE_S)
        else:
            writer.close()
            return
    raise HarnessTrouble(f"Redis ({executable}) did not start; see whether it runs by hand")
