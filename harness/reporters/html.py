"""The report: one HTML file that holds the viewer and its data, and asks nothing of anyone."""

import base64
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from harness.core import resources
from harness.core.errors import HarnessTrouble
from harness.reporters.album import Page, album
from harness.reporters.timeline import timeline
from harness.reporters.words import absent_lines, remark_lines
from harness.trace.events import Event, SessionFinished, SessionStarted, TrialFinished
from harness.trace.plain import dumps, to_plain
from harness.trace.result import Picture, TrialResult
from harness.trace.trial import read_trial

VIEWER = "viewer/index.html"
SLOT = re.compile(r'(<script type="application/json" id="meanwhile-data">)(</script>)')
_MIME = {".webp": "image/webp", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


class HtmlReporter:
    """Writes the report when the session ends. ``directory`` is where results name their files from."""

    def __init__(self, stream: TextIO, directory: Path) -> None:
        """``stream`` stays open: whoever opened it closes it."""
        self._stream = stream
        self._directory = directory
        self._started: SessionStarted | None = None
        self._results: list[TrialResult] = []

    def handle(self, event: Event) -> None:
        """Take in one event."""
        match event:
            case SessionStarted():
                self._started = event
            case TrialFinished(result=result):
                self._results.append(result)
            case SessionFinished():
                self._write(event)
            case _:
                pass

    def close(self) -> None:
        """Nothing is held."""

    def _write(self, finished: SessionFinished) -> None:
        if self._started is None:
            raise HarnessTrouble("the session ended before it started: no report can be written")
        viewer = resources.built(VIEWER).read_text(encoding="utf-8")
        data = report_data(self._started, self._results, finished, self._directory)
        self._stream.write(page(viewer, data))
        self._stream.flush()


def page(viewer: str, data: dict[str, Any]) -> str:
    """The viewer with its data inside."""
    if len(SLOT.findall(viewer)) != 1:
        raise HarnessTrouble("the built report viewer has no place for its data; build it again with `npm run build`")
    return SLOT.sub(lambda slot: slot[1] + embedded(data) + slot[2], viewer)


def embedded(data: dict[str, Any]) -> str:
    """JSON that no text in it can break out of: ASCII only, and no ``<``, ``>`` or ``&``, whatever a page said."""
    text = dumps(data)
    for mark in "<>&":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text


def report_data(
    started: SessionStarted, results: Sequence[TrialResult], finished: SessionFinished, directory: Path
) -> dict[str, Any]:
    """What the viewer is given (reports/viewer/src/data.ts reads it)."""
    totals = finished.totals
    scenarios = {scenario.id: to_plain(scenario) for scenario in started.scenarios}
    return {
        "session": {
            "started": started.started,
            "command": started.command,
            "version": started.version,
            "target": to_plain(started.target),
            "exit": finished.exit_code,
            "wall_ms": totals.wall_ms,
            "virtual_ms": totals.virtual_ms,
            "never_armed": list(totals.never_armed),
            "scope": started.scope,
            "shard": started.shard,
            "baseline": started.baseline,
            "remarks": [*remark_lines(started), *absent_lines(totals)],
            "new": totals.new,
            "accepted": totals.accepted,
            "warned": totals.warned,
            "broken_off": finished.broken_off,
        },
        "laws": [to_plain(law) for law in started.laws],
        "trials": [
            _trial(result, shown, scenarios, directory) for result, shown in zip(results, album(results), strict=True)
        ],
    }


def _trial(result: TrialResult, shown: Page, scenarios: dict[str, Any], directory: Path) -> dict[str, Any]:
    unknown = {"id": result.scenario, "title": result.scenario, "source": ""}
    return {
        "scenario": scenarios.get(result.scenario, unknown),
        "result": replace(result, pictures=()).to_json(),
        **_stored(result, directory),
        "pictures": [_picture(picture, directory) for picture in shown.pictures],
        "pictured_in": shown.pictured_in,
    }


def _stored(result: TrialResult, directory: Path) -> dict[str, Any]:
    if result.file is None:
        return {"header": None, "timeline": None}
    trial = read_trial(directory / result.file)
    return {"header": to_plain(trial.header), "timeline": timeline(trial)}


def _picture(picture: Picture, directory: Path) -> dict[str, Any]:
    path = directory / picture.file
    mime = _MIME.get(path.suffix)
    if mime is None:
        raise HarnessTrouble(f"{path}: a picture of the report is one of {', '.join(_MIME)}")
    packed = base64.b64encode(path.read_bytes()).decode("ascii")
    shown = {"at": picture.at_ms, "label": picture.label, "why": picture.why, "finding": picture.finding}
    return {**shown, "tab": picture.tab, "src": f"data:{mime};base64,{packed}"}
