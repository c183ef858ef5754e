"""A process of ours ends when it is told, and with whoever started it."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile

from harness.serve.child import Child

NESTED = "sleep 60 & echo $$ $! > pids; wait"
"""A process that starts another."""
KILLED = """
import asyncio, sys
from pathlib import Path
from harness.serve.child import Child

async def run():
    await Child.start("/bin/sh", "-c", {nested!r}, folder=Path(sys.argv[1]))
    await asyncio.sleep(60)

asyncio.run(run())
"""


async def numbers(folder: Path) -> list[int]:
    for _ in range(500):
        if (folder / "pids").exists() and (told := (folder / "pids").read_text().split()):
            return [int(one) for one in told]
        await asyncio.sleep(0.02)
    raise AssertionError("it did not start")


def lives(pid: int) -> bool:
    """A zombie that nobody has buried yet is dead."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except ProcessLookupError:
        return False
    except FileNotFoundError:  # no system with /proc, or it has just gone
        return not Path("/proc/self").exists()


async def all_dead(pids: list[int]) -> bool:
    for _ in range(500):
        if not any(lives(pid) for pid in pids):
            return True
        await asyncio.sleep(0.02)
    return False


def test_it_ends_with_what_it_has_started(tmp_path: Path) -> None:
    async def run() -> None:
        child = await Child.start("/bin/sh", "-c", NESTED, folder=tmp_path)
        pids = await numbers(tmp_path)
        assert child.runs
        assert pids[0] == child.pid
        assert all(lives(pid) for pid in pids)
        await child.end()
        assert not child.runs
        assert await all_dead(pids)
        await child.end()

    asyncio.run(run())


def test_it_ends_when_we_are_killed(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED.format(nested=NESTED), str(tmp_path)]) as parent:
        pids = asyncio.run(numbers(tmp_path))
        parent.kill()
    assert asyncio.run(all_dead(pids))


def test_it_has_its_own_folder_environment_and_log(tmp_path: Path) -> None:
    told, environment = ("/bin/sh", "-c", "echo $NAME; pwd"), {"NAME": "me"}

    async def run() -> bytes:
        with TemporaryFile() as log:
            child = await Child.start(*told, folder=tmp_path, environment=environment, log=log)
            await child.wait()
            await child.end()
            log.seek(0)
            return log.read()

    assert asyncio.run(run()).decode().split() == ["me", str(tmp_path)]
