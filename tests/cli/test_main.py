"""Whatever goes wrong ends in a sentence and an exit code: 2 is the person's to mend, 3 is ours."""

import subprocess
import sys

import click
import pytest

from harness.cli import main as module
from harness.core.errors import HarnessTrouble, UsageError


def command(*words: str) -> subprocess.CompletedProcess[str]:
    """The real command, in a process of its own."""
    line = [sys.executable, "-m", "harness.cli", *words]
    return subprocess.run(line, capture_output=True, text=True, check=False)


def ending(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int | str | None:
    """The exit code where the command raises that."""

    def broken(*, standalone_mode: bool) -> None:
        raise error

    monkeypatch.setattr(module.cli, "main", broken)
    with pytest.raises(SystemExit) as exited:
        module.main()
    return exited.value.code


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UsageError("a.yaml:3: wrong; write x"), 2, "a.yaml:3: wrong; write x\n"),
        (HarnessTrouble("the browser gave up"), 3, "the browser gave up\n"),
        (click.exceptions.Abort(), 130, "interrupted\n"),
        (KeyboardInterrupt(), 130, "interrupted\n"),
    ],
)
def test_each_trouble_has_its_sentence_and_its_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, code: int, said: str
) -> None:
    assert ending(monkeypatch, error) == code
    assert capsys.readouterr().err == said


def test_who_interrupts_a_run_is_told_what_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["meanwhile", "run", "black-hole"])
    assert ending(monkeypatch, KeyboardInterrupt()) == 130
    assert capsys.readouterr().err == "interrupted; what was judged so far is in the report's results.jsonl\n"


def test_a_mistake_of_ours_is_not_taken_for_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ending(monkeypatch, ZeroDivisionError("oh")) == 3
    said = capsys.readouterr().err
    assert "trouble of our own: ZeroDivisionError: oh" in said
    assert "Traceback" not in said


def test_every_command_is_there() -> None:
    context = click.Context(module.cli)
    for name in ("run", "merge", "show", "words", "laws", "list", "prove", "agree", "init", "install", "doctor"):
        found = module.cli.get_command(context, name)
        assert found is not None
        assert found.name == name
    assert len(module.cli.list_commands(context)) == 11


@pytest.mark.parametrize("words", [("nope",), ("run", "--bogus"), ("show",)])
def test_wrong_usage_exits_2_without_a_traceback(words: tuple[str, ...]) -> None:
    done = command(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("words", "begins"), [(("--version",), "meanwhile, version "), (("-h",), "Usage: ")])
def test_it_says_what_it_is(words: tuple[str, ...], begins: str) -> None:
    done = command(*words)
    assert done.returncode == 0
    assert done.stdout.startswith(begins)
