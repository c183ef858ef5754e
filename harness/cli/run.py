"""``meanwhile run``: judge a UI in a real browser, on virtual time or in real time."""

import asyncio
import os
import sys
from typing import Any

import click

from harness.cli.options import baselines, choices, outputs, taken
from harness.cli.outputs import Output, report
from harness.cli.typed import typed
from harness.cli.watching import OFF, watched, watching
from harness.core.errors import UsageError
from harness.drive.viewing import UNWATCHED, Viewing
from harness.engine.chosen import Asked, choose
from harness.engine.keep import Keep
from harness.engine.session import SessionSpec, announce, events, specs
from harness.engine.shard import Shard
from harness.engine.spec import REAL, VIRTUAL
from harness.fleet.inline import run_inline
from harness.fleet.processes import run_in_processes
from harness.reporters.base import Reporter
from harness.trace.events import NAMED

TIMES = (VIRTUAL, REAL)
SPEEDS = click.FloatRange(min=1, max=1_000)
SIDE_BY_SIDE = {VIRTUAL: 1, REAL: max(2, os.cpu_count() or 1)}
"""In real time a trial mostly waits; but where browsers wait for one another, pages look slow that are not."""


@click.command()
@click.argument("scenarios", nargs=-1, metavar="[SCENARIO]...")
@choices
@click.option("--defect", metavar="ID", help="Judge the reference UI with this deliberate flaw (see `meanwhile list`).")
@click.option("--repeat", type=click.IntRange(min=1), default=1, help="How often to run each scenario.")
@click.option("--seed", type=click.IntRange(min=0), help="Another seed than each scenario's own.")
@click.option(
    "--transport", metavar="sse|poll|websocket", help="Another way to hear what is new than each scenario's own."
)
@click.option("--network", metavar="PROFILE", help="Another network than each scenario's own (fixtures/network).")
@click.option(
    "--time", type=click.Choice(TIMES), default=VIRTUAL, show_default=True, help="Which clock; real takes as long."
)
@click.option("--speed", type=SPEEDS, default=1.0, help="How many times as fast the job lives; a person stays as slow.")
@click.option("--shard", metavar="K/N", help="Run the K-th of N parts; `meanwhile merge` puts them together.")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    help="How many browsers side by side  [1; in real time one a core, at least 2].",
)
@click.option("--pictures/--no-pictures", default=True, help="Pictures in the report; without them a run is quicker.")
@watched
@outputs
@baselines
def run(
    defect: str | None,
    repeat: int,
    seed: int | None,
    transport: str | None,
    network: str | None,
    time: str,
    speed: float,
    shard: str | None,
    workers: int | None,
    headed: bool,
    slow_mo: int | None,
    **words: Any,
) -> None:
    """Judge a UI in a real browser, on virtual time or in real time.

    SCENARIO is an id (see `meanwhile list`) or the path of a file; without one, all that the target can show are run.
    """
    part = None if shard is None else Shard.parse(shard)
    if part is not None and words["update"]:
        raise UsageError("--update-baseline needs a complete run; leave --shard out, or let `meanwhile merge` write it")
    chosen = choose(taken(Asked, words))
    session = SessionSpec(
        trials=specs(
            chosen.scenarios,
            chosen.target,
            defect,
            seed,
            repeat,
            transport=transport,
            network=network,
            time=time,
            speed=speed,
            off=chosen.off,
            as_named=chosen.scope == NAMED,
        ),
        target=chosen.target,
        defect=defect,
        command=typed(),
        gate=chosen.gate,
        scope=chosen.scope,
        shard=part,
        remarks=chosen.remarks,
    )
    seen = watching(headed=headed, slow_mo=slow_mo, trace=words["trace"], time=time, workers=workers)
    side_by_side = 1 if headed else workers or SIDE_BY_SIDE[time]
    sys.exit(run_session(session, taken(Output, words), side_by_side, viewing=seen))


def run_session(
    session: SessionSpec, output: Output, workers: int = 1, *others: Reporter, viewing: Viewing = UNWATCHED
) -> int:
    """Run a session and write its report; ``others`` listen too. Returns the exit code."""
    keep = Keep(folder=output.folder, pictures=output.pictures, traces=output.trace != OFF, viewing=viewing)
    first = announce(session)  # what is wrong with a file is said before the last report is written over
    alone = workers == 1 or len(session.own) == 1
    trials = run_inline(session.own, keep) if alone else run_in_processes(session.own, keep, workers)
    return asyncio.run(report(events(first, trials, session.gate), trials, output, session.gate, *others))
