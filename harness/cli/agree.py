"""``meanwhile agree``: do virtual and real time give the same verdicts?"""

import asyncio
import sys
from collections.abc import Sequence

import click

from harness.cli.prove import wanted
from harness.cli.run import SPEEDS
from harness.core.errors import UsageError
from harness.engine.prepare import prepare
from harness.engine.spec import TrialSpec
from harness.fleet.agree import Errand, agree, clean, flawed
from harness.fleet.agreement import Agreement, Outcome, Pair, score, told
from harness.reporters.words import printable
from harness.scenario import read
from harness.serve.toxiproxy_binary import find_toxiproxy


@click.command("agree")
@click.argument("scenarios", nargs=-1, metavar="[SCENARIO]...")
@click.option("--speed", type=SPEEDS, default=20.0, show_default=True, help="How fast the job may live, at most.")
@click.option("--defect", "defects", multiple=True, metavar="ID", help="This defect; may be given several times.")
@click.option("--defects", "all_defects", is_flag=True, help="Every defect, too.")
@click.option("--transport", metavar="sse|poll|websocket", help="Another one than each scenario's own.")
@click.option("--workers", type=click.IntRange(min=1), default=3, show_default=True, help="How many browsers.")
def agree_command(
    scenarios: tuple[str, ...],
    speed: float,
    defects: tuple[str, ...],
    all_defects: bool,
    transport: str | None,
    workers: int,
) -> None:
    """Run scenarios on virtual time and in real time at the same speed, and compare the verdicts.

    Without a SCENARIO, all that ship. What a scenario is about may not arise where the job is too fast: it is then run
    half as fast, and so on. Only passed and failed count as agreeing.

    Exit codes: 0 they agree, 1 they do not, 2 wrong usage, 3 trouble of our own.
    """
    find_toxiproxy()  # a machine without one is told before anything runs
    errands = _errands(scenarios, speed, defects, all_defects=all_defects, transport=transport)
    agreement = asyncio.run(_agreed(errands, workers))
    for line in score(agreement):
        click.echo(printable(line))
    sys.exit(agreement.exit_code)


def _errands(
    scenarios: Sequence[str], speed: float, defects: Sequence[str], *, all_defects: bool, transport: str | None = None
) -> list[Errand]:
    if defects and all_defects:
        raise UsageError("--defects is every defect, and --defect names one; leave one of them out")
    names = scenarios or (() if defects else [path.stem for path in read.paths()])
    for name in names:
        prepare(TrialSpec(scenario=name, transport=transport))
    hunted = wanted(defects, ()) if defects or all_defects else []
    return [*(clean(name, speed, transport) for name in names), *(flawed(one, speed) for one in hunted)]


async def _agreed(errands: Sequence[Errand], workers: int) -> Agreement:
    pairs: list[Pair] = []
    async for pair in agree(errands, workers):
        pairs.append(pair)
        for line in _lines(pair):
            click.echo(printable(line))
    return Agreement(pairs=tuple(pairs))


def _lines(pair: Pair) -> list[str]:
    if pair.error:
        return [f"{pair.name}: error: {pair.error}"]
    differing = [line for outcome in (Outcome.DIFFERS, Outcome.DECLARED) for line in told(pair, outcome)]
    same = sum(one.outcome is Outcome.SAME for one in pair.compared)
    return [f"{pair.name}, {pair.speed:g} times as fast: {same} of {len(pair.compared)} the same", *differing]
