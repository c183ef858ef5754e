"""``meanwhile prove``, first-hand."""

import subprocess
import sys
from pathlib import Path

import pytest

from harness.cli.prove import wanted
from harness.core.errors import UsageError
from harness.engine.prepare import defects


def prove(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "harness.cli", "prove", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.browser
def test_a_defect_is_hunted_and_the_page_says_so(tmp_path: Path) -> None:
    done = prove(tmp_path, "--defect", "status-successful-is-success", "--workers", "1", "--page", "power.md")
    assert done.returncode == 0, done.stderr
    assert "status-successful-is-success (partial-named-partial): caught in " in done.stdout
    assert "1 defects: 1 (100 %) caught by the law meant for them" in done.stdout
    text = (tmp_path / "power.md").read_text("utf-8")
    assert "| partial-named-partial | status-successful-is-success |" in text


def test_wrong_words_are_sentences(tmp_path: Path) -> None:
    done = prove(tmp_path, "--law", "cout-true")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith('--law: no "cout-true"; did you mean "count-true"? there are ')


def test_all_defects_are_hunted_unless_some_are_named() -> None:
    every = {one["id"] for one in defects()}
    assert {one.defect for one in wanted((), ())} == every
    assert {one.law for one in wanted((), ("count-true",))} == {"count-true"}
    with pytest.raises(UsageError, match='--defect: no "nope"'):
        wanted(("nope",), ())
