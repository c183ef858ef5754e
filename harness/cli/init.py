"""``meanwhile init``: watch one job, and propose a target file."""

import asyncio
import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

import click

from harness.core.errors import HarnessTrouble, MeanwhileError, UsageError
from harness.core.resources import data
from harness.drive.by_hand import look, until_done
from harness.drive.watch import watch
from harness.proposal.har import NoHar
from harness.proposal.har import read as read_har
from harness.proposal.propose import NothingSeen, Proposal, propose
from harness.proposal.watched import Watched
from harness.targets.load import parse

OUT = Path("target.yaml")
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")
WINDOWED = ("darwin", "win32")


@click.command("init")
@click.argument("url")
@click.option(
    "--har", type=click.Path(path_type=Path), help="Watch no page: read what a browser recorded to this file."
)
@click.option(
    "--out", type=click.Path(path_type=Path), default=OUT, show_default=True, help="The target file to write."
)
def init(url: str, har: Path | None, out: Path) -> None:
    """Watch one job on the page at URL, and propose a target file.

    A window opens; start one job, wait for its end, then close the window or press Enter. Without a display, record a
    HAR file with your browser's developer tools ("save all as HAR with content") and give it with --har.
    """
    try:
        _check(url, out)
        proposal = _proposal(_recorded(url, har) if har else _by_hand(url))
        _write(proposal, out)
    except MeanwhileError as error:
        click.echo(error, err=True)
        sys.exit(error.exit_code)
    _tell(proposal, out)


def _check(url: str, out: Path) -> None:
    place = urlsplit(url)
    if place.scheme not in ("http", "https") or not place.netloc:
        raise UsageError(f'"{url}" is no address of a page; write one such as http://127.0.0.1:8000/')
    if out.exists():
        raise UsageError(f"--out: {out} is there already, and is never written over; name another file")


def _by_hand(url: str) -> Watched:
    if sys.platform not in WINDOWED and not any(os.environ.get(name) for name in DISPLAYS):
        raise UsageError(
            "there is no display for a window; record a HAR file in your browser and give it with --har FILE"
        )
    click.echo("A window opens. Start one job and wait for its end; then close the window, or press Enter here.")
    return asyncio.run(watch(url, until_done, headed=True))


def _recorded(url: str, har: Path) -> Watched:
    """What the file holds, and what the page looks like, if it is there."""
    try:
        text = har.read_text(encoding="utf-8-sig")
        recorded = read_har(text, url)
    except OSError as error:
        raise UsageError(f"--har: {har}: cannot be read ({error.strerror}); give the path of a HAR file") from None
    except (NoHar, UnicodeDecodeError) as error:
        raise UsageError(f"--har: {har}: {error}") from None
    try:
        return recorded.on(asyncio.run(watch(url, look, headed=False)))
    except UsageError as error:
        click.echo(f"The page itself was not looked at: {error}", err=True)
        return recorded


def _proposal(watched: Watched) -> Proposal:
    try:
        return propose(watched)
    except NothingSeen as nothing:
        raise UsageError(str(nothing)) from None


def _write(proposal: Proposal, out: Path) -> None:
    """Write the file, unless it would be refused when it is read: that is a flaw of ours."""
    try:
        parse(proposal.text, out)
    except UsageError as error:
        raise HarnessTrouble(f"what was proposed cannot be read; please report it: {error}") from None
    try:
        with out.open("x", encoding="utf-8") as file:
            file.write(f"# yaml-language-server: $schema={_schema(out)}\n{proposal.text}")
    except OSError as error:
        raise UsageError(f"--out: {out}: {error.strerror}; name a file that can be written") from None


def _schema(out: Path) -> str:
    """Where editors find what a target file may say."""
    return os.path.relpath(data("fixtures/targets/schema.json"), out.resolve().parent)


def _tell(proposal: Proposal, out: Path) -> None:
    click.echo(f"Wrote {out}. Found:")
    for one in proposal.found:
        click.echo(f"  {one}")
    if proposal.missing:
        click.echo("Could not find (the file says it too):")
        for one in proposal.missing:
            click.echo(f"  {one}")
    click.echo(f"Look at what is a guess, then: meanwhile run --target {out}")
