"""The reports of a pytest session: for each target the same folder that ``meanwhile run`` writes."""

import shlex
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from harness.core.stopwatch import now_iso
from harness.engine.session import ended, finished
from harness.gate.grade import Gate
from harness.pytest_plugin.options import Options
from harness.pytest_plugin.settings import settings
from harness.pytest_plugin.told import Told
from harness.reporters.base import Reporter
from harness.reporters.html import HtmlReporter
from harness.reporters.jsonl import JsonLinesReporter
from harness.reporters.words import never_judged
from harness.trace.events import Event, SessionFinished, SessionStarted


def write_reports(options: Options, lines: Sequence[str]) -> None:
    """One folder a target: results.jsonl and index.html."""
    for target, told in by_target(lines):
        folder = options.report / target
        folder.mkdir(parents=True, exist_ok=True)  # a trial that could not be driven leaves nothing behind
        with (
            (folder / "results.jsonl").open("w", encoding="utf-8") as machine,
            (folder / "index.html").open("w", encoding="utf-8") as page,
        ):
            _tell([JsonLinesReporter(machine), HtmlReporter(page, folder)], told, settings(options).gate)


def summary(options: Options, lines: Sequence[str]) -> Iterator[str]:
    """Where each report is, and the laws that never had anything to judge."""
    for target, told in by_target(lines):
        yield f"Report: {options.report / target / 'index.html'}"
        totals = _ended(told, settings(options).gate).totals
        never = never_judged(totals, len({one.result.scenario for one in told}))
        if never:
            yield f"Never put to the test on {target}: {', '.join(never)}"


def by_target(lines: Sequence[str]) -> list[tuple[str, list[Told]]]:
    """What was judged on each target, each trial once: one that was run again comes out the same."""
    trials = {(told.target.id, told.result.id): told for told in map(Told.decode, lines)}
    ordered = [trials[key] for key in sorted(trials)]
    return [(target, list(held)) for target, held in groupby(ordered, key=lambda told: told.target.id)]


def _tell(reporters: Sequence[Reporter], told: Sequence[Told], gate: Gate) -> None:
    for event in _events(told, gate):
        for reporter in reporters:
            reporter.handle(event)


def _events(told: Sequence[Told], gate: Gate) -> Iterator[Event]:
    yield _started(told, gate)
    for one in told:
        yield from finished(one.result)
    yield _ended(told, gate)


def _started(told: Sequence[Told], gate: Gate) -> SessionStarted:
    return SessionStarted(
        scenarios=tuple({one.scenario.id: one.scenario for one in told}.values()),
        target=told[0].target,
        laws=gate.laws,
        started=now_iso(),
        command=shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]]),
        version=version("meanwhile"),
        trials=len(told),
    )


def _ended(told: Sequence[Told], gate: Gate) -> SessionFinished:
    results = [one.result for one in told]
    return ended(results, sum(result.wall_ms for result in results), gate)
