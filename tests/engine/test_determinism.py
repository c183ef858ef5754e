"""Same scenario and seed: the same bytes of truth and screen, however and wherever it runs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from harness.core.resources import data
from harness.engine.spec import TrialSpec
from tests.engine.player import Player

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCENARIO = data("scenarios") / "network" / "black-hole.yaml"
SPIN = "while True: pass"


def hashes(folder: Path, *words: str) -> set[tuple[str, str]]:
    """The hashes of every trial that one call of the command line ran."""
    command = [sys.executable, "-m", "harness.cli", "run", "--json", "--no-pictures", "--report", str(folder), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {(line["truth_hash"], line["screen_hash"]) for line in lines if line["record"] == "trial"}


def moved(tmp_path: Path, old: str, new: str) -> str:
    """The scenario's file with one thing in it changed."""
    text = SCENARIO.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / SCENARIO.name
    path.write_text(text.replace(old, new), encoding="utf-8")
    return str(path)


def hashes_under_load(folder: Path, *words: str) -> set[tuple[str, str]]:
    """The same, while two other processes take all the time that they can get."""
    load = [subprocess.Popen([sys.executable, "-c", SPIN]) for _ in range(2)]
    try:
        return hashes(folder, *words)
    finally:
        for process in load:
            process.kill()
            process.wait()


def hashes_of_repeats(folder: Path, words: tuple[str, ...], *, deep: bool) -> set[tuple[str, str]]:
    """The hashes of two fresh processes, of which one has two workers. ``deep``: ten times each, and under load."""
    one = hashes(folder / "one", *words, "--repeat", "10" if deep else "1")
    under = hashes_under_load if deep else hashes
    return one | under(folder / "two", *words, "--repeat", "10" if deep else "2", "--workers", "2")


def test_repeats_in_fresh_processes_with_one_and_two_workers_give_one_hash(tmp_path: Path, deep: bool) -> None:
    found = hashes_of_repeats(tmp_path, ("black-hole",), deep=deep)
    assert len(found) == 1, found


def test_another_seed_or_a_moved_fault_changes_it(tmp_path: Path, player: Player) -> None:
    shifted = moved(tmp_path, "at: 45s", "at: 46s")
    plain = player.run(TrialSpec(scenario="black-hole"))
    seeded = player.run(TrialSpec(scenario="black-hole", seed=99))
    other = player.run(TrialSpec(scenario=shifted))
    assert plain.truth_hash != seeded.truth_hash
    assert plain.screen_hash != other.screen_hash
