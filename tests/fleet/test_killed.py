"""What of ours is killed in the middle of a session costs its trial alone, and nothing is left running."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harness.trace.result import TrialResult

pytestmark = [pytest.mark.browser, pytest.mark.proxy, pytest.mark.slow]

SESSION = ("not-allowed", "no-longer-cancellable", "side-by-side", "ends-before-subscribe")
WORDS = (sys.executable, "-m", "harness.cli", "run", *SESSION, "--time", "real", "--speed", "20", "--workers", "2")


def children(process: int) -> Iterator[tuple[int, str]]:
    """Every process below that one, with its command line."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text("ascii").rpartition(")")[2].split()[1])
            words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent == process:
            yield int(folder.name), words
            yield from children(int(folder.name))


def results(report: Path) -> list[TrialResult]:
    lines = (json.loads(line) for line in (report / "results.jsonl").read_text("utf-8").splitlines())
    return [TrialResult.from_json(line["result"]) for line in lines if "result" in line]


def is_proxy(words: str) -> bool:
    return "-host 127.0.0.1 -port" in words


def is_browser(words: str) -> bool:
    return "chrom" in words and "--type=" not in words and "remote-debugging" in words


def is_worker(words: str) -> bool:
    return "spawn_main" in words


@pytest.mark.parametrize("victim", [is_proxy, is_browser, is_worker])
def test_one_trial_is_an_error_and_the_others_are_judged(victim: Callable[[str], bool], tmp_path: Path) -> None:
    with subprocess.Popen([*WORDS, "--report", str(tmp_path)], stdout=subprocess.PIPE, text=True) as session:
        assert session.stdout is not None
        seen: dict[int, str] = {}
        while not any(victim(words) for words in seen.values()) or not any(map(is_proxy, seen.values())):
            assert session.poll() is None
            seen |= dict(children(session.pid))
        killed = next(process for process, words in seen.items() if victim(words))
        os.kill(killed, signal.SIGKILL)
        while session.stdout.readline():
            seen |= dict(children(session.pid))
        assert session.wait() == 3
    told = results(tmp_path)
    assert {one.scenario for one in told} == set(SESSION)
    assert 1 <= sum(one.error is not None for one in told) <= 2
    assert all(one.findings == () for one in told)
    assert [words for process, words in seen.items() if _lives(process, words)] == []


def _lives(process: int, words: str) -> bool:
    try:
        now = Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return now == words and bool(words)


def test_who_interrupts_leaves_nothing_behind(tmp_path: Path) -> None:
    with subprocess.Popen([*WORDS, "--report", str(tmp_path)], stdout=subprocess.PIPE, text=True) as session:
        assert session.stdout is not None
        seen: dict[int, str] = {}
        while not any(map(is_proxy, seen.values())):
            seen |= dict(children(session.pid))
        for process in (session.pid, *(one for one, words in seen.items() if is_worker(words))):
            os.kill(process, signal.SIGINT)  # a terminal interrupts all of them
        assert session.wait() == 130
    assert [words for process, words in seen.items() if _lives(process, words)] == []
