"""``meanwhile install`` says what it did and what mends a failure."""

import pytest
from click.testing import CliRunner

from harness.cli import install as module
from harness.drive.install import NotInstalled, Say


def test_it_says_each_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "install_browser", lambda say: say("Found Chromium 156."))
    result = CliRunner().invoke(module.install)
    assert (result.exit_code, result.stdout) == (0, "Found Chromium 156.\n")


def test_a_failure_exits_2_with_the_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(say: Say) -> None:
        raise NotInstalled("no browser could be installed; run `x`")

    monkeypatch.setattr(module, "install_browser", fail)
    result = CliRunner().invoke(module.install)
    assert (result.exit_code, result.stderr) == (2, "no browser could be installed; run `x`\n")
