"""``meanwhile list`` names everything that there is to run."""

import pytest
from click.testing import CliRunner

from harness.cli import listing as module
from harness.cli.wrapped import WIDTH
from harness.core.errors import UsageError
from harness.engine.prepare import defects
from harness.laws import ALL
from harness.scenario import read
from harness.targets.load import load, paths

DEFECTS = "Defects of the reference UI (meanwhile run --defect ID)"


def listed(*words: str) -> dict[str, list[str]]:
    """The lines under each heading."""
    result = CliRunner().invoke(module.listing, words)
    assert result.exit_code == 0
    blocks = result.stdout.strip().split("\n\n")
    return {block.splitlines()[0]: [line.strip() for line in block.splitlines()[1:]] for block in blocks}


def rows(lines: list[str]) -> list[tuple[str, str]]:
    """Name and text of each line."""
    return [(name, told.strip()) for name, _, told in (line.partition("  ") for line in lines)]


def test_every_scenario_is_listed_in_its_family_and_every_target_with_its_title() -> None:
    found = listed()
    wanted: dict[str, list[tuple[str, str]]] = {path.parent.name: [] for path in read.paths()}
    for path in read.paths():
        scenario = read.load(path)
        wanted[path.parent.name].append((scenario.id, scenario.title))
    families = {name.removeprefix("Scenarios: "): rows(found[name]) for name in found if name.startswith("Scenarios: ")}
    assert families == wanted
    assert rows(found["Targets"]) == [(one.id, one.title) for one in map(load, paths())]


def test_every_defect_is_listed_with_the_law_that_catches_it() -> None:
    found = dict(rows(listed("defects")[DEFECTS]))
    assert found == {one["id"]: f"{one['title']} (caught by {one['law']})" for one in defects()}


def test_each_law_names_the_scenarios_that_exist_for_it_and_each_scenario_its_laws() -> None:
    scenarios = [read.load(path) for path in read.paths()]
    by_law = dict(module.laws_by_scenario())
    assert list(by_law) == [law.id for law in ALL]
    for law in ALL:
        assert by_law[law.id].split(", ") == [one.id for one in scenarios if law.id in one.arms]
    told = CliRunner().invoke(module.listing, ["scenarios"]).stdout
    assert " ".join(told.split()).count("laws: ") == len(scenarios)
    assert "laws: cancelling-shown, cancelled-summary-true" in " ".join(told.split())
    assert "laws: none" not in told


def test_a_long_list_goes_on_below_its_beginning() -> None:
    lines = CliRunner().invoke(module.listing, ["laws"]).stdout.splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert any(line.startswith(" " * 20) for line in lines)


def test_what_was_not_built_is_said_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def unbuilt() -> list[dict[str, str]]:
        raise UsageError("reference_ui is not built; run `make build`")

    monkeypatch.setattr(module, "defects", unbuilt)
    assert listed()[DEFECTS] == ["-  reference_ui is not built; run `make build`"]
