"""``meanwhile words``: what a page has to say in one scenario and whether it says it, and how its words change."""

import asyncio
import sys

import click

from harness.core.durations import spoken
from harness.drive.keeper import Keeper
from harness.engine.prepare import prepare
from harness.engine.spec import TrialSpec
from harness.engine.words import Words, look
from harness.reporters.words import number_of, printable
from harness.speech.acts import Said
from harness.speech.duties import Duty
from harness.trace.plain import dumps

_MARKS = {True: "yes", False: "NO", None: "cannot tell"}
_NAMES = {"as_of": "as-of time", "next": "next attempt"}


@click.command()
@click.argument("scenario", default="mixed-outcome")
@click.option(
    "--target", default="reference", metavar="FILE", help="The UI to look at: a target file, or a target's id."
)
@click.option("--defect", metavar="ID", help="Look at the reference UI with this deliberate flaw.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line: obligations, checks, unread sentences.")
def words(scenario: str, target: str, defect: str | None, as_json: bool) -> None:
    """Look at what a page says: every obligation, slot by slot; and the same with other numbers, causes and ids.

    SCENARIO is an id or the path of a file (default: mixed-outcome). Exit code 1 where something is missing or wrong.
    """
    found = asyncio.run(_look(TrialSpec(scenario=scenario, target=target, defect=defect)))
    for line in _json(found) if as_json else _lines(found):
        click.echo(printable(line))
    sys.exit(1 if _is_wrong(found) else 0)


async def _look(spec: TrialSpec) -> Words:
    async with Keeper() as keeper:
        return await look(prepare(spec), keeper)


def _is_wrong(found: Words) -> bool:
    wrong = any(slot.is_wrong for duty in found.duties for slot in duty.slots or ())
    return wrong or any(check.ok is False for check in found.checks)


def _lines(found: Words) -> list[str]:
    lines = ["What the page had to say"]
    for duty in found.duties:
        lines += _of_duty(duty)
    lines.append("How its words change")
    lines += [f"  {check.name:<26} {_MARKS[check.ok]}: {check.why}" for check in found.checks]
    if found.unread:
        lines.append(f"{number_of(len(found.unread), 'sentence')} could not be read; `meanwhile run` lists them")
    return lines


def _of_duty(duty: Duty) -> list[str]:
    head = f'  {spoken(duty.owed.at_ms):>12}  {duty.owed.act:<10} "{duty.title}"'
    if duty.slots is None:
        return [f"{head}: not judged (out of sight, in a list alone, or in a language without lists)"]
    told = ", ".join(f"{_NAMES.get(slot.name, slot.name)} {slot.said}" for slot in duty.slots) or "nothing is asked"
    wrong = [slot for slot in duty.slots if slot.said is not Said.CARRIES and slot.text]
    return [f"{head}: {told}", *(f'{"":>16}{slot.name}: the page said "{slot.text}"' for slot in wrong)]


def _json(found: Words) -> list[str]:
    duties = [
        {
            "record": "obligation",
            "act": duty.owed.act.value,
            "job": duty.owed.run.job,
            "run": duty.owed.run.run,
            "tab": duty.tab,
            "at_ms": duty.owed.at_ms,
            "due_ms": duty.owed.due_ms,
            "surfaces": list(duty.owed.surfaces),
            "slots": None if duty.slots is None else [_slot(slot.name, slot.said, slot.text) for slot in duty.slots],
        }
        for duty in found.duties
    ]
    checks = [{"record": "check", "name": check.name, "ok": check.ok, "why": check.why} for check in found.checks]
    return [
        dumps(held) for held in (*duties, *checks, *({"record": "unread", **one.to_json()} for one in found.unread))
    ]


def _slot(name: str, said: Said, text: str) -> dict[str, str]:
    return {"name": name, "said": said.value, "text": text}
