"""``meanwhile install``: makes sure that there is a browser."""

import sys

import click

from harness.core.errors import MeanwhileError
from harness.drive.install import install_browser


@click.command()
def install() -> None:
    """Find a browser, or get one.

    Looked for in this order: MEANWHILE_BROWSER, Playwright's own Chromium, chromium-headless-shell, chromium. One
    counts once it has opened a page. Where none does, Playwright's Chromium is downloaded; where its server cannot be
    reached and apt-get works, Debian's chromium-headless-shell is installed.
    """
    try:
        install_browser(click.echo)
    except MeanwhileError as error:
        click.echo(error, err=True)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    install()
