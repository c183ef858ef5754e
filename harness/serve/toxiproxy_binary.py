"""Where Toxiproxy's server is: named by a variable, on PATH, or where ``meanwhile install`` keeps it."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from harness.core.errors import MeanwhileError, UsageError

VARIABLE = "MEANWHILE_TOXIPROXY"
COMMAND = "toxiproxy-server"
VERSION = "2.12.0"


class NoToxiproxy(MeanwhileError):
    """There is none on this machine. A person has to act, with the command of the sentence."""

    exit_code = 2


def find_toxiproxy(environment: Mapping[str, str] = os.environ) -> Path:
    """The server's executable. Raises NoToxiproxy, or UsageError where the variable names none."""
    if named := environment.get(VARIABLE):
        if found := shutil.which(named):
            return Path(found)
        raise UsageError(f'{VARIABLE}: "{named}" cannot be run; name the Toxiproxy server\'s executable, or unset it')
    if found := shutil.which(COMMAND, path=environment.get("PATH")):
        return Path(found)
    kept = kept_at(environment)
    if os.access(kept, os.X_OK):
        return kept
    raise NoToxiproxy(
        f"real time needs a Toxiproxy server, and none is found ({VARIABLE}, {COMMAND} on PATH, {kept}); "
        "run `meanwhile install`"
    )


def kept_at(environment: Mapping[str, str] = os.environ) -> Path:
    """Where ``meanwhile install`` keeps it: in the user's cache, by version (XDG Base Directory Specification)."""
    home = environment.get("XDG_CACHE_HOME") or str(Path(environment.get("HOME") or Path.home()) / ".cache")
    return Path(home) / "meanwhile" / f"toxiproxy-{VERSION}" / COMMAND
