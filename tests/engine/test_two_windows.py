"""Two windows that act at once: the same bytes, however and wherever they run."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine.test_determinism import REPEATS, SPIN, hashes

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HERE = Path(__file__).parent
SCENARIO = str(HERE / "scenarios" / "two-windows.yaml")
TALKING = str(HERE / "pages" / "two-windows" / "target.yaml")


@pytest.mark.parametrize("target", ["reference", TALKING])
def test_repeats_with_one_and_two_workers_under_load_give_one_hash(tmp_path: Path, target: str) -> None:
    words = (SCENARIO, "--target", target, "--repeat", REPEATS)
    found = hashes(tmp_path / "one", *words)
    load = [subprocess.Popen([sys.executable, "-c", SPIN]) for _ in range(2)]
    try:
        found |= hashes(tmp_path / "two", *words, "--workers", "2")
    finally:
        for process in load:
            process.kill()
            process.wait()
    assert len(found) == 1, found
