"""``make demo`` exits 0 only where the flawed page broke its one law and the clean one kept them all."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.cli import demo as module
from harness.cli.outputs import Output
from harness.core.errors import HarnessTrouble
from harness.core.verdicts import Severity
from harness.engine.session import SessionSpec
from harness.reporters.base import Reporter
from harness.trace.events import TrialFinished
from harness.trace.result import Finding, TrialResult


def finding(law: str) -> Finding:
    return Finding(
        law=law, at_ms=1, until_ms=None, job="publish", run=1, said="a", truth="b", sentence="c", why="d", tab=0,
        fingerprint="e", severity=Severity.BLOCKER,
    )  # fmt: skip


CLEAN = TrialResult(
    id="t", scenario="seller-publish", target="reference", defect=None, seed=7, repeat=1, verdicts=(), findings=(),
    exit=0, truth_hash="", screen_hash="", wall_ms=1, virtual_ms=1, replay="",
)  # fmt: skip
FLAWED = replace(CLEAN, defect=module.DEFECT, findings=(finding(module.LAW),), exit=1)


def play(monkeypatch: pytest.MonkeyPatch, folder: Path, flawed: TrialResult, clean: TrialResult) -> list[SessionSpec]:
    """The demo, where the two trials come out like that."""
    asked = []

    def session(spec: SessionSpec, output: Output, workers: int, *others: Reporter) -> int:
        asked.append(spec)
        assert output.folder == folder
        for result in (flawed, clean):
            others[0].handle(TrialFinished(result=result))
        return 1

    monkeypatch.setattr(module, "run_session", session)
    module.demo(folder)
    return asked


def test_it_runs_the_sellers_publish_flawed_and_clean(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (asked,) = play(monkeypatch, tmp_path, FLAWED, CLEAN)
    assert [(trial.scenario, trial.defect) for trial in asked.trials] == [
        ("seller-publish", "ignores-snapshot"),
        ("seller-publish", None),
    ]
    assert capsys.readouterr().out.startswith("As expected: ")


@pytest.mark.parametrize(
    ("flawed", "clean"),
    [
        (replace(FLAWED, findings=()), CLEAN),
        (replace(FLAWED, findings=(finding(module.LAW), finding("count-true"))), CLEAN),
        (FLAWED, replace(CLEAN, exit=1)),
        (FLAWED, replace(CLEAN, exit=3, error="the browser went away")),
    ],
)
def test_anything_else_is_trouble(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, flawed: TrialResult, clean: TrialResult
) -> None:
    with pytest.raises(HarnessTrouble, match="the demo expects one broken law, reconnect-catches-up"):
        play(monkeypatch, tmp_path, flawed, clean)


def test_trouble_ends_in_its_sentence_and_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(folder: Path) -> None:
        raise HarnessTrouble("the browser went away")

    monkeypatch.setattr(module, "demo", broken)
    with pytest.raises(SystemExit) as exited:
        module.main()
    assert exited.value.code == 3
    assert capsys.readouterr().err == "the browser went away\n"
