"""``meanwhile prove``: is every deliberate flaw found, and is the clean page left alone?"""

import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from harness.core.errors import UsageError
from harness.engine.prepare import defects
from harness.engine.spec import TrialSpec
from harness.fleet.hunt import Hunt, Quarry, quarry, shipped
from harness.fleet.power import Power, page, score
from harness.fleet.prove import Proof, clean_trials, prove
from harness.laws import ALL
from harness.reporters.words import printable, trial_name
from harness.scenario.problems import nearest
from harness.trace.result import TrialResult


@click.command("prove")
@click.option("--defect", "chosen", multiple=True, metavar="ID", help="Only this defect; may be given several times.")
@click.option("--law", "laws", multiple=True, metavar="ID", help="Only the defects meant for this law.")
@click.option("--seeds", type=click.IntRange(min=0), default=20, show_default=True, help="Clean trials, other seeds.")
@click.option("--workers", type=click.IntRange(min=1), default=os.cpu_count() or 1, help="How many browsers.")
@click.option("--page", "file", type=click.Path(dir_okay=False, path_type=Path), help="Write the result as a page.")
def prove_command(
    chosen: tuple[str, ...], laws: tuple[str, ...], seeds: int, workers: int, file: Path | None
) -> None:  # fmt: skip
    """Hunt every defect of the reference page, and judge the clean page with other seeds.

    Exit codes: 0 all caught and no false alarm, 1 not so, 2 wrong usage, 3 trouble of our own.
    """
    quarries = wanted(chosen, laws)
    clean = [] if chosen or laws else clean_trials(seeds)
    power = asyncio.run(_proved(quarries, clean, workers))
    for line in score(power):
        click.echo(printable(line))
    if file is not None:
        _write(file, page(power, f"meanwhile prove --seeds {seeds} --page {file}"))
    sys.exit(power.exit_code)


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"--page: {file}: {error.strerror}; name a file that can be written") from None


def wanted(chosen: Sequence[str], laws: Sequence[str]) -> list[Quarry]:
    """The defects asked for, or all. Raises UsageError."""
    known = {one["id"]: one["law"] for one in defects()}
    _check("--defect", chosen, set(known))
    _check("--law", laws, set(known.values()))
    scenarios = shipped()
    return [
        quarry(id, law, scenarios)
        for id, law in sorted(known.items())
        if (not chosen or id in chosen) and (not laws or law in laws)
    ]


def _check(option: str, given: Sequence[str], known: set[str]) -> None:
    for one in given:
        if one not in known:
            raise UsageError(f'{option}: no "{one}"; {nearest(one, known)}there are {", ".join(sorted(known))}')


async def _proved(quarries: Sequence[Quarry], clean: Sequence[TrialSpec], workers: int) -> Power:
    hunts: list[Hunt] = []
    trials: list[TrialResult] = []
    async for one in prove(quarries, clean, workers):
        click.echo(printable(_line(one)))
        if isinstance(one, Hunt):
            hunts.append(one)
        else:
            trials.append(one)
    return Power(hunts=tuple(hunts), clean=tuple(trials), laws=tuple(law.id for law in ALL))


def _line(one: Proof) -> str:
    if isinstance(one, Hunt):
        fate = f"caught in {one.scenario}, {one.wall_ms / 1000:.1f} s" if one.scenario else "NOT CAUGHT"
        others = f"; also: {', '.join(one.others)}" if one.others else ""
        return f"{one.quarry.defect} ({one.quarry.law}): {fate}{others}"
    name = f"clean, {trial_name(one.scenario, one.seed, one.repeat, None)}"
    if one.error:
        return f"{name}: error: {one.error}"
    return f"{name}: {'; '.join(finding.sentence for finding in one.findings) or 'no finding'}"
