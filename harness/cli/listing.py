"""``meanwhile list``: what there is to run."""

import click

from harness.core.errors import UsageError
from harness.core.resources import data
from harness.engine.prepare import defects
from harness.scenario import read
from harness.targets.load import load as load_target


@click.command("list")
def listing() -> None:
    """List the scenarios, targets and defects that ship with Meanwhile."""
    _section("Scenarios", [(one.id, one.title) for one in map(read.load, read.paths())])
    _section("Targets", [(one.id, one.title) for one in map(load_target, _targets())])
    _section("Defects of the reference UI (meanwhile run --defect ID)", _defects())


def _targets() -> list[str]:
    return sorted(path.parent.name for path in data("fixtures/targets").glob("*/target.yaml"))


def _defects() -> list[tuple[str, str]]:
    try:
        return [(one["id"], f"{one['title']} (caught by {one['law']})") for one in defects()]
    except UsageError as error:
        return [("-", str(error))]


def _section(title: str, rows: list[tuple[str, str]]) -> None:
    width = max((len(name) for name, _ in rows), default=0)
    click.echo(click.style(title, bold=True))
    for name, told in rows:
        click.echo(f"  {name:<{width}}  {told}")
    click.echo()
