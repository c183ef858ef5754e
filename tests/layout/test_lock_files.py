"""Lock files name exact versions and hashes, and no place to get them from."""

import json
import re
import tomllib

import pytest

from tests.layout.repository import ROOT

PYTHON_LOCKS = ("requirements.lock", "requirements-node.lock")
PINNED = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)")


def normal(requirement: str) -> str:
    """The normal name of the package that a requirement asks for."""
    return re.split(r"[\[<>=!~; ]", requirement)[0].lower().replace("_", "-").replace(".", "-")


def pinned(lock: str) -> dict[str, str]:
    lines = (PINNED.match(line) for line in (ROOT / lock).read_text("utf-8").splitlines())
    return {match[1]: match[2] for match in lines if match}


@pytest.mark.parametrize("lock", PYTHON_LOCKS)
def test_no_python_lock_names_a_place(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"://|--index|--extra-index|--find-links| @ ", text)


@pytest.mark.parametrize("lock", PYTHON_LOCKS)
def test_every_package_has_hashes(lock: str) -> None:
    blocks = re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8"))
    packages = [block for block in blocks if PINNED.match(block)]
    assert len(packages) == len(pinned(lock)) > 0
    assert [block.split()[0] for block in packages if "--hash=sha256:" not in block] == []


def test_the_lock_holds_all_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    assert {normal(one) for one in asked} - set(pinned("requirements.lock")) == set()


def test_there_is_no_uv_lock() -> None:
    assert not (ROOT / "uv.lock").exists()


def test_the_javascript_lock_names_no_place() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_the_javascript_lock_is_that_of_the_package_file() -> None:
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    locked = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"][""]["devDependencies"]
    assert locked == wanted


def test_npm_is_told_to_leave_places_out() -> None:
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text("utf-8")
