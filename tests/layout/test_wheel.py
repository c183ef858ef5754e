"""The wheel holds all that a run needs, and works outside of the checkout."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from hatch_build import DATA, data_map
from tests.layout.repository import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def run(*command: object, folder: Path) -> str:
    """Runs a command away from the checkout; its output, or its complaint."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    words = [str(word) for word in command]
    result = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it is published."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, folder=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new environment with the wheel, and with the dependencies of this one but not its checkout."""
    folder = tmp_path_factory.mktemp("environment")
    uv = shutil.which("uv", path=Path(sys.executable).parent)
    run(uv, "venv", "--quiet", "--python", sys.executable, folder / "venv", folder=folder)
    python = folder / "venv" / "bin" / "python"
    run(uv, "pip", "install", "--quiet", "--offline", "--no-deps", "--python", python, wheel, folder=folder)
    packages = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).strip()
    Path(packages, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return python.parent


def test_all_that_is_built_and_all_data_is_in_it(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    built = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "harness" / "_built").rglob("[!.]*") if path.is_file()
    }
    assert len(built) > 10
    assert built | set(data_map(ROOT).values()) <= held
    assert all(any(name.startswith(f"harness/_data/{part}") for name in held) for part in DATA)


def test_no_source_of_the_pages_and_no_test_is_in_it(wheel: Path) -> None:
    held = zipfile.ZipFile(wheel).namelist()
    assert [name for name in held if name.endswith((".ts", ".pyc")) or name.startswith("tests/")] == []


def test_the_code_is_not_that_of_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import harness; print(harness.__file__)", folder=tmp_path)
    assert not Path(where.strip()).is_relative_to(ROOT)


def test_scenarios_are_listed_outside_of_the_checkout(installed: Path, tmp_path: Path) -> None:
    listed = run(installed / "meanwhile", "list", folder=tmp_path)
    assert "seller-publish" in listed


def test_a_recorded_latency_is_found_outside_of_the_checkout(installed: Path, tmp_path: Path) -> None:
    assert "25 succeeded" in run(installed / "meanwhile", "show", "measured-latency", folder=tmp_path)


@pytest.mark.browser
def test_a_scenario_runs_outside_of_the_checkout(installed: Path, tmp_path: Path) -> None:
    assert "0 findings in 1 trial" in run(installed / "meanwhile", "run", "seller-publish", folder=tmp_path)
    assert (tmp_path / "meanwhile-report" / "index.html").is_file()
