"""A function of a Python file beside a target; what is wrong with the file, in a sentence."""

from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.targets.python_file import function


def written(folder: Path, source: str) -> Path:
    path = folder / "feed.py"
    path.write_text(source, encoding="utf-8")
    return path


def test_it_is_found_and_leaves_nothing_beside_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "def feed():\n    return __file__\n")
    assert function(path, "feed", "", "a back end")() == str(path)
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_without_it_says_what_to_define(tmp_path: Path) -> None:
    path = written(tmp_path, "feed = 1\n")
    with pytest.raises(UsageError) as caught:
        function(path, "feed", "", "a back end")
    assert str(caught.value) == f"{path} has no function feed(); define it and return a back end"


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "import nowhere_to_be_found\n")
    with pytest.raises(UsageError, match='needs the Python package "nowhere_to_be_found", which is not there; install'):
        function(path, "feed", "", "a back end")
