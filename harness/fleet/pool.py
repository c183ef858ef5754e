"""Processes that work for a session, and end with it, however it ends: done, broken off, interrupted or killed."""

import multiprocessing
import os
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

Result = TypeVar("Result")
METHOD = "spawn"
"""A forked process would inherit this one's event loop and Playwright's pipes."""


class Pool:
    """Takes work, and starts processes for it as they are needed."""

    def __init__(self, executor: ProcessPoolExecutor) -> None:
        self._executor = executor

    def submit(self, work: Callable[..., Result], *given: Any) -> "Future[Result]":
        """The promise of a result. It raises BrokenProcessPool where a process died."""
        with _deaf():
            return self._executor.submit(work, *given)


@contextmanager
def pool(workers: int, begin: Callable[..., object], *given: Any) -> Iterator[Pool]:
    """So many processes at most; each calls ``begin`` before its first work. What one that died leaves among temporary
    files is taken away with the pool.
    """
    context = multiprocessing.get_context(METHOD)
    others = set(multiprocessing.active_children())
    with (
        TemporaryDirectory(prefix="meanwhile-", ignore_cleanup_errors=True) as scratch,
        ProcessPoolExecutor(workers, context, _begin, (scratch, begin, *given)) as executor,
    ):
        try:
            yield Pool(executor)
        except BaseException:
            for process in set(multiprocessing.active_children()) - others:
                process.kill()  # nobody waits any more for what it does
            raise


@contextmanager
def _deaf() -> Iterator[None]:
    """What is started in here does not hear Ctrl-C while it starts; this process hears it afterwards."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(scratch: str, begin: Callable[..., object], *given: Any) -> None:
    """In a new process: the session alone hears Ctrl-C, and ends its workers itself. Killed, it ends them, too."""
    os.setpgrp()
    os.environ["TMPDIR"] = tempfile.tempdir = scratch  # its own, and its browser's
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()
    begin(*given)


def _end_with(session: BaseProcess | None) -> None:
    if session is not None:
        wait([session.sentinel])
        os.kill(os.getpid(), signal.SIGKILL)
