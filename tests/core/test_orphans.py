"""What we start does not outlive us, even where we are killed."""

import os
import select
import signal
import subprocess
import sys

LIMIT_S = 30
STARTS = """
import subprocess, sys
from harness.core.orphans import end_with_parent
child = subprocess.Popen(["sleep", "600"], preexec_fn=end_with_parent)
print(child.pid, flush=True)
sys.stdin.read()
"""


def test_a_child_dies_with_its_parent() -> None:
    command = [sys.executable, "-c", STARTS]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = os.pidfd_open(int(parent.stdout.readline()))
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()
    ended, _, _ = select.select([child], [], [], LIMIT_S)
    assert ended == [child]
