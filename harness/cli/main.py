"""The ``meanwhile`` command."""

import logging
import os
import signal
import sys
from importlib import import_module
from importlib.metadata import version

import click

from harness.core.errors import MeanwhileError

INTERRUPTED = 130
TROUBLE = 3
DEBUG = "MEANWHILE_DEBUG"


COMMANDS = {
    "run": "run:run",
    "merge": "merge:merge",
    "show": "show:show",
    "words": "words:words",
    "laws": "laws:laws",
    "list": "listing:listing",
    "prove": "prove:prove_command",
    "agree": "agree:agree_command",
    "init": "init:init",
    "install": "install:install",
    "doctor": "doctor:doctor",
}
"""command -> its module below ``harness.cli``, and its name there"""


class Commands(click.Group):
    """The commands, each imported when it is called: what one needs takes a second that the others need not wait."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"harness.cli.{module}"), name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("meanwhile"), prog_name="meanwhile")
def cli() -> None:
    """Judge what people see while they wait.

    Exit codes: 0 passed, 1 findings, 2 wrong usage or file, or a trial that cannot be judged, 3 trouble of our own.
    """


def _interrupt(*_: object) -> None:
    """A machine that ends us ends us as a person does, in good order; also where Ctrl-C is not heard."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.raise_signal(signal.SIGINT)


def main() -> None:
    """Run the command line. Whatever goes wrong ends in a sentence and an exit code."""
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        cli.main(standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        logging.getLogger("asyncio").disabled = True  # Ctrl-C has ended the browser's driver as well, as it should
        kept = "; what was judged so far is in the report's results.jsonl" if "run" in sys.argv[1:2] else ""
        click.echo(f"interrupted{kept}", err=True)
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
