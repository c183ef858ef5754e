"""A browser is got where none is: download first, Debian's package next, else one command to run by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from harness.core.errors import UsageError
from harness.drive.browser import FoundBrowser, NoBrowser
from harness.drive.install import (
    DOWNLOAD,
    LIBRARIES,
    TAKE_PACKAGE,
    UPDATE_LISTS,
    Machine,
    NotInstalled,
    install_browser,
)

FOUND = FoundBrowser(origin="chromium-headless-shell on PATH", executable=None, arguments=(), version="156.0")


@dataclass
class Pretended:
    """A machine on which some commands end well, and a browser opens after one of them."""

    opens_after: tuple[str, ...] | None
    succeed: tuple[tuple[str, ...], ...]
    as_root: tuple[str, ...] | None = ()
    has_apt: bool = True
    ran: list[tuple[str, ...]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def run(self, command: Sequence[str]) -> bool:
        self.ran.append(tuple(command))
        return tuple(command) in self.succeed

    def find(self) -> FoundBrowser:
        if self.opens_after is None or self.opens_after not in ((), *self.ran):
            raise NoBrowser("none")
        return FOUND

    def install(self) -> FoundBrowser:
        machine = Machine(find=self.find, run=self.run, as_root=self.as_root, has_apt=self.has_apt)
        return install_browser(self.said.append, machine)


def test_nothing_is_done_where_a_browser_opens() -> None:
    machine = Pretended(opens_after=(), succeed=())
    assert machine.install() is FOUND
    assert machine.ran == []
    assert machine.said == ["Found Chromium 156.0 (chromium-headless-shell on PATH); nothing to install."]


def test_playwrights_download_comes_first() -> None:
    machine = Pretended(opens_after=DOWNLOAD, succeed=(DOWNLOAD,))
    machine.install()
    assert machine.ran == [DOWNLOAD]
    assert machine.said[-1] == "Ready: Chromium 156.0 (chromium-headless-shell on PATH)."


def test_a_download_that_lacks_libraries_gets_them() -> None:
    machine = Pretended(opens_after=LIBRARIES, succeed=(DOWNLOAD, LIBRARIES))
    machine.install()
    assert machine.ran == [DOWNLOAD, LIBRARIES]


def test_debians_package_where_the_download_fails() -> None:
    machine = Pretended(opens_after=TAKE_PACKAGE, succeed=(TAKE_PACKAGE,))
    machine.install()
    assert machine.ran == [DOWNLOAD, UPDATE_LISTS, TAKE_PACKAGE]
    assert machine.said[1] == "The download did not succeed."
    assert "apt-get" in machine.said[2]


def test_sudo_goes_before_what_needs_rights() -> None:
    with_sudo = ("sudo", "-n", *TAKE_PACKAGE)
    machine = Pretended(opens_after=with_sudo, succeed=(with_sudo,), as_root=("sudo", "-n"))
    machine.install()
    assert machine.ran == [DOWNLOAD, ("sudo", "-n", *UPDATE_LISTS), with_sudo]


def test_without_rights_the_one_command_is_told() -> None:
    machine = Pretended(opens_after=None, succeed=(), as_root=None)
    with pytest.raises(NotInstalled, match=r"run `sudo sh -c 'apt-get update && apt-get install -y chromium-headless"):
        machine.install()
    assert machine.ran == [DOWNLOAD]


def test_a_failed_package_is_told_to_root_without_sudo() -> None:
    with pytest.raises(NotInstalled, match="run `apt-get update") as told:
        Pretended(opens_after=None, succeed=()).install()
    assert told.value.exit_code == 2


def test_without_apt_playwrights_own_command_is_told() -> None:
    with pytest.raises(NotInstalled, match="playwright install --with-deps chromium-headless-shell"):
        Pretended(opens_after=None, succeed=(), has_apt=False).install()


def test_a_wrong_variable_is_not_papered_over() -> None:
    machine = Pretended(opens_after=None, succeed=())

    def wrong() -> FoundBrowser:
        raise UsageError("MEANWHILE_BROWSER: wrong")

    with pytest.raises(UsageError):
        install_browser(machine.said.append, Machine(find=wrong, run=machine.run, as_root=(), has_apt=True))
    assert machine.ran == []
