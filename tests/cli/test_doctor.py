"""``meanwhile doctor`` tells what is there, what is not, and what mends it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from harness.cli import doctor as module
from harness.cli.doctor import Part
from harness.core.errors import HarnessTrouble


def asked(monkeypatch: pytest.MonkeyPatch, *parts: Part) -> Result:
    monkeypatch.setattr(module, "parts", lambda: parts)
    return CliRunner().invoke(module.doctor)


def missing() -> str:
    raise HarnessTrouble("none is found")


def test_what_is_missing_comes_with_the_command_that_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    there = Part(name="browser", needed="to judge", look=lambda: "Chromium 156", mend="x", always=True)
    lost = Part(name="Redis", needed="for some targets", look=missing, mend="apt-get install -y redis-server")
    result = asked(monkeypatch, there, lost)
    assert result.stdout.splitlines() == [
        "found    browser: Chromium 156",
        "missing  Redis, for some targets: none is found",
        "         mend it: apt-get install -y redis-server",
    ]
    assert result.exit_code == 0


def test_without_a_browser_nothing_can_be_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(monkeypatch, Part(name="browser", needed="", look=missing, mend="x", always=True)).exit_code == 2


def test_every_part_is_looked_for_and_can_be_mended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for variable in ("MEANWHILE_TOXIPROXY", "MEANWHILE_REDIS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(module, "find_browser_now", missing)
    said = CliRunner().invoke(module.doctor)
    assert said.exit_code == 2
    lines = [line.split()[0] for line in said.stdout.splitlines()]
    assert lines == ["missing", "mend"] * len(module.parts())
