"""A process that we start: it ends when it is told, and with us, however we end."""

import asyncio
import os
import signal
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

NOBODY = asyncio.subprocess.DEVNULL
_MINDED = 'exec {fd}<&0; (cat <&{fd} >/dev/null; kill -KILL -$$) & exec "$@" </dev/null {fd}<&-'
"""A shell that becomes the process. Beside it ``cat`` waits for the end of what only we can write: the process group
then ends."""


class Child:
    """A running process, and whatever it starts itself."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(
        cls,
        *words: str,
        folder: Path | None = None,
        environment: Mapping[str, str] | None = None,
        log: IO[bytes] | int = NOBODY,
        sockets: tuple[int, ...] = (),
    ) -> "Child":
        """Start it. ``log`` takes what it says; ``sockets`` are file descriptors that it inherits."""
        free = next(fd for fd in range(3, 10) if fd not in sockets)
        process = await asyncio.create_subprocess_exec(
            *("/bin/sh", "-c", _MINDED.format(fd=free), "sh", *words),
            cwd=folder,
            env=environment,
            stdin=asyncio.subprocess.PIPE,
            stdout=log,
            stderr=log,
            pass_fds=sockets,
            start_new_session=True,
        )
        return cls(process)

    @property
    def pid(self) -> int:
        """Its number, and that of its group."""
        return self._process.pid

    async def wait(self) -> None:
        """Until it has ended."""
        await self._process.wait()

    @property
    def runs(self) -> bool:
        """Whether it lives."""
        return self._process.returncode is None

    async def end(self) -> None:
        """Kill it and what it has started; nothing where it is gone."""
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        await self.wait()
