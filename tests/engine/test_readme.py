"""What README.md shows works as it stands there: the target file, the scenario and the test, on a page that asks every
two seconds.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from harness.engine.session import specs
from tests.layout.repository import ROOT

pytestmark = pytest.mark.browser

BLOCK = re.compile(r"^```(?:yaml|python)\n# (\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of the README, and a page for them."""
    for name, text in BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    shutil.copy(Path(__file__).parent / "pages" / "imports.html", tmp_path / "page.html")
    return tmp_path


def quoted(word: str) -> str:
    """The finding of the README that holds that word."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return next(line[2:] for line in text.splitlines() if line.startswith("> job") and f'said "{word}:' in line)


def call(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *words], cwd=folder, capture_output=True, text=True, check=False)


def test_the_page_is_judged_with_its_target_and_its_scenario(folder: Path) -> None:
    done = call(folder, "harness.cli", "run", "scenarios/bad-rows.yaml", "--target", "target.yaml")
    assert (done.returncode, done.stderr) == (1, "")
    assert quoted("Importing") in done.stdout
    assert (folder / "meanwhile-report" / "index.html").is_file()


def test_a_copied_scenario_is_shown_and_passes_on_the_reference_page(folder: Path) -> None:
    assert "3 failed" in call(folder, "harness.cli", "show", "my-situation.yaml").stdout
    done = call(folder, "harness.cli", "run", "my-situation.yaml")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_test_runs_under_pytest(folder: Path) -> None:
    words = ("-p", "no:inline_snapshot", "scenarios", "test_imports.py", "--meanwhile-target", "target.yaml")
    done = call(folder, "pytest", *words)
    assert "collected 2 items" in done.stdout
    assert ">       trial.check()" in done.stdout, "what is asserted before holds"
    assert "Replay: meanwhile run scenarios/bad-rows.yaml --target target.yaml" in done.stdout


@pytest.mark.parametrize(("kind", "about"), [("publish", 80), ("import", 10), ("sync", 0), ("update", 0)])
def test_a_page_with_one_kind_of_job_gets_about_as_many_situations_as_it_says(
    folder: Path, kind: str, about: int
) -> None:
    told = (folder / "target.yaml").read_text(encoding="utf-8")
    lacking = next(line for line in told.splitlines() if line.startswith("lacks:"))
    page = told.replace("shows: [import]", f"shows: [{kind}]").replace(lacking, "")
    (folder / "target.yaml").write_text(page, encoding="utf-8")
    assert round(len(specs((), str(folder / "target.yaml"), None, None, 1)), -1) == about
