"""``meanwhile laws``: what the pages are held to, and why a person should care."""

import sys
from dataclasses import asdict

import click

from harness.cli.breaches import seen
from harness.cli.wrapped import wrapped
from harness.core.errors import UsageError
from harness.engine.prepare import defects
from harness.laws import ALL
from harness.laws.base import Law
from harness.scenario.problems import nearest
from harness.trace.plain import dumps


@click.command()
@click.argument("law_id", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a law.")
def laws(law_id: str | None, as_json: bool) -> None:
    """List the laws, or print one: what it requires, why, its source, its least exposure."""
    try:
        chosen = ALL if law_id is None else (find(law_id),)
    except UsageError as error:
        click.echo(error, err=True)
        sys.exit(error.exit_code)
    if as_json:
        for law in chosen:
            click.echo(dumps(_plain(law)))
    elif law_id is None:
        _list()
    else:
        _print(chosen[0])


def find(law_id: str) -> Law:
    """The law of that id. Raises UsageError that names the nearest and lists all."""
    found = next((law for law in ALL if law.id == law_id), None)
    if found is None:
        known = [law.id for law in ALL]
        raise UsageError(f'"{law_id}" is no law; {nearest(law_id, known)}laws are {", ".join(known)}')
    return found


def _list() -> None:
    width = max(len(law.id) for law in ALL)
    for law in ALL:
        click.echo(f"{law.id:<{width}}  {law.severity.value:<7}  {law.title}")


def _print(law: Law) -> None:
    click.echo(f"{law.id}: {law.title}\n")
    for name, text in (
        ("Requires", law.requires),
        ("Why", law.why),
        ("Instead", law.instead),
        ("Severity", law.severity.value),
        ("Source", law.source),
        ("Least", _exposure(law)),
        ("A breach", law.failure_title),
        *_breach(law),
        *(("Defect", told) for told in _flaws(law)),
    ):
        click.echo(wrapped(f"  {name:<9} ", text))


def _breach(law: Law) -> list[tuple[str, str]]:
    one = seen()[law.id]
    again = f"meanwhile run {one.scenario} --defect {one.defect}"
    return [("Seen", one.sentence), ("Picture", str(one.path)), ("Again", again)]


def _flaws(law: Law) -> list[str]:
    return [f"{one['id']}: {one['title']} ({one['mirrors']})" for one in defects() if one["law"] == law.id]


def _exposure(law: Law) -> str:
    times = "once" if law.least == 1 else f"{law.least} times"
    return f"to be judged {times} in a trial, or the answer is not_exercised, which is no pass"


def _plain(law: Law) -> dict[str, object]:
    return {
        "record": "law",
        "id": law.id,
        "title": law.title,
        "failure_title": law.failure_title,
        "requires": law.requires,
        "why": law.why,
        "instead": law.instead,
        "defects": [one["id"] for one in defects() if one["law"] == law.id],
        "seen": asdict(seen()[law.id]),
        "severity": law.severity.value,
        "source": law.source,
        "least": law.least,
    }


if __name__ == "__main__":
    laws()
