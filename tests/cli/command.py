"""The real command, in a folder of its own; and reports of sessions that were made by hand."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from typing import IO, Any
from unittest.mock import patch

from harness.cli.main import main
from harness.core.verdicts import Level
from harness.laws import ALL
from harness.trace.about import LawInfo, ScenarioInfo, TargetInfo
from harness.trace.result import Finding, LawVerdict, Picture, TrialResult
from harness.trace.results import EndLine, Line, SessionLine, encode_result
from tests.gate.made import trial

LAWS = tuple(law.info for law in ALL)
PICTURE = b"\xff\xd8\xff a picture"


@dataclass(frozen=True, kw_only=True)
class Done:
    """How a call ended."""

    returncode: int
    stdout: str
    stderr: str


def meanwhile(folder: Path, *words: str) -> Done:
    """``meanwhile`` as its script starts it, in this process: a process of its own costs a second."""
    out, err = StringIO(), StringIO()
    with patch.object(sys, "argv", ["meanwhile", *words]), chdir(folder), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
            code: object = 0
        except SystemExit as ended:
            code = ended.code or 0
    assert isinstance(code, int)
    return Done(returncode=code, stdout=out.getvalue(), stderr=err.getvalue())


def process(folder: Path, *words: str, stdout: int | IO[str] = subprocess.PIPE, most: int | None = None) -> Done:
    """``meanwhile`` in a process of its own; ``most`` is how many bytes the system lets its files grow to."""
    command = [sys.executable, "-m", "harness.cli", *words]
    held_back = {**os.environ, "PYTHONUNBUFFERED": ""}
    limit = None if most is None else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    done = subprocess.run(
        command,
        cwd=folder,
        env=held_back,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    return Done(returncode=done.returncode, stdout=done.stdout or "", stderr=done.stderr)


def tried(scenario: str, *findings: Finding, **rest: Any) -> TrialResult:
    """A trial on the page ``shop``, in which every law passed that has no finding here."""
    made = trial(*findings, scenario=scenario, id=f"{scenario}--shop--seed-3", **rest)
    other = [law.id for law in LAWS if law.id not in {verdict.law for verdict in made.verdicts}]
    passed = made.verdicts[-1]
    assert not passed.findings
    return replace(
        made, verdicts=(*made.verdicts, *(LawVerdict(law=id, verdict=passed.verdict, judged=1) for id in other))
    )


def shard(
    folder: Path,
    results: Sequence[TrialResult],
    *,
    name: str = "",
    plan: Iterable[TrialResult] = (),
    laws: tuple[LawInfo, ...] = LAWS,
    **rest: Any,
) -> Path:
    """The report's folder that a part of a session leaves behind: results, no stored trials."""
    folder.mkdir(parents=True, exist_ok=True)
    session = SessionLine(
        started="2026-11-30T09:00:00Z",
        command="meanwhile run",
        version=version("meanwhile"),
        target=TargetInfo(id="shop", title="The shop"),
        defect=None,
        scenarios=tuple(ScenarioInfo(id=one.scenario, title=one.scenario, source="") for one in results),
        laws=laws,
        plan=tuple(one.id for one in plan or results),
        shard=name,
    )
    end = EndLine(
        exit=max((one.exit for one in results), default=0), trials=len(results), findings=0, errors=0, wall_ms=900,
        virtual_ms=0, verdicts={}, never_armed=(),
    )  # fmt: skip
    lines: list[Line] = [replace(session, **rest), *results, end]
    (folder / "results.jsonl").write_text("".join(f"{encode_result(line)}\n" for line in lines), encoding="utf-8")
    return folder


def pictured(folder: Path, result: TrialResult) -> TrialResult:
    """The same trial, with a picture of its first finding."""
    found = result.findings[0]
    shown = Picture(at_ms=found.at_ms, label="x", why="y", file="pictures/one.jpeg", finding=found.fingerprint)
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    (folder / shown.file).write_bytes(PICTURE)
    return replace(result, pictures=(shown,))


def at(level: Level, law: str, reason: str = "later") -> tuple[LawInfo, ...]:
    """The laws, one of them at another level."""
    return tuple(replace(one, level=level, reason=reason) if one.id == law else one for one in LAWS)
