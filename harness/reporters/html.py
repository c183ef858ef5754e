"""The report: one HTML file that holds the viewer and its data, and asks nothing of anyone."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from harness.core import resources
from harness.core.errors import HarnessTrouble
from harness.reporters.album import album
from harness.reporters.timeline import timeline
from harness.reporters.words import absent_lines, never_judged, remark_lines
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
        data = report_data(self._started, self._results, finished)
        self._stream.writelines(page(viewer, data, parts(self._results, self._directory)))
        self._stream.flush()


def page(viewer: str, data: dict[str, Any], parts: Iterable[str] = ()) -> Iterator[str]:
    """The viewer with its data inside, piece by piece."""
    if len(SLOT.findall(viewer)) != 1:
        raise HarnessTrouble("the built report viewer has no place for its data; build it again with `npm run build`")
    head, slot, end, tail = SLOT.split(viewer)
    yield from (head, slot, embedded(data), end)
    yield from parts
    yield tail


def embedded(data: dict[str, Any]) -> str:
    """JSON that no text in it can break out of: ASCII only, and no ``<``, ``>`` or ``&``, whatever a page said."""
    text = dumps(data)
    for mark in "<>&":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text


def report_data(started: SessionStarted, results: Sequence[TrialResult], finished: SessionFinished) -> dict[str, Any]:
    """What the viewer reads first (reports/viewer/src/data.ts): everything but what only one trial's page needs."""
    totals = finished.totals
    scenarios = {scenario.id: to_plain(scenario) for scenario in started.scenarios}
    known = [scenarios.get(result.scenario) or _unknown(result.scenario) for result in results]
    return {
        "session": {
            "started": started.started,
            "command": started.command,
            "version": started.version,
            "target": to_plain(started.target),
            "exit": finished.exit_code,
            "wall_ms": totals.wall_ms,
            "virtual_ms": totals.virtual_ms,
            "never_armed": list(never_judged(totals, len(started.scenarios))),
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
            {"scenario": scenario, "result": replace(result, pictures=()).to_json()}
            for scenario, result in zip(known, results, strict=True)
        ],
    }


def _unknown(scenario: str) -> dict[str, Any]:
    return {"id": scenario, "title": scenario, "source": ""}


def parts(results: Sequence[TrialResult], directory: Path) -> Iterator[str]:
    """What is read when it is looked at: a part a trial, and each picture once, whoever shows it."""
    written: set[str] = set()
    for number, (result, shown) in enumerate(zip(results, album(results), strict=True)):
        images = {picture.file: _image(directory / picture.file) for picture in shown.pictures}
        for name, image in images.values():
            if name not in written:
                written.add(name)
                yield f'<script type="text/plain" id="meanwhile-picture-{name}">{image}</script>\n'
        pictures = [_picture(picture, images[picture.file][0]) for picture in shown.pictures]
        part = {**_stored(result, directory), "pictures": pictures, "pictured_in": shown.pictured_in}
        yield f'<script type="application/json" id="meanwhile-trial-{number}">{embedded(part)}</script>\n'


def _stored(result: TrialResult, directory: Path) -> dict[str, Any]:
    if result.file is None:
        return {"header": None, "timeline": None}
    trial = read_trial(directory / result.file)
    return {"header": to_plain(trial.header), "timeline": timeline(trial)}


def _picture(picture: Picture, name: str) -> dict[str, Any]:
    told = {"at": picture.at_ms, "kind": picture.kind, "label": picture.label, "why": picture.why}
    return {**told, "finding": picture.finding, "tab": picture.tab, "image": name}


def _image(path: Path) -> tuple[str, str]:
    """A name that equal pictures share, and the picture as an address that holds it."""
    mime = _MIME.get(path.suffix)
    if mime is None:
        raise HarnessTrouble(f"{path}: a picture of the report is one of {', '.join(_MIME)}")
    held = path.read_bytes()
    return hashlib.sha256(held).hexdigest()[:16], f"data:{mime};base64,{base64.b64encode(held).decode('ascii')}"
