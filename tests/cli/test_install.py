"""``meanwhile install`` says what it did and what mends a failure."""

from functools import partial

import click
import pytest
from click.testing import CliRunner, Result

from harness.cli import install as module
from harness.drive.install import NotInstalled
from harness.serve.toxiproxy_binary import NoToxiproxy


def installed(monkeypatch: pytest.MonkeyPatch, *words: str, **fails: Exception) -> Result:
    def way(name: str) -> None:
        if name in fails:
            raise fails[name]
        click.echo(f"Found {name}.")

    for name in module.PARTS:
        monkeypatch.setitem(module.PARTS, name, partial(way, name))
    return CliRunner().invoke(module.install, words)


def test_it_says_each_step(monkeypatch: pytest.MonkeyPatch) -> None:
    result = installed(monkeypatch)
    assert (result.exit_code, result.stdout) == (0, "Found browser.\nFound toxiproxy.\n")
    assert installed(monkeypatch, "redis").stdout == "Found redis.\n"


def test_one_part_alone_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    assert installed(monkeypatch, "toxiproxy").stdout == "Found toxiproxy.\n"
    assert installed(monkeypatch, "proxy").exit_code == 2


def test_a_failure_exits_2_with_the_sentence_and_the_other_part_is_tried_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    result = installed(monkeypatch, browser=NotInstalled("no browser could be installed; run `x`"))
    assert (result.exit_code, result.stderr) == (2, "no browser could be installed; run `x`\n")
    assert result.stdout == "Found toxiproxy.\n"


def test_all_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    fails = {"browser": NotInstalled("no browser"), "toxiproxy": NoToxiproxy("no proxy")}
    assert installed(monkeypatch, **fails).stderr == "no browser\nno proxy\n"
