"""meanwhile.toml holds in pytest as it does on the command line: targets, laws that warn or are off, what is known."""

from pathlib import Path

import pytest

from tests.pytest_plugin.project import FLAW, pytest_in, scenario

pytestmark = pytest.mark.browser

CONFIG = """
[targets]
page = "reference"

[laws]
partial-named-partial = {level = "LEVEL", reason = "SHOP-12"}
outcome-breakdown-true = {level = "LEVEL", reason = "SHOP-12"}
no-overclaim = {level = "LEVEL", reason = "SHOP-12"}
"""


def judged(folder: Path, config: str, *words: str) -> str:
    scenario(folder, "mixed")
    (folder / "meanwhile.toml").write_text(config, encoding="utf-8")
    return pytest_in(folder, "--meanwhile-defect", FLAW, *words).stdout


def test_a_law_that_only_warns_fails_no_test_and_one_that_is_off_finds_nothing(tmp_path: Path) -> None:
    for level in ("warn", "off"):
        (tmp_path / level).mkdir()
        assert "1 passed" in judged(tmp_path / level, CONFIG.replace("LEVEL", level))
    assert '"status":"warned"' in (tmp_path / "warn/meanwhile-report/reference/results.jsonl").read_text("utf-8")
    told = (tmp_path / "off/meanwhile-report/reference/results.jsonl").read_text("utf-8")
    assert '"status"' not in told


def test_what_the_baseline_knows_fails_no_test(tmp_path: Path) -> None:
    known = """
version: 1
accepted:
  - target: reference+FLAW
    scenario: mixed
    law: partial-named-partial
    job: publish
    claim: ended
    reason: SHOP-12
""".replace("FLAW", FLAW)
    (tmp_path / "known.yaml").write_text(known, encoding="utf-8")
    assert "1 passed" in judged(tmp_path, "", "--meanwhile-baseline", "known.yaml")
    assert "there is no such file" in judged(tmp_path, "", "--meanwhile-baseline", "nowhere.yaml")


def test_what_is_wrong_in_the_config_is_said_with_its_line(tmp_path: Path) -> None:
    told = judged(tmp_path, CONFIG.replace("LEVEL", "off").replace("partial-named-partial", "partial-name"))
    assert "meanwhile.toml:6: " in told
    assert '"partial-name" is no law' in told
