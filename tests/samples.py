"""``make sample``: the report of one trial, small enough to be kept in the repository and opened from it.

It is what ``meanwhile run`` writes, without what is of the machine that ran it (when, how fast, which browser), and
with as many pictures as fit.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from harness.reporters.html import embedded
from tests.layout.repository import ROOT

COMMAND = ("meanwhile", "run", "offline-across-end", "--defect", "ignores-snapshot")
SAMPLE = ROOT / "reports" / "samples" / "offline-across-end.html"
MOST_BYTES = 400_000
PICTURE_BYTES = 250_000
TELLING = ("finding", "fault", "state", "end", "after", "before")
STARTED = "2026-01-01T00:00:00Z"
BROWSER = "Chromium"
ELEMENT = re.compile(r'(<script type="(?:application/json|text/plain)" id="(meanwhile-[\w-]+)">)([^<]*)(</script>\n?)')


def make(path: Path) -> None:
    """Run the trial and write its report."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "harness.cli", *COMMAND[1:], "--report", folder]
        subprocess.run(words, cwd=ROOT, check=False, capture_output=True)  # it ends with 1: there is a finding
        path.write_text(anywhere((Path(folder) / "index.html").read_text(encoding="utf-8")), encoding="utf-8")


def anywhere(report: str) -> str:
    """The report as it would be on any machine."""
    parts = held(report)
    data, trial = json.loads(parts["meanwhile-data"]), json.loads(parts["meanwhile-trial-0"])
    data["session"] |= {"started": STARTED, "wall_ms": 0, "command": " ".join(COMMAND)}
    data["trials"][0]["result"]["wall_ms"] = 0
    trial["header"]["browser"] = BROWSER
    trial["pictures"] = _some(trial["pictures"], parts)
    shown = {f"meanwhile-picture-{picture['image']}" for picture in trial["pictures"]}
    new = {**parts, "meanwhile-data": embedded(data), "meanwhile-trial-0": embedded(trial)}
    return ELEMENT.sub(lambda one: f"{one[1]}{new[one[2]]}{one[4]}" if _stays(one[2], shown) else "", report)


def held(report: str) -> dict[str, str]:
    """What a report holds, by the name of its element."""
    return {one[2]: one[3] for one in ELEMENT.finditer(report)}


def viewer(report: str) -> str:
    """The report without what it holds."""
    return ELEMENT.sub("", report)


def _stays(name: str, shown: set[str]) -> bool:
    return name in shown or not name.startswith("meanwhile-picture-")


def _some(pictures: list[dict[str, Any]], parts: dict[str, str]) -> list[dict[str, Any]]:
    """The most telling pictures, as many as there is room for, in the order of time."""
    kept: list[dict[str, Any]] = []
    for picture in sorted(pictures, key=lambda one: TELLING.index(one["kind"])):
        images = {one["image"] for one in (*kept, picture)}
        if sum(len(parts[f"meanwhile-picture-{image}"]) for image in images) <= PICTURE_BYTES:
            kept.append(picture)
    return sorted(kept, key=lambda one: int(one["at"]))


if __name__ == "__main__":
    make(SAMPLE)
    print(f"{SAMPLE.relative_to(ROOT)}: {SAMPLE.stat().st_size // 1024} kB")  # noqa: T201
