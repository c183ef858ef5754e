"""A project as a user has it: a folder with scenario files and tests, and pytest in a process of its own."""

import subprocess
import sys
from pathlib import Path

from harness.core.resources import data

SHORT = """\
id: {id}
title: Four items are published
seed: 5
world:
  third_party:
    marketplace: {{latency: {{constant: 800ms}}}}
  jobs:
    - {{id: publish, kind: publish, items: 4, outcomes: {{failed: {{missing-id: 1}}}}}}
journey:
  - {{at: 1s, do: submit, job: publish}}
"""
FLAW = "status-successful-is-success"


def scenario(folder: Path, id: str, text: str = SHORT) -> Path:
    """A short scenario below ``scenarios``."""
    path = folder / "scenarios" / f"{id}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.format(id=id), encoding="utf-8")
    return path


LEFT_OUT = ("inline_snapshot", "hypothesispytest", "faker", "anyio")
"""They have nothing to say here, and take seconds to start."""


def pytest_in(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The real pytest, with the plugins that are installed: those that a user of ours has beside us."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider" if "--lf" not in words else "cacheprovider"]
    command += [word for plugin in LEFT_OUT for word in ("-p", f"no:{plugin}")]
    command += ["--meanwhile-no-pictures", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def own_target(folder: Path, id: str, shows: str) -> Path:
    """The reference job UI as a target file of the project's own, which shows some kinds of jobs only."""
    home = folder / id
    home.mkdir()
    text = (data("fixtures/targets") / "reference" / "target.yaml").read_text(encoding="utf-8")
    text = text.replace("id: reference", f"id: {id}", 1).replace("shows: [publish, import]", f"shows: [{shows}]")
    (home / "target.yaml").write_text(text, encoding="utf-8")
    return home / "target.yaml"


def project(folder: Path, source: str) -> Path:
    """A test file beside one scenario."""
    scenario(folder, "mixed")
    (folder / "test_it.py").write_text(source, encoding="utf-8")
    return folder
