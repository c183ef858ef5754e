"""Gets a browser where none is found: Playwright's download, else Debian's package. Says what it does as it does it."""

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from harness.core.errors import MeanwhileError
from harness.core.packages import apt_command, rights_here
from harness.drive.browser import FoundBrowser, NoBrowser, find_browser_now, forget_browser
from harness.drive.streamed_command import NewLines, run_streamed

SILENCE_LIMIT_S = 120.0
SERVER_LIMIT_MS = 15_000
PACKAGE = "chromium-headless-shell"
DOWNLOAD = (
    "env",
    f"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT={SERVER_LIMIT_MS}",
    *(sys.executable, "-m", "playwright", "install", PACKAGE),
)
LIBRARIES = (sys.executable, "-m", "playwright", "install-deps", PACKAGE)
UPDATE_LISTS = ("apt-get", "-q", "update")
TAKE_PACKAGE = (
    "env",
    "DEBIAN_FRONTEND=noninteractive",
    *("apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=60", "install", "--no-install-recommends", PACKAGE),
)

Say = Callable[[str], None]


class NotInstalled(MeanwhileError):
    """No browser could be had. A person has to act, with the one command of the sentence."""

    exit_code = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Machine:
    """What the installation may use. ``as_root`` is what goes before a command that needs rights; None: no rights."""

    find: Callable[[], FoundBrowser]
    run: Callable[[Sequence[str]], bool]
    as_root: tuple[str, ...] | None
    has_apt: bool


def install_browser(say: Say, machine: Machine | None = None) -> FoundBrowser:
    """Finds a browser, or gets one. Says each step; raises with the one command that mends it."""
    machine = machine or this_machine()
    if found := look(machine):
        say(f"Found {found.describe()}; nothing to install.")
        return found
    if found := downloaded(machine, say) or packaged(machine, say):
        say(f"Ready: {found.describe()}.")
        return found
    raise NotInstalled(f"no browser could be installed; run `{mend_command(machine)}`, then try again")


def look(machine: Machine) -> FoundBrowser | None:
    """The browser that opens a page now, if one does. A wrong MEANWHILE_BROWSER is the person's to mend."""
    forget_browser()
    try:
        return machine.find()
    except NoBrowser:
        return None


def downloaded(machine: Machine, say: Say) -> FoundBrowser | None:
    """Playwright's own Chromium, with the system's libraries that it lacks."""
    say("No browser found that opens a page. Downloading Playwright's Chromium (about 100 MB) ...")
    if not machine.run(DOWNLOAD):
        say("The download did not succeed.")
        return None
    if (found := look(machine)) or not has_rights(machine):
        return found
    say("It does not open yet. Installing the system libraries that it needs, with apt-get ...")
    machine.run((*(machine.as_root or ()), *LIBRARIES))
    return look(machine)


def packaged(machine: Machine, say: Say) -> FoundBrowser | None:
    """Debian's own package, which brings its libraries."""
    if not has_rights(machine):
        return None
    say(f"Installing the system's package {PACKAGE} with apt-get ...")
    before = machine.as_root or ()
    machine.run((*before, *UPDATE_LISTS))
    return look(machine) if machine.run((*before, *TAKE_PACKAGE)) else None


def has_rights(machine: Machine) -> bool:
    """Whether the system's packages can be installed without asking for a password."""
    return machine.has_apt and machine.as_root is not None


def mend_command(machine: Machine) -> str:
    """The one command to run by hand."""
    if machine.has_apt:
        return apt_command(PACKAGE, as_root=machine.as_root == ())
    return f"{sys.executable} -m playwright install --with-deps {PACKAGE}"


def this_machine() -> Machine:
    """What there is here."""
    return Machine(
        find=find_browser_now, run=run_here, as_root=rights_here(), has_apt=shutil.which("apt-get") is not None
    )


def run_here(command: Sequence[str]) -> bool:
    """Runs a command with its output on standard error, where it does not mix with results."""
    return run_streamed(command, NewLines(write_through), SILENCE_LIMIT_S)


def write_through(chunk: bytes) -> None:
    """Shows bytes at once, so that a progress bar moves."""
    sys.stderr.buffer.write(chunk)
    sys.stderr.buffer.flush()
