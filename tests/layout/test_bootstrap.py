"""Set-up does what is not done yet, and tells the one command that mends what it cannot do."""

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from tests.layout.repository import ROOT

SCRIPT = ROOT / ".ci" / "bootstrap.py"


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = spec_from_file_location("bootstrap", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def ran(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that set-up ran; none of them does anything."""
    commands: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "run", lambda *words, root: commands.append([str(word) for word in words]))
    return commands


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    for name in ("requirements.lock", "pyproject.toml", "hatch_build.py"):
        (tmp_path / name).write_text("one")
    return tmp_path


def test_an_old_python_is_refused_with_a_sentence(bootstrap: ModuleType) -> None:
    with pytest.raises(bootstrap.SetupError, match=r"python3 is Python 3\.9; install Python 3\.11 or newer"):
        bootstrap.check_python((3, 9), "python3")
    bootstrap.check_python((3, 11), "python3")


def without(monkeypatch: pytest.MonkeyPatch, bootstrap: ModuleType, *modules: str) -> None:
    monkeypatch.setattr(bootstrap, "find_spec", lambda name: None if name in modules else object())


def with_programs(monkeypatch: pytest.MonkeyPatch, bootstrap: ModuleType, *names: str) -> None:
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name, path=None: f"bin/{name}" if name in names else None)


def ways(bootstrap: ModuleType) -> list[str]:
    return [" ".join(command[:3]) for command in bootstrap.ways_to_make(Path("x"))]


def test_pythons_own_venv_comes_first(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    with_programs(monkeypatch, bootstrap, "uv", "virtualenv")
    without(monkeypatch, bootstrap)
    venv, uv, module, program = ways(bootstrap)
    assert (venv, uv) == (f"{sys.executable} -m venv", "bin/uv venv --quiet")
    assert (module, program) == (f"{sys.executable} -m virtualenv", "bin/virtualenv --quiet --clear")


@pytest.mark.parametrize("lacking", ["venv", "ensurepip"])
def test_without_venv_others_are_used(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, lacking: str) -> None:
    with_programs(monkeypatch, bootstrap, "uv")
    without(monkeypatch, bootstrap, lacking, "virtualenv")
    assert ways(bootstrap) == ["bin/uv venv --quiet"]


def test_where_none_works_one_command_is_told(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_programs(monkeypatch, bootstrap, "apt-get")
    without(monkeypatch, bootstrap, "venv", "virtualenv")
    with pytest.raises(bootstrap.SetupError, match=r"run `.*apt-get install -y python3\.\d+-venv'?`, then try again"):
        bootstrap.ensure_venv(tmp_path)


def test_a_way_that_fails_gives_way_to_the_next(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    python = tmp_path / ".venv" / "bin" / "python"
    make = ["sh", "-c", f'mkdir -p "{python.parent}" && ln -s "{sys.executable}" "{python}"']
    monkeypatch.setattr(bootstrap, "ways_to_make", lambda folder: [["false"], make])
    assert bootstrap.ensure_venv(tmp_path) == python


def test_an_environment_that_works_is_kept(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, checkout: Path
) -> None:
    python = checkout / ".venv" / "bin" / "python"
    python.symlink_to(sys.executable)
    monkeypatch.setattr(bootstrap, "ways_to_make", lambda folder: pytest.fail("made again"))
    assert bootstrap.ensure_venv(checkout) == python


@pytest.mark.parametrize(
    ("is_root", "has_apt", "begins"),
    [(True, True, "apt-get update && "), (False, True, "sudo sh -c 'apt-get"), (False, False, sys.executable)],
)
def test_the_command_fits_the_machine(bootstrap: ModuleType, is_root: bool, has_apt: bool, begins: str) -> None:
    assert bootstrap.mend_command((3, 12), is_root, has_apt).startswith(begins)


def test_a_lock_is_installed_once(bootstrap: ModuleType, ran: list[list[str]], checkout: Path) -> None:
    python = checkout / ".venv" / "bin" / "python"
    bootstrap.install_lock(checkout, python, "requirements.lock")
    bootstrap.install_lock(checkout, python, "requirements.lock")
    assert [words[-3:] for words in ran] == [["--require-hashes", "-r", "requirements.lock"]]


def test_a_changed_lock_is_installed_again(bootstrap: ModuleType, ran: list[list[str]], checkout: Path) -> None:
    python = checkout / ".venv" / "bin" / "python"
    bootstrap.install_lock(checkout, python, "requirements.lock")
    (checkout / "requirements.lock").write_text("two")
    bootstrap.install_lock(checkout, python, "requirements.lock")
    assert len(ran) == 2


def test_a_failed_installation_is_tried_again(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, checkout: Path
) -> None:
    monkeypatch.setattr(bootstrap, "installer", lambda python: ["false"])
    for _ in range(2):
        with pytest.raises(bootstrap.SetupError, match="`false --require-hashes"):
            bootstrap.install_lock(checkout, checkout / ".venv" / "bin" / "python", "requirements.lock")


def test_the_project_is_installed_once_and_without_asking_an_index(
    bootstrap: ModuleType, ran: list[list[str]], checkout: Path
) -> None:
    python = checkout / ".venv" / "bin" / "python"
    bootstrap.install_project(checkout, python)
    bootstrap.install_project(checkout, python)
    assert [words[-4:] for words in ran] == [["--no-deps", "--no-build-isolation", "-e", "."]]


def test_a_copied_checkout_is_installed_at_its_new_place(
    bootstrap: ModuleType, ran: list[list[str]], checkout: Path
) -> None:
    python = checkout / ".venv" / "bin" / "python"
    bootstrap.install_project(checkout, python)
    moved = checkout.rename(checkout.with_name("moved"))
    bootstrap.install_project(moved, moved / ".venv" / "bin" / "python")
    assert len(ran) == 2


@pytest.mark.parametrize("home", [None, "", "/no/such/home"])
def test_without_a_home_the_tools_get_one(bootstrap: ModuleType, checkout: Path, home: str | None) -> None:
    present = {"PATH": "x"} if home is None else {"PATH": "x", "HOME": home}
    given = bootstrap.environment(present, checkout)
    assert (given["PATH"], Path(given["HOME"])) == ("x", checkout / ".venv" / "home")
    assert Path(given["HOME"]).is_dir()


def test_a_home_that_can_be_written_to_is_left(bootstrap: ModuleType, checkout: Path, tmp_path: Path) -> None:
    assert bootstrap.environment({"HOME": str(tmp_path)}, checkout)["HOME"] == str(tmp_path)


def test_an_unknown_option_is_told() -> None:
    command = [sys.executable, str(SCRIPT), "--pagse"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (
        2,
        "unknown option --pagse; there are --pages, --browser, --toxiproxy, --redis\n",
    )
