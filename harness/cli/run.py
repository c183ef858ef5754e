"""``meanwhile run``: judge a UI in a real browser, on virtual time."""

import asyncio
import shlex
import sys
from collections.abc import AsyncGenerator
from contextlib import ExitStack, aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import click

from harness.core.errors import UsageError
from harness.engine.run_trial import Keep
from harness.engine.session import Happening, SessionSpec, announce, events, specs
from harness.fleet.inline import run_inline
from harness.fleet.processes import run_in_processes
from harness.reporters.base import Reporter
from harness.reporters.html import HtmlReporter
from harness.reporters.jsonl import JsonLinesReporter
from harness.reporters.lines import LinesReporter
from harness.reporters.terminal import TerminalReporter
from harness.trace.events import SessionFinished, SessionStarted

REPORT = Path("meanwhile-report")


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """Where a session's results go."""

    folder: Path = REPORT
    as_json: bool = False
    pictures: bool = True


@click.command()
@click.argument("scenarios", nargs=-1, metavar="[SCENARIO]...")
@click.option("--target", default="reference", metavar="FILE", help="The UI to judge: a target file, or a target's id.")
@click.option("--defect", metavar="ID", help="Judge the reference UI with this deliberate flaw (see `meanwhile list`).")
@click.option("--repeat", type=click.IntRange(min=1), default=1, help="How often to run each scenario.")
@click.option("--seed", type=click.IntRange(min=0), help="Another seed than each scenario's own.")
@click.option("--workers", type=click.IntRange(min=1), default=1, help="How many browsers side by side.")
@click.option("--report", type=click.Path(file_okay=False, path_type=Path), default=REPORT, show_default=True)
@click.option("--pictures/--no-pictures", default=True, help="Pictures in the report; without them a run is quicker.")
@click.option("--json", "as_json", is_flag=True, help="Results as JSON Lines on standard output.")
def run(
    scenarios: tuple[str, ...],
    target: str,
    defect: str | None,
    repeat: int,
    seed: int | None,
    workers: int,
    report: Path,
    pictures: bool,
    as_json: bool,
) -> None:
    """Judge a UI in a real browser, on virtual time.

    SCENARIO is an id (see `meanwhile list`) or the path of a file; without one, all that the target can show are run.
    """
    trials = specs(scenarios, target, defect, seed, repeat)
    command = shlex.join(["meanwhile", *sys.argv[1:]])
    session = SessionSpec(trials=trials, target=target, defect=defect, command=command)
    sys.exit(run_session(session, Output(folder=report, as_json=as_json, pictures=pictures), workers))


def run_session(session: SessionSpec, output: Output, workers: int = 1, *others: Reporter) -> int:
    """Run a session and write its report; ``others`` listen too. Returns the exit code."""
    keep = Keep(folder=output.folder, pictures=output.pictures)
    first = announce(session)  # what is wrong with a file is said before the last report is written over
    with ExitStack() as files:
        reporters = _reporters(output, files)
        alone = workers == 1
        trials = run_inline(session.trials, keep) if alone else run_in_processes(session.trials, keep, workers)
        code = asyncio.run(_report(first, trials, [*reporters, *others]))
    said = f"Report: {output.folder / 'index.html'}"
    click.echo(said, err=output.as_json)
    return code


async def _report(first: SessionStarted, happenings: AsyncGenerator[Happening, None], reporters: list[Reporter]) -> int:
    code = 0
    try:
        async with aclosing(happenings):
            async for event in events(first, happenings):
                for reporter in reporters:
                    reporter.handle(event)
                if isinstance(event, SessionFinished):
                    code = event.exit_code
    finally:
        for reporter in reporters:
            reporter.close()
    return code


def _reporters(output: Output, files: ExitStack) -> list[Reporter]:
    folder = output.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        results = files.enter_context((folder / "results.jsonl").open("w", encoding="utf-8"))
        page = files.enter_context((folder / "index.html").open("w", encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"--report: {folder}: {error.strerror}; name a folder that can be written") from None
    return [_people(output), *_machines(output), JsonLinesReporter(results), HtmlReporter(page, folder)]


def _people(output: Output) -> Reporter:
    stream: TextIO = sys.stderr if output.as_json else sys.stdout
    return TerminalReporter(stream) if stream.isatty() else LinesReporter(stream)


def _machines(output: Output) -> list[Reporter]:
    return [JsonLinesReporter(sys.stdout)] if output.as_json else []
