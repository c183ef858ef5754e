"""``meanwhile merge``: the parts of a session into one report and one verdict."""

import asyncio
import sys
from pathlib import Path
from typing import Any

import click

from harness.cli.options import FOLDER, baselines, outputs, taken
from harness.cli.outputs import Output, report
from harness.cli.typed import typed
from harness.core.errors import UsageError
from harness.core.stopwatch import today
from harness.engine.chosen import Asked, known
from harness.engine.merge import Whole, read_whole
from harness.engine.session import events, shown_path
from harness.gate.grade import Gate
from harness.trace.events import NAMED


@click.command()
@click.argument("folders", nargs=-1, required=True, type=FOLDER, metavar="FOLDER...")
@outputs
@baselines
def merge(folders: tuple[Path, ...], **words: Any) -> None:
    """Put the parts of a session together: one report, one verdict.

    FOLDER is the --report folder of a part (`meanwhile run --shard 2/4`). The baseline is held against the whole. A
    session that was not split may be given as well, to hold it against another baseline.
    """
    whole = read_whole(folders)
    gate = _gate(whole, taken(Asked, words))
    output = taken(Output, words)
    _check_apart(folders, output.folder)
    sys.exit(asyncio.run(_merge(whole, gate, output)))


async def _merge(whole: Whole, gate: Gate, output: Output) -> int:
    held = gate.baseline
    first = whole.started(typed(), shown_path(held.path) if held else "", held.remarks if held else ())
    trials = whole.happenings(output.folder)
    return await report(events(first, trials, gate, whole), trials, output, gate)


def _gate(whole: Whole, asked: Asked) -> Gate:
    """The laws mean what they meant when the parts were run: what was off then was not judged."""
    laws = whole.first.laws
    if asked.update and whole.first.scope == NAMED:
        raise UsageError("--update-baseline needs a complete run; these parts were run with the names of scenarios")
    baseline = known(asked.baseline, laws, update=asked.update, reason=asked.reason)
    return Gate(laws=laws, today=today(), baseline=baseline)


def _check_apart(folders: tuple[Path, ...], out: Path) -> None:
    if out.resolve() in {folder.resolve() for folder in folders}:
        raise UsageError(f"--report: {out} is one of the parts; name another folder, such as --report merged")
