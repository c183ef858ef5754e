"""Runs a command whose output the person sees as it comes, and ends it when it has been silent for too long."""

import os
import selectors
import signal
import subprocess
from collections.abc import Callable, Sequence

Write = Callable[[bytes], object]


def run_streamed(command: Sequence[str], write: Write, silence_limit_s: float) -> bool:
    """Whether the command ended well. After ``silence_limit_s`` without a byte, it and all that it started is ended."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        write(f"{error}\n".encode())
        return False
    try:
        if not pass_on(process, write, silence_limit_s):
            write(f"\nNothing heard for {silence_limit_s:g} s; giving up on it.\n".encode())
            return False
        return process.wait() == 0
    finally:
        end(process)


def pass_on(process: subprocess.Popen[bytes], write: Write, silence_limit_s: float) -> bool:
    """Passes the output on until its end; False where it went silent before."""
    assert process.stdout is not None
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while selector.select(silence_limit_s):
            chunk = os.read(process.stdout.fileno(), 65_536)
            if not chunk:
                return True
            write(chunk)
    return False


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends what is left of the command and of the processes that it started."""
    if process.stdout is not None:
        process.stdout.close()
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


class NewLines:
    """A ``Write`` that hands on each line once and leaves out stack traces: a tool that tries again says all again."""

    def __init__(self, write: Write) -> None:
        self.write = write
        self.seen: set[bytes] = set()
        self.rest = b""

    def __call__(self, chunk: bytes) -> None:
        *lines, self.rest = (self.rest + chunk).split(b"\n")
        for line in lines:
            self.hand_on(line)

    def hand_on(self, line: bytes) -> None:
        """Hands a line on that is new and starts with a word."""
        if line in self.seen or line[:1] in (b" ", b"}", b""):
            return
        self.seen.add(line)
        self.write(line + b"\n")
