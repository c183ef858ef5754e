"""``make pictures``: how the breach of each law looks. Runs the defect that each law is tested on, keeps the picture of
the first finding and its sentence in ``fixtures/laws``, and writes ``docs/laws.md`` from them.
``LAWS="count-true"`` takes those of these laws alone."""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from harness.cli.breaches import FOLDER, TOLD, Seen, seen
from harness.cli.demo import Seen as Results
from harness.cli.outputs import Output
from harness.cli.run import run_session
from harness.engine.prepare import defects
from harness.engine.session import SessionSpec
from harness.engine.spec import TrialSpec
from harness.laws import ALL
from harness.laws.base import Law
from tests.fixtures import specs
from tests.layout.repository import ROOT

PAGE = ROOT / "docs" / "laws.md"
HEAD = """# The laws

What a page is held to. `meanwhile laws ID` prints one of them, `meanwhile list laws` the scenarios that put each
to the test. Each picture is the reference page with a flaw that was put into it on purpose, at the moment at which
the law found it. `make pictures` writes this page.
"""


def take(law: str, spec: TrialSpec, folder: Path) -> Seen:
    """Run the trial, and keep the picture of the law's first finding."""
    results = Results()
    with tempfile.TemporaryDirectory() as report:
        session = SessionSpec(trials=(spec,), target="reference", defect=spec.defect, command="make pictures")
        run_session(session, Output(folder=Path(report)), 1, results)
        (result,) = results.results
        finding = next(finding for finding in result.findings if finding.law == law)
        picture = next(one for one in result.pictures if one.finding == finding.fingerprint)
        shutil.copyfile(Path(report) / picture.file, folder / f"{law}.webp")
    return Seen(defect=str(spec.defect), scenario=result.scenario, sentence=finding.sentence, picture=f"{law}.webp")


def record(laws: Sequence[str]) -> None:
    """Take those of these laws, and write what is known of all."""
    folder = ROOT / FOLDER
    folder.mkdir(exist_ok=True)
    known = seen() if (folder / TOLD).is_file() else {}
    for law in laws:
        known[law] = take(law, specs([law])[f"{law}/fails"], folder)
    told = {law.id: asdict(known[law.id]) for law in ALL if law.id in known}
    (folder / TOLD).write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """All laws, to be read."""
    return "\n".join([HEAD, *(line for law in ALL for line in _section(law))])


def _section(law: Law) -> Iterable[str]:
    one = seen()[law.id]
    yield f"## {law.title}\n"
    yield f"`{law.id}` · {law.severity.value} · {law.source}\n"
    yield f"{law.requires}\n"
    yield f"**Why.** {law.why}\n"
    yield f"**What a good page does.** {law.instead}\n"
    yield f"![{law.failure_title}](../{FOLDER}/{one.picture})\n"
    yield f"*{law.failure_title}.* {one.sentence[0].upper()}{one.sentence[1:]}\n"
    yield f"See it: `meanwhile run {one.scenario} --defect {one.defect}`\n"
    yield f"Caught as well: {', '.join(_others(law, one))}.\n"


def _others(law: Law, one: Seen) -> list[str]:
    return [f"`{flaw['id']}`" for flaw in defects() if flaw["law"] == law.id and flaw["id"] != one.defect]


if __name__ == "__main__":
    record(sys.argv[1:] or [law.id for law in ALL])
