"""The options of ``meanwhile run`` for a person who watches: a window, slowly, Playwright's trace."""

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from harness.core.errors import UsageError
from harness.drive.viewing import Viewing
from harness.engine.spec import REAL

OFF, ON_FINDING = "off", "on-finding"
EASY_MS = 100
"""Ten times as fast as life: slow enough to follow."""
Command = TypeVar("Command", bound=Callable[..., Any])
_HEADED = "Show the trials in a window, one after another."
_SLOW_MO = "With --headed: how long each second of a trial takes at least  [100; 1000 is life]."
_TRACE = "Keep Playwright's trace of trials in real time that have a finding."


def watched(command: Command) -> Command:
    """How a person watches."""
    command = click.option("--trace", type=click.Choice((OFF, ON_FINDING)), default=OFF, help=_TRACE)(command)
    command = click.option("--slow-mo", type=click.IntRange(min=0), metavar="MS", help=_SLOW_MO)(command)
    return click.option("--headed", is_flag=True, help=_HEADED)(command)


def watching(*, headed: bool, slow_mo: int | None, trace: str, time: str, workers: int | None) -> Viewing:
    """What these options ask for. Raises UsageError where they do not go together."""
    if trace != OFF and time != REAL:
        raise UsageError(
            "--trace: on virtual time the report holds every moment itself; add --time real, or leave it out"
        )
    if slow_mo is not None and (not headed or time == REAL):
        raise UsageError("--slow-mo: it slows virtual time in a window; add --headed, and leave --time real out")
    if headed and workers not in (None, 1):
        raise UsageError(f"--headed: a person watches one trial at a time; leave --workers {workers} out")
    slowly_ms = EASY_MS if slow_mo is None and time != REAL else slow_mo or 0
    viewing = Viewing(headed=headed, slow_mo_ms=slowly_ms if headed else 0)
    viewing.check(os.environ)
    return viewing
