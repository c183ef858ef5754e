"""The ``meanwhile`` command."""

import os
import sys
from importlib.metadata import version

import click

from harness.cli.init import init
from harness.cli.install import install
from harness.cli.laws import laws
from harness.cli.listing import listing
from harness.cli.merge import merge
from harness.cli.prove import prove_command
from harness.cli.run import run
from harness.cli.show import show
from harness.cli.words import words
from harness.core.errors import MeanwhileError

INTERRUPTED = 130
TROUBLE = 3
DEBUG = "MEANWHILE_DEBUG"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("meanwhile"), prog_name="meanwhile")
def cli() -> None:
    """Judge what people see while they wait.

    Exit codes: 0 passed, 1 findings, 2 wrong usage or file, 3 trouble of our own.
    """


for command in (run, merge, show, words, laws, listing, prove_command, init, install):
    cli.add_command(command)


def main() -> None:
    """Run the command line. Whatever goes wrong ends in a sentence and an exit code."""
    try:
        cli.main(standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("interrupted; what was judged so far is in the report's results.jsonl", err=True)
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except MeanwhileError as error:
        click.echo(error, err=True)
        sys.exit(error.exit_code)
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        click.echo(f"trouble of our own: {type(error).__name__}: {error}; {DEBUG}=1 shows where", err=True)
        sys.exit(TROUBLE)
