"""Worker processes are apart from the session's Ctrl-C, and end with it."""

import multiprocessing
import os
import signal
import tempfile
from pathlib import Path

import pytest

from harness.fleet.pool import pool

pytestmark = pytest.mark.slow


def test_a_process_of_another_group_begins_and_works() -> None:
    with pool(1, os.putenv, "MEANWHILE_BEGUN", "yes") as workforce:
        assert workforce.submit(abs, -3).result() == 3
        assert workforce.submit(os.getpgrp).result() not in (os.getpgrp(), 0)


def test_ctrl_c_is_not_for_them_and_still_for_the_session() -> None:
    with pool(1, os.getpid) as workforce:
        assert signal.SIGINT in workforce.submit(signal.pthread_sigmask, signal.SIG_BLOCK, ()).result()
        assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def leave_something() -> str:
    return tempfile.mkdtemp(prefix="left-")


def test_what_a_process_leaves_among_temporary_files_goes_with_the_pool() -> None:
    with pool(1, os.getpid) as workforce:
        left = Path(workforce.submit(leave_something).result())
        assert left.is_dir()
        assert left.parent != Path(tempfile.gettempdir())
    assert not left.parent.exists()


def give_up() -> None:
    with pool(2, os.getpid) as workforce:
        workforce.submit(signal.pause)
        workforce.submit(abs, 1).result()
        raise KeyboardInterrupt


def test_where_a_session_is_given_up_nobody_waits() -> None:
    before = set(multiprocessing.active_children())
    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert set(multiprocessing.active_children()) == before
