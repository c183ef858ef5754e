"""The processes that a process has started, and those that these have."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event

PATIENCE_S, PAUSE_S = 60.0, 0.2


@dataclass(frozen=True)
class Process:
    """A process of this machine; ``started`` tells it from a later one of the same number."""

    pid: int
    parent: int
    started: str
    state: str
    words: str

    @property
    def lives(self) -> bool:
        """Whether it still runs: one that nobody has waited for yet does not."""
        return any(one.pid == self.pid and one.started == self.started and one.state != "Z" for one in _all())

    def kill(self) -> None:
        """At once, and without a chance to tidy up."""
        os.kill(self.pid, signal.SIGKILL)


def family(pid: int) -> set[Process]:
    """Whatever descends from a process."""
    everyone = list(_all())
    found: set[Process] = set()
    parents = {pid}
    while parents:
        born = {one for one in everyone if one.parent in parents}
        found |= born
        parents = {one.pid for one in born}
    return found


def is_proxy(one: Process) -> bool:
    """Whether it is a Toxiproxy, and not what started it."""
    return one.words.split(" ")[0].endswith("toxiproxy-server")


def is_browser(one: Process) -> bool:
    """Whether it is the first process of a browser."""
    return "--remote-debugging-pipe" in one.words and "--type=" not in one.words and "/bin/sh" not in one.words


def is_worker(one: Process) -> bool:
    """Whether it runs trials, its server among them."""
    return "spawn_main" in one.words


def comes(what: Callable[[], bool]) -> bool:
    """Whether it comes true while one would wait for it."""
    pause = Event()
    for _ in range(round(PATIENCE_S / PAUSE_S)):
        if what():
            return True
        pause.wait(PAUSE_S)
    return False


def _all() -> Iterator[Process]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            with suppress(OSError):
                yield _read(folder)


def _read(folder: Path) -> Process:
    state, parent, *rest = (folder / "stat").read_text().rpartition(") ")[2].split(" ")
    words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    return Process(pid=int(folder.name), parent=int(parent), started=rest[17], state=state, words=words)
