"""What is set on the command line comes before the configuration file, and that before what we choose."""

from pathlib import Path

import pytest

from harness.pytest_plugin.options import Options
from tests.pytest_plugin.project import pytest_in

pytestmark = pytest.mark.slow  # each starts pytest anew

INI = "[pytest]\nmeanwhile_targets =\n  reference\n  page/target.yaml\nmeanwhile_report = out\n"


ASKED = """
from harness.pytest_plugin.options import Options

def pytest_configure(config):
    print("options", Options.of(config))
"""


def options(folder: Path, *words: str) -> str:
    """What a pytest that runs in the folder takes for set."""
    (folder / "conftest.py").write_text(ASKED, "utf-8")
    told = pytest_in(folder, *words).stdout
    return next(line.removeprefix("options ") for line in told.splitlines() if line.startswith("options "))


def test_without_a_word_nothing_is_set(tmp_path: Path) -> None:
    expected = Options(targets=(), report=Path("meanwhile-report"), baseline=None, defect=None, pictures=False)
    assert options(tmp_path) == str(expected)


def test_the_configuration_file_names_targets_from_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text(INI, "utf-8")
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "target.yaml").touch()
    targets = ("reference", str(tmp_path / "page/target.yaml"))
    expected = Options(targets=targets, report=Path("out"), baseline=None, defect=None, pictures=False)
    assert options(tmp_path) == str(expected)


def test_the_command_line_comes_first(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text(INI, "utf-8")
    words = ("--meanwhile-target", "a", "--meanwhile-target", "b", "--meanwhile-report", "there")
    known = Path("known.yaml")
    expected = Options(targets=("a", "b"), report=Path("there"), baseline=known, defect="flaw", pictures=False)
    more = ("--meanwhile-defect", "flaw", "--meanwhile-baseline", str(known))
    assert options(tmp_path, *words, *more) == str(expected)
