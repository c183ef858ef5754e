"""What the linter is asked to refuse, it refuses; and only outside the one home."""

import subprocess
import sys

import pytest

from tests.layout.repository import ROOT

CLOCKS_AND_CHANCE = [
    "import time\n\ntime.sleep(1)\n",
    "import time\n\ntime.time()\n",
    "import random\n\nrandom.random()\n",
]


def complaints(source: str, place: str) -> str:
    command = [sys.executable, "-m", "ruff", "check", "--select", "TID251", "--stdin-filename", place, "-"]
    return subprocess.run(command, input=source, cwd=ROOT, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("source", CLOCKS_AND_CHANCE)
def test_the_clock_and_chance_are_refused_elsewhere(source: str) -> None:
    assert "TID251" in complaints(source, "harness/model/queue.py")


@pytest.mark.parametrize("source", CLOCKS_AND_CHANCE)
def test_the_clock_and_chance_have_a_home(source: str) -> None:
    assert "TID251" not in complaints(source, "harness/core/random.py")
