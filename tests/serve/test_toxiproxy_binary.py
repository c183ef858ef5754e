"""Where the proxy's executable is looked for, and what is said where there is none."""

from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.serve.toxiproxy_binary import COMMAND, VARIABLE, NoToxiproxy, find_toxiproxy, kept_at


def executable(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_named_one_comes_before_the_path_and_the_path_before_the_cache(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "PATH": str(tmp_path / "bin")}
    kept = executable(kept_at(environment))
    assert find_toxiproxy(environment) == kept
    on_path = executable(tmp_path / "bin" / COMMAND)
    assert find_toxiproxy(environment) == on_path
    named = executable(tmp_path / "mine")
    assert find_toxiproxy({**environment, VARIABLE: str(named)}) == named


def test_a_named_one_that_cannot_be_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=f'{VARIABLE}: "/nowhere" cannot be run'):
        find_toxiproxy({VARIABLE: "/nowhere", "HOME": str(tmp_path), "PATH": ""})


def test_none_is_a_sentence_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(NoToxiproxy, match="run `meanwhile install`") as told:
        find_toxiproxy({"HOME": str(tmp_path), "PATH": ""})
    assert told.value.exit_code == 2


def test_it_is_kept_in_the_users_cache(tmp_path: Path) -> None:
    assert tmp_path / "elsewhere" in kept_at({"XDG_CACHE_HOME": str(tmp_path / "elsewhere")}).parents
