"""make's own help tells every target that is for people, and each can be planned."""

import os
import re
import subprocess

import pytest

from tests.layout.repository import ROOT

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
FOR_PEOPLE = {
    "agree",
    "pictures",
    "faults",
    "findings",
    "demo",
    "test",
    "check",
    "fix",
    "bench",
    "soak",
    "fixtures",
    "sample",
    "lock",
    "build",
    "clean",
}


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs make as a person would, also where make runs this test."""
    makes_own = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")
    environment = {name: value for name, value in os.environ.items() if name not in makes_own}
    return subprocess.run(["make", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_help_tells_every_target_for_people() -> None:
    assert set(re.findall(r"^make (\w+) ", make("help").stdout, re.MULTILINE)) == FOR_PEOPLE


@pytest.mark.parametrize("target", sorted(FOR_PEOPLE - {"clean", "help"}))
def test_every_target_sets_up_first(target: str) -> None:
    assert ".ci/bootstrap.py" in make("--dry-run", "PYTHON=python3", target).stdout


def test_no_target_is_taken_for_a_file() -> None:
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    phony = set(" ".join(re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)).split())
    assert targets == phony


def test_without_python_one_sentence_says_so() -> None:
    result = make("tools", "PYTHON=")
    assert result.returncode == 2
    assert "no Python 3.11 or newer found" in result.stderr


def test_ci_runs_the_tests() -> None:
    assert "exec make test" in (ROOT / ".ci" / "run").read_text("utf-8")
