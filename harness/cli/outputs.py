"""The files of a session: the report's folder, JUnit, SARIF, a summary, the baseline."""

import sys
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TextIO

import click

from harness.cli.options import REPORT
from harness.cli.sinks import Sink, Sinks, follow, refusal
from harness.core.errors import UsageError
from harness.core.files import LinesFile, Standing, WholeFile
from harness.gate.grade import Gate
from harness.gate.writer import BaselineWriter
from harness.reporters.base import Reporter
from harness.reporters.html import HtmlReporter
from harness.reporters.jsonl import JsonLinesReporter
from harness.reporters.junit import junit
from harness.reporters.lines import LinesReporter
from harness.reporters.sarif import sarif
from harness.reporters.session import Render, SessionReporter
from harness.reporters.summary import summary
from harness.reporters.terminal import TerminalReporter
from harness.trace.events import Event

PAGE, RESULTS = "index.html", "results.jsonl"
_FOLDER = "name a folder that can be written"
_FILE = "name a file that can be written"


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """Where a session's results go. ``trace`` is off or on-finding. ``update``: write the baseline anew, with
    ``reason`` for what it adds.
    """

    folder: Path = REPORT
    as_json: bool = False
    pictures: bool = True
    trace: str = "off"
    junit: Path | None = None
    sarif: Path | None = None
    summary: Path | None = None
    update: bool = False
    reason: str | None = None


async def report(
    events: AsyncIterator[Event], source: AsyncGenerator[Any, None], output: Output, gate: Gate, *others: Reporter
) -> int:
    """Write everything that a session leaves behind, and say where. Returns the exit code.

    ``source`` is what the events come from; it is closed whatever happens. ``others`` listen too.
    """
    opened = Opened(output, gate)
    listening = [Sink(name="a listener", reporter=other, held=Standing(sys.stderr)) for other in others]
    async with aclosing(source):
        code = await follow(events, Sinks([*opened.sinks, *listening]), gate)
    if opened.baseline is not None:
        click.echo(f"Baseline: {opened.baseline.said}", err=output.as_json)
    click.echo(f"Report: {output.folder / PAGE}", err=output.as_json)
    return code


class Opened:
    """The sinks of a session, opened one after another; where one cannot be, those before it are let go.

    ``baseline`` is the one that writes the baseline, if any.
    """

    def __init__(self, output: Output, gate: Gate) -> None:
        """Raises UsageError where a file cannot be written, HarnessTrouble where the disk is full."""
        self._output = output
        self.sinks: list[Sink] = []
        self.baseline: BaselineWriter | None = None
        self._files: list[WholeFile] = []
        _check_apart(output, gate)
        try:
            self._open(gate)
            for file in self._files:
                file.forget_last()
        except BaseException:
            for sink in self.sinks:
                sink.held.discard()
            raise

    def _open(self, gate: Gate) -> None:
        output = self._output
        for option, path, render in (
            ("--junit", output.junit, junit),
            ("--sarif", output.sarif, sarif),
            ("--summary", output.summary, summary),
        ):
            if path is not None:
                self._whole(f"{option}: {path}", path, partial(self._told, render), _FILE)
        if output.update and gate.baseline is not None:
            self._writer(gate, gate.baseline.path)
        self._folder()
        self._streams()

    def _told(self, render: Render, stream: TextIO) -> Reporter:
        return SessionReporter(stream, self._output.folder, render)

    def _whole(self, named: str, path: Path, make: Callable[[TextIO], Reporter], way_out: str) -> None:
        try:
            file = WholeFile(path)
        except OSError as error:
            raise refusal(named, error, way_out) from None
        self._files.append(file)
        self.sinks.append(Sink(name=str(path), reporter=make(file.stream), held=file))

    def _writer(self, gate: Gate, path: Path) -> None:
        assert gate.baseline is not None
        try:
            file = WholeFile(path)
        except OSError as error:
            raise refusal(f"--baseline: {path}", error, _FILE) from None
        writer = self.baseline = BaselineWriter(file.stream, gate.baseline, self._output.reason)
        self.sinks.append(Sink(name=str(path), reporter=writer, held=file, is_done=lambda: writer.wrote))

    def _folder(self) -> None:
        folder = self._output.folder
        self._whole(f"--report: {folder}", folder / PAGE, lambda stream: HtmlReporter(stream, folder), _FOLDER)
        try:
            lines = LinesFile(folder / RESULTS)
        except OSError as error:
            raise refusal(f"--report: {folder}", error, _FOLDER) from None
        self.sinks.append(Sink(name=str(folder / RESULTS), reporter=JsonLinesReporter(lines), held=lines))

    def _streams(self) -> None:
        people = sys.stderr if self._output.as_json else sys.stdout
        if self._output.as_json:
            reporter = JsonLinesReporter(sys.stdout)
            self.sinks.append(Sink(name="standard output", reporter=reporter, held=Standing(sys.stdout)))
        told = TerminalReporter(people) if people.isatty() else LinesReporter(people)
        name = "standard error" if people is sys.stderr else "standard output"
        self.sinks.append(Sink(name=name, reporter=told, held=Standing(people)))


def _check_apart(output: Output, gate: Gate) -> None:
    """Raises UsageError where two options name one file."""
    named: list[tuple[str, Path | None]] = [
        ("--junit", output.junit),
        ("--sarif", output.sarif),
        ("--summary", output.summary),
        ("--baseline", gate.baseline.path if gate.baseline is not None else None),
        ("--report", output.folder / PAGE),
        ("--report", output.folder / RESULTS),
    ]
    seen: dict[Path, str] = {}
    for option, path in named:
        if path is None or (path.exists() and not path.is_file()):
            continue
        first = seen.setdefault(path.resolve(), option)
        if first != option:
            raise UsageError(f"{option}: {path} is what {first} names already; name another file")
