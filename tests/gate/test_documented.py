"""What docs/gate.md shows can be copied: the configuration and the baseline are read."""

import re
from pathlib import Path

import pytest

from harness.gate.baseline import read_baseline
from harness.gate.config import read_config
from harness.laws import ALL

TEXT = (Path(__file__).parents[2] / "docs" / "gate.md").read_text(encoding="utf-8")
LAWS = [law.info for law in ALL]


def shown(language: str) -> str:
    (block,) = re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)
    assert isinstance(block, str)
    return block


def test_the_configuration_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("meanwhile.toml").write_text(shown("toml"), encoding="utf-8")
    config = read_config(Path("meanwhile.toml"), LAWS)
    assert list(config.told.targets) == ["shop"]
    assert {law.id for law in config.levels(LAWS) if law.reason} == {"count-true"}


def test_the_baseline_is_one(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(shown("yaml"), encoding="utf-8")
    assert len(read_baseline(tmp_path / "b.yaml", LAWS).entries) == 1
