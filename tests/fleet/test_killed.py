"""Trouble of our own in the middle of a session in real time: the trials that it meets are errors, the others are
judged, and nothing is left running.
"""

import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE, Popen
from threading import Event
from typing import Any

import pytest

from tests.fleet.family import Process, comes, family, is_browser, is_proxy, is_worker

pytestmark = [pytest.mark.browser, pytest.mark.proxy, pytest.mark.slow]

SCENARIO = """
id: twelve-seconds
title: Three items in a trial of twelve seconds
source: a test
seed: 3
world:
  third_party: {marketplace: {latency: {p50: 500ms, p99: 1s, cap: 2s}}}
  jobs:
    - {id: publish, kind: publish, items: 3}
network: {profile: cable}
journey:
  - {at: 3s, do: submit, job: publish}
until: 12s
"""
A_MOMENT_S = 4
DIED = "the process that ran the trial died"


class Session:
    """``meanwhile run --time real`` while it runs, and whatever it has started."""

    def __init__(self, folder: Path, trials: int) -> None:
        (folder / "twelve-seconds.yaml").write_text(SCENARIO, encoding="utf-8")
        words = ("run", "twelve-seconds.yaml", "--time", "real", "--workers", "2", "--repeat", str(trials))
        self._results = folder / "meanwhile-report" / "results.jsonl"
        self._running = Popen(
            [sys.executable, "-m", "harness.cli", *words],
            cwd=folder,
            stdout=PIPE,
            stderr=PIPE,
            text=True,
            start_new_session=True,
        )
        self._seen: set[Process] = set()

    def family(self) -> set[Process]:
        """Who runs for it now."""
        now = {one for one in family(self._running.pid) if one.state != "Z"}
        self._seen |= now
        return now

    def judges(self, number: int) -> None:
        """Wait until so many trials have ended."""
        assert comes(lambda: len(self.results()) >= number)

    def is_in_the_middle(self) -> None:
        """Wait until two trials have been running for a moment."""
        assert comes(lambda: sum(is_proxy(one) for one in self.family()) == 2)
        Event().wait(A_MOMENT_S)
        self.family()

    def kill_in_the_middle(self, which: Callable[[Process], bool]) -> None:
        """One of those that run for it."""
        self.is_in_the_middle()
        next(one for one in self.family() if which(one)).kill()

    def kill(self) -> None:
        """The session itself, without a chance to tidy up."""
        self._running.kill()

    def results(self) -> list[dict[str, Any]]:
        """What it has written of its trials so far."""
        if not self._results.exists():
            return []
        lines = self._results.read_text(encoding="utf-8").splitlines()
        return [told for line in lines if (told := json.loads(line))["record"] == "trial"]

    def interrupt(self) -> None:
        """What Ctrl-C does in a terminal: everyone in its group is told."""
        os.killpg(self._running.pid, signal.SIGINT)

    def ends(self) -> tuple[int, str, str]:
        """Its exit code and what it said."""
        said, complained = self._running.communicate(timeout=120)
        return self._running.returncode, said, complained

    def left(self) -> list[str]:
        """What still runs after its end."""
        comes(lambda: not any(one.lives for one in self._seen))
        return [one.words for one in self._seen if one.lives]


def kind(error: str) -> str:
    """The error, without what is said of it."""
    return error.partition(":")[0]


def test_who_is_killed_costs_its_trials_and_no_others(tmp_path: Path) -> None:
    session = Session(tmp_path, trials=8)
    session.kill_in_the_middle(is_proxy)
    session.judges(2)
    session.kill_in_the_middle(is_browser)
    session.judges(4)
    session.kill_in_the_middle(is_worker)
    code, said, complained = session.ends()
    assert (code, complained) == (3, ""), said
    errors = Counter(kind(one["error"]) for one in session.results() if "error" in one)
    assert errors.pop(DIED) in (1, 2)  # whoever dies takes along what another process had begun
    died = ("Toxiproxy died in the middle of the trial", "the browser died in the middle of the trial")
    assert errors == dict.fromkeys(died, 1)
    judged = [one for one in session.results() if "error" not in one]
    assert [finding["sentence"] for one in judged for finding in one["findings"]] == []
    assert all(one["verdicts"] for one in judged)
    assert len(session.results()) == 8
    assert len(judged) >= 4
    assert session.left() == []


def test_who_interrupts_leaves_nothing_running(tmp_path: Path) -> None:
    session = Session(tmp_path, trials=6)
    session.judges(2)
    assert session.family() != set()
    session.interrupt()
    code, _, complained = session.ends()
    assert (code, complained) == (130, "\ninterrupted; what was judged so far is in the report's results.jsonl\n")
    assert 2 <= len(session.results()) < 6
    assert session.left() == []


def test_a_session_that_is_killed_leaves_nothing_running(tmp_path: Path) -> None:
    session = Session(tmp_path, trials=6)
    session.is_in_the_middle()
    session.kill()
    session.ends()
    assert session.left() == []
