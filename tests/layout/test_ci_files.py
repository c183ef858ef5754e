"""The files to copy for GitHub Actions and GitLab CI: they fit the published schemas, and their commands work."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.layout.repository import ROOT
from tests.schemas import complaints

FOLDER = ROOT / "docs" / "ci"
GITHUB, GITLAB = FOLDER / "github-actions.yml", FOLDER / "gitlab-ci.yml"
HOW = {
    GITHUB: ("--builtin-schema", "vendor.github-workflows"),
    GITLAB: ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
}
# A page that breaks one law in both scenarios.
CONFIG = '[targets]\npage = "plain-log"\n\n[suites]\nrelease = ["mixed-outcome", "by-attribute"]\n'
BASELINE = "meanwhile-baseline.yaml"


@dataclass(frozen=True)
class Job:
    """The commands of one job on one machine, what they are told by the environment, and the folders it hands on."""

    commands: list[str]
    environment: Mapping[str, str]
    hands_on: Mapping[str, str] = field(default_factory=dict)


def read(file: Path) -> dict[str, Any]:
    told = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))
    assert isinstance(told, dict)
    return told


def github() -> Iterator[Job]:
    """The jobs of the workflow, one for each part, and the verdict."""
    told = read(GITHUB)
    shared = {name: str(value) for name, value in told["env"].items()} | {"GITHUB_STEP_SUMMARY": "step-summary.md"}
    shards = told["jobs"]["judge"]["strategy"]["matrix"]["shard"]
    assert len(shards) == told["env"]["SHARDS"]
    for shard in shards:
        filled = _filled(told["jobs"]["judge"], shard)
        (upload,) = [step["with"] for step in filled["steps"] if "upload-artifact" in step.get("uses", "")]
        (download,) = [step["with"] for step in told["jobs"]["verdict"]["steps"] if "download" in step.get("uses", "")]
        assert re.fullmatch(download["pattern"].replace("*", ".*"), upload["name"])
        yield Job(
            commands=_of_meanwhile(step.get("run", "") for step in filled["steps"]),
            environment=shared | {k: str(v) for step in filled["steps"] for k, v in step.get("env", {}).items()},
            hands_on={upload["path"]: f"{download['path']}/{upload['name']}"},
        )
    yield Job(_of_meanwhile(step.get("run", "") for step in told["jobs"]["verdict"]["steps"]), shared)


def _filled(told: Any, shard: int) -> Any:
    """The same, with the number of the part where the matrix puts it."""
    if isinstance(told, dict):
        return {name: _filled(value, shard) for name, value in told.items()}
    if isinstance(told, list):
        return [_filled(value, shard) for value in told]
    return told.replace("${{ matrix.shard }}", str(shard)) if isinstance(told, str) else told


def gitlab() -> Iterator[Job]:
    told = read(GITLAB)
    parts = told["judge"]["parallel"]
    for number in range(1, parts + 1):
        own = {"CI_NODE_INDEX": str(number), "CI_NODE_TOTAL": str(parts)}
        yield Job(_of_meanwhile(told["judge"]["script"]), told["variables"] | own)
    yield Job(_of_meanwhile(told["verdict"]["script"]), told["variables"])


def _of_meanwhile(commands: Any) -> list[str]:
    """What is run, set-up aside: that is this checkout's."""
    return [line for line in commands if line.startswith("meanwhile") and line != "meanwhile install"]


def carried_out(job: Job, folder: Path) -> int:
    """Run the commands as a runner does; its last exit code."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {**os.environ, **{k: str(v) for k, v in job.environment.items()}, "PATH": path}
    code = 0
    for command in job.commands:
        code = subprocess.run(["bash", "-ec", command], cwd=folder, env=environment, check=False).returncode
    for source, goal in job.hands_on.items():
        shutil.move(folder / source, folder / goal)
    return code


@pytest.mark.parametrize("file", HOW, ids=lambda file: file.name)
def test_it_fits_the_published_schema(file: Path) -> None:
    assert complaints(file, *HOW[file]) == ""


@pytest.mark.parametrize(("file", "right", "wrong"), [(GITHUB, "runs-on:", "run-on:"), (GITLAB, "script:", "scripts:")])
def test_a_schema_would_refuse_what_is_wrong(tmp_path: Path, file: Path, right: str, wrong: str) -> None:
    broken = tmp_path / file.name
    broken.write_text(file.read_text(encoding="utf-8").replace(right, wrong), encoding="utf-8")
    assert "errors were encountered" in complaints(broken, *HOW[file])


@pytest.mark.parametrize(("file", "key"), [(GITHUB, "env"), (GITLAB, "variables")], ids=["github", "gitlab"])
def test_what_is_installed_is_a_file_of_the_users_own(file: Path, key: str) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    wheel = read(file)[key]["MEANWHILE"]
    assert wheel == f"tools/meanwhile-{version}-py3-none-any.whl"
    assert file.read_text(encoding="utf-8").count(wheel) == 2, "the head of the file says where it comes from"


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("jobs", [github, gitlab], ids=["github", "gitlab"])
def test_its_commands_judge_a_small_suite(tmp_path: Path, jobs: Any) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "meanwhile.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / BASELINE).write_text("version: 1\naccepted: []\n", encoding="utf-8")
    *parts, verdict = jobs()
    assert [carried_out(part, tmp_path) for part in parts] == [0] * len(parts)
    assert carried_out(verdict, tmp_path) == 1
    written = {
        path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir() if path.suffix in {".md", ".xml"}
    }
    assert any(
        "## Meanwhile: new findings" in text and "meanwhile-report/pictures/" in text for text in written.values()
    )
    assert (tmp_path / "meanwhile.sarif").is_file()
    assert (tmp_path / "meanwhile-report" / "index.html").is_file()
    accepting = f'{verdict.commands[0]} --update-baseline --reason "SHOP-12"'
    assert carried_out(Job([accepting], verdict.environment), tmp_path) == 1
    assert carried_out(verdict, tmp_path) == 0
