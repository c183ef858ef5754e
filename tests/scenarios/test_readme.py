"""What scenarios/README.md shows can be typed: its file is a scenario, its message is the one that comes."""

import re
from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.core.resources import data
from harness.scenario import read

TEXT = (data("scenarios") / "README.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)[0]
MESSAGE = TEXT.rstrip().removesuffix("```").rstrip().splitlines()[-1]


def test_the_example_is_a_scenario() -> None:
    assert read.parse(EXAMPLE, Path("three-fail-offline.yaml")).id == "three-fail-offline"


def test_the_message_is_the_one_that_comes() -> None:
    with pytest.raises(UsageError) as raised:
        read.parse(EXAMPLE.replace("for: 60s", "for: 60"), Path("three-fail-offline.yaml"))
    assert str(raised.value) == MESSAGE


def test_the_families_are_the_folders() -> None:
    families = sorted(path.name for path in data("scenarios").iterdir() if path.is_dir())
    told = re.search(r"families: `([^`]+)`", TEXT)
    assert told is not None
    assert told[1].split() == families
