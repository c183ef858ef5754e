"""``make findings``, its second part: the commands of ``docs/findings.md`` once more, on the library's real back end.

Each is run in both worlds at one speed: impersonated on virtual time, and on a real Celery in real time behind
Toxiproxy. What was found in either is recorded as a table of the page.
"""

import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.findings import PAGE, sections
from tests.layout.repository import ROOT

SPEED = 2
"""Faster, and a task has ended before a cut of ten seconds has."""
OF_THE_PAGE = {"message-complete", "status-announced"}
"""Found wherever something happens: the page of the README names no job, and has no live region."""
HEAD = ("| finding | scenario | found in both | impersonated alone | real alone |", "| --- | --- | --- | --- | --- |")
NONE = "–"
_TABLE = re.compile(re.escape(HEAD[0]) + r"\n(?:\|[^\n]*\n)+")
_HEADING = re.compile(r"^##+ (?:(CP\d) · )?(.+)$", re.MULTILINE)
Found = dict[str, set[str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A command of the page, and the laws that failed: in both worlds, in one of them alone."""

    finding: str
    scenario: str
    both: frozenset[str]
    impersonated: frozenset[str]
    real: frozenset[str]

    def __str__(self) -> str:
        laws = (", ".join(sorted(some)) or NONE for some in (self.both, self.impersonated, self.real))
        return f"| {' | '.join((self.finding, self.scenario, *laws))} |"


def rows(page: str) -> list[Row]:
    """What the page has recorded."""
    table = _TABLE.search(page)
    assert table is not None
    return [_row(line) for line in table[0].splitlines()[len(HEAD) :]]


def _row(line: str) -> Row:
    finding, scenario, *laws = (cell.strip() for cell in line.strip("|").split("|"))
    both, impersonated, real = (frozenset(told.split(", ")) - {NONE} for told in laws)
    return Row(finding=finding, scenario=scenario, both=both, impersonated=impersonated, real=real)


def named(page: str) -> list[tuple[str, str, str]]:
    """Every command of the page: the finding's name, the path of its scenario, its target."""
    headings = [(one.start(), one[1] or NONE) for one in _HEADING.finditer(page)]
    return [
        (next(name for at, name in reversed(headings) if at < one.span[0]), one.command[0], one.command[2])
        for one in sections(page)
    ]


def make() -> None:
    """Run everything in both worlds, and write the table."""
    page = PAGE.read_text(encoding="utf-8")
    told = named(page)
    found: dict[tuple[str, str], Found] = {}
    for target in dict.fromkeys(target for _, _, target in told):
        paths = [path for _, path, its in told if its == target]
        found[target, "virtual"] = _run(paths, target, "--time", "virtual")
        found[target, "real"] = _run(paths, f"{target}-real", "--time", "real")
    lines = [str(_compared(*one, found)) for one in told]
    PAGE.write_text(_TABLE.sub("\n".join((*HEAD, *lines)) + "\n", page), encoding="utf-8")


def _compared(finding: str, path: str, target: str, found: dict[tuple[str, str], Found]) -> Row:
    scenario = Path(path).stem
    virtual, real = (frozenset(found[target, time][scenario]) for time in ("virtual", "real"))
    both = virtual & real
    return Row(finding=finding, scenario=scenario, both=both, impersonated=virtual - both, real=real - both)


def _run(scenarios: list[str], target: str, *words: str) -> Found:
    """The laws that failed, by scenario."""
    with tempfile.TemporaryDirectory() as folder:
        told = ["run", *scenarios, "--target", target, *words, "--speed", str(SPEED), "--workers", "3", "--no-pictures"]
        command = [sys.executable, "-m", "harness.cli", *told, "--report", folder]
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
        if done.returncode > 1:
            sys.exit(done.stdout + done.stderr)
        records = map(json.loads, (Path(folder) / "results.jsonl").read_text(encoding="utf-8").splitlines())
        trials = [record for record in records if record["record"] == "trial"]
    return {
        trial["scenario"]: {one["law"] for one in trial["verdicts"] if one["verdict"] == "failed"} - OF_THE_PAGE
        for trial in trials
    }


if __name__ == "__main__":
    make()
    print(f"{PAGE.relative_to(ROOT)}: {len(rows(PAGE.read_text(encoding='utf-8')))} rows")  # noqa: T201
