"""``make findings``: every command of ``docs/findings.md``, run; its sentences and pictures, written anew.

The page says which laws it quotes below a command (``- **law**: sentence``). What they find there is filled in. The
picture is that of the first law's first finding; one with a title ("80s") is that of this moment.
"""

import json
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.core.durations import parse
from harness.engine.spec import TrialSpec
from harness.trace.result import TrialResult
from tests.layout.repository import ROOT

PAGE = ROOT / "docs" / "findings.md"
PICTURES = PAGE.parent / "pictures" / "findings"
MOST_BYTES = 60_000
_SECTION = re.compile(
    r"```\nmeanwhile run (?P<words>[^\n]+)\n```\n\n"
    r"(?P<quoted>(?:- \*\*[\w-]+\*\*:[^\n]*\n)*)\n?"
    r"!\[(?P<alt>[^\]]+)\]\(pictures/findings/(?P<picture>[\w-]+\.webp)(?: \"(?P<moment>[^\"]+)\")?\)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """One command of the page, what it quotes below it, and the picture."""

    command: tuple[str, ...]
    quoted: str
    picture: str
    moment_ms: int | None
    span: tuple[int, int]
    """where ``quoted`` stands in the page"""

    @property
    def laws(self) -> tuple[str, ...]:
        """The laws that are quoted, each once."""
        return tuple(dict.fromkeys(re.findall(r"^- \*\*([\w-]+)\*\*:", self.quoted, re.MULTILINE)))

    @property
    def spec(self) -> TrialSpec:
        """The trial that the command runs."""
        scenario, _, target = self.command
        return TrialSpec(scenario=str(ROOT / scenario), target=target)

    def lines(self, told: list[tuple[str, str]]) -> str:
        """What has to be quoted, where this was found: law and sentence."""
        return "".join(f"- **{law}**: {sentence}\n" for law in self.laws for found, sentence in told if found == law)


def sections(page: str) -> list[Section]:
    """Every command of the page."""
    return [
        Section(
            command=tuple(shlex.split(one["words"])),
            quoted=one["quoted"],
            picture=one["picture"],
            moment_ms=parse(one["moment"]) if one["moment"] else None,
            span=one.span("quoted"),
        )
        for one in _SECTION.finditer(page)
    ]


def told_by(result: TrialResult) -> list[tuple[str, str]]:
    """What a trial found: law and sentence."""
    return [(finding.law, finding.sentence) for finding in result.findings]


def make() -> None:
    """Run every command, and write page and pictures."""
    page = PAGE.read_text(encoding="utf-8")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for section in reversed(sections(page)):
        start, end = section.span
        page = page[:start] + _run(section) + page[end:]
    PAGE.write_text(page, encoding="utf-8")


def _run(section: Section) -> str:
    """What is to be quoted; the picture is written."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "harness.cli", "run", *section.command, "--report", folder]
        subprocess.run(words, cwd=ROOT, check=False, capture_output=True)  # it ends with 1 where something is found
        records = map(json.loads, (Path(folder) / "results.jsonl").read_text(encoding="utf-8").splitlines())
        trial = next(record for record in records if record["record"] == "trial")
        (PICTURES / section.picture).write_bytes((Path(folder) / _picture(section, trial)["file"]).read_bytes())
    return section.lines([(finding["law"], finding["sentence"]) for finding in _findings(trial)])


def _findings(trial: dict[str, Any]) -> list[dict[str, Any]]:
    return [finding for verdict in trial["verdicts"] for finding in verdict.get("findings", ())]


def _picture(section: Section, trial: dict[str, Any]) -> dict[str, Any]:
    pictures: list[dict[str, Any]] = trial["pictures"]
    if section.moment_ms is not None:
        return [one for one in pictures if one["at_ms"] <= section.moment_ms][-1]
    return next(one for one in pictures if one.get("finding") and one["label"] == section.laws[0])


if __name__ == "__main__":
    make()
    print(f"{PAGE.relative_to(ROOT)}: {len(sections(PAGE.read_text(encoding='utf-8')))} commands")  # noqa: T201
