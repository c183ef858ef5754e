"""A process that we start ends with us, however we end."""

import ctypes
import signal
import sys

PR_SET_PDEATHSIG = 1
"""Linux, prctl(2)"""


def end_with_parent() -> None:
    """Called in a child before its program runs: it is killed when the one that started it dies, even by SIGKILL.

    Where the system has no such thing, whoever is killed leaves it behind.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
