"""Redis is found, or installed where that can be done without a question."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from harness.serve.get_redis import Packages, install_redis
from harness.serve.redis_server import COMMAND, NoRedis


def program(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    found = folder / COMMAND
    found.write_text("#!/bin/sh\n", encoding="utf-8")
    found.chmod(0o755)
    return found


def test_one_that_is_there_is_taken(tmp_path: Path) -> None:
    said: list[str] = []
    found = program(tmp_path)
    assert install_redis(said.append, Packages(environment={"PATH": str(tmp_path)}, as_root=None)) == found
    assert said == [f"Found Redis at {found}; nothing to install."]


def test_with_rights_the_package_is_installed(tmp_path: Path) -> None:
    commands: list[list[str]] = []

    def run(command: list[str], environment: Mapping[str, str]) -> None:
        assert environment["DEBIAN_FRONTEND"] == "noninteractive"
        commands.append(command)
        if "install" in command:
            program(tmp_path)

    packages = Packages(environment={"PATH": str(tmp_path)}, as_root=("sudo", "-n"), run=run)
    assert install_redis(lambda _: None, packages) == tmp_path / COMMAND
    assert [command[:3] for command in commands] == [["sudo", "-n", "apt-get"]] * 2


def test_without_rights_the_command_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoRedis, match=rf"run `.*apt-get install -y {COMMAND}'?`, then try again"):
        install_redis(lambda _: None, Packages(environment={"PATH": str(tmp_path)}, as_root=None))
