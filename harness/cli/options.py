"""The options that commands share, in groups, and the way from their values to the class that holds a group."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import click

Command: TypeAlias = Callable[..., Any]
Group = TypeVar("Group")
REPORT = Path("meanwhile-report")
FILE = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


def choices(command: Command) -> Command:
    """What is judged."""
    return _all(
        command,
        click.option(
            "--target", metavar="FILE", help="The UI to judge: a target file, an id, a name of meanwhile.toml."
        ),
        click.option("--suite", metavar="NAME", help="The scenarios of a suite of meanwhile.toml."),
        click.option("--config", type=FILE, metavar="FILE", help="Another file than the nearest meanwhile.toml."),
    )


def outputs(command: Command) -> Command:
    """Where results go."""
    return _all(
        command,
        click.option("--report", "folder", type=FOLDER, default=REPORT, show_default=True),
        click.option("--json", "as_json", is_flag=True, help="Results as JSON Lines on standard output."),
        click.option("--junit", type=FILE, metavar="FILE", help="Results as JUnit XML."),
        click.option("--sarif", type=FILE, metavar="FILE", help="Findings as SARIF 2.1.0, for code scanning."),
        click.option("--summary", type=FILE, metavar="FILE", help="A page of Markdown, for a job summary."),
    )


def baselines(command: Command) -> Command:
    """Which findings are known."""
    return _all(
        command,
        click.option("--baseline", type=FILE, metavar="FILE", help="Findings that are known: only others exit 1."),
        click.option("--update-baseline", "update", is_flag=True, help="Write the baseline, after a complete run."),
        click.option("--reason", metavar="TEXT", help="The reason of what --update-baseline adds."),
    )


def taken(group: type[Group], words: Mapping[str, Any]) -> Group:
    """The dataclass of a group, from those values that are its fields."""
    names = [held.name for held in fields(group) if held.name in words]  # type: ignore[arg-type]
    return group(**{name: words[name] for name in names})


def _all(command: Command, *options: Callable[[Command], Command]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
