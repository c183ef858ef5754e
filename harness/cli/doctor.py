"""``meanwhile doctor``: what was found on this machine, what is missing, and the command that mends each."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from harness.core.errors import MeanwhileError
from harness.core.packages import apt_command
from harness.drive.browser import find_browser_now
from harness.serve.redis_server import COMMAND, find_redis
from harness.serve.toxiproxy_binary import find_toxiproxy


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Something that a machine has or lacks. ``look`` describes it, or raises; ``mend`` is the command to run."""

    name: str
    needed: str
    look: Callable[[], str]
    mend: str
    always: bool = False


def parts() -> tuple[Part, ...]:
    """Everything that is looked for."""
    return (
        Part(
            name="browser",
            needed="to judge anything",
            look=lambda: find_browser_now().describe(),
            mend="meanwhile install browser",
            always=True,
        ),
        Part(
            name="Toxiproxy",
            needed="for --time real",
            look=lambda: str(find_toxiproxy()),
            mend="meanwhile install toxiproxy",
        ),
        Part(
            name="Redis",
            needed="for targets whose back end uses it",
            look=lambda: str(find_redis()),
            mend=apt_command(COMMAND, as_root=os.geteuid() == 0),
        ),
        Part(
            name="Node.js",
            needed="to build from the sources",
            look=_node,
            mend="make tools (it takes a Python package where there is none)",
        ),
    )


def _node() -> str:
    found = shutil.which("node")
    if found is None:
        raise MeanwhileError("no node on PATH")
    return str(Path(found))


@click.command()
def doctor() -> None:
    """Tell what Meanwhile found on this machine, what is missing, and the command that mends each.

    Exit codes: 0 a UI can be judged, 2 not so.
    """
    missing = [part for part in parts() if not _told(part)]
    sys.exit(2 if any(part.always for part in missing) else 0)


def _told(part: Part) -> bool:
    """Say whether it is there."""
    try:
        found = part.look()
    except MeanwhileError as error:
        click.echo(f"missing  {part.name}, {part.needed}: {error}")
        click.echo(f"         mend it: {part.mend}")
        return False
    click.echo(f"found    {part.name}: {found}")
    return True
