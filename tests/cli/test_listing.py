"""``meanwhile list`` names everything that there is to run."""

import pytest
from click.testing import CliRunner

from harness.cli import listing as module
from harness.core.errors import UsageError
from harness.engine.prepare import defects
from harness.scenario import read
from harness.targets.load import load, paths


def listed() -> dict[str, list[str]]:
    """The lines under each heading."""
    result = CliRunner().invoke(module.listing)
    assert result.exit_code == 0
    blocks = result.stdout.strip().split("\n\n")
    return {block.splitlines()[0]: [line.strip() for line in block.splitlines()[1:]] for block in blocks}


def test_every_scenario_and_target_is_listed_with_its_title() -> None:
    found = listed()
    scenarios = [read.load(path) for path in read.paths()]
    assert [line.split("  ", 1)[0] for line in found["Scenarios"]] == [one.id for one in scenarios]
    assert all(line.endswith(one.title) for line, one in zip(found["Scenarios"], scenarios, strict=True))
    targets = [load(path) for path in paths()]
    assert [line.split("  ", 1)[0] for line in found["Targets"]] == [one.id for one in targets]
    assert all(line.endswith(one.title) for line, one in zip(found["Targets"], targets, strict=True))


def test_every_defect_is_listed_with_the_law_that_catches_it() -> None:
    lines = listed()["Defects of the reference UI (meanwhile run --defect ID)"]
    assert [line.split("  ", 1)[0] for line in lines] == [one["id"] for one in defects()]
    assert all(line.endswith(f"(caught by {one['law']})") for line, one in zip(lines, defects(), strict=True))


def test_what_was_not_built_is_said_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def unbuilt() -> list[dict[str, str]]:
        raise UsageError("reference_ui is not built; run `make build`")

    monkeypatch.setattr(module, "defects", unbuilt)
    lines = listed()["Defects of the reference UI (meanwhile run --defect ID)"]
    assert lines == ["-  reference_ui is not built; run `make build`"]
