"""``meanwhile list``: what there is to run, and which law is put to the test where."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import click

from harness.cli.wrapped import wrapped
from harness.core.errors import UsageError
from harness.core.resources import data
from harness.engine.prepare import defects
from harness.laws import ALL
from harness.scenario import read
from harness.scenario.scenario import Scenario
from harness.targets.load import load as load_target

Row = tuple[str, str]


@click.command("list")
@click.argument("what", type=click.Choice(["scenarios", "laws", "targets", "defects"]), required=False)
def listing(what: str | None) -> None:
    """List the scenarios, targets and defects that ship with Meanwhile.

    `meanwhile list scenarios` adds the laws that each scenario exists for, `meanwhile list laws` the scenarios of each
    law.
    """
    if what in (None, "scenarios"):
        _families(laws_too=what is not None)
    if what == "laws":
        _section("Laws, and the scenarios that put them to the test", laws_by_scenario())
    if what in (None, "targets"):
        _section("Targets", [(one.id, one.title) for one in map(load_target, _targets())])
    if what in (None, "defects"):
        _section("Defects of the reference UI (meanwhile run --defect ID)", _defects())


def laws_by_scenario() -> list[Row]:
    """Each law with the ids of the scenarios that exist for it."""
    scenarios = [read.load(path) for path in read.paths()]
    return [(law.id, _listed(one.id for one in scenarios if law.id in one.arms)) for law in ALL]


def _families(*, laws_too: bool) -> None:
    for family, paths in groupby(read.paths(), key=lambda path: path.parent.name):
        _section(f"Scenarios: {family}", [row for path in paths for row in _scenario(read.load(path), laws_too)])


def _scenario(scenario: Scenario, laws_too: bool) -> list[Row]:
    laws: list[Row] = [("", f"laws: {_listed(scenario.arms)}")] if laws_too else []
    return [(scenario.id, scenario.title), *laws]


def _targets() -> list[str]:
    return sorted(path.parent.name for path in data("fixtures/targets").glob("*/target.yaml"))


def _defects() -> list[Row]:
    try:
        return [(one["id"], f"{one['title']} (caught by {one['law']})") for one in defects()]
    except UsageError as error:
        return [("-", str(error))]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"


def _section(title: str, rows: Sequence[Row]) -> None:
    width = max((len(name) for name, _ in rows), default=0)
    click.echo(click.style(title, bold=True))
    for name, told in rows:
        click.echo(wrapped(f"  {name:<{width}}  ", told))
    click.echo()
