"""Reads a scenario file. Whatever is wrong with it ends in UsageError: file, line, what is wrong and the way out."""

from functools import cache
from pathlib import Path

from harness.core import resources
from harness.core.errors import UsageError
from harness.scenario import checks, yaml_file
from harness.scenario.checks import Problem
from harness.scenario.lines import locate
from harness.scenario.problems import nearest
from harness.scenario.scenario import Scenario

_SUFFIXES = (".yaml", ".yml")


def load(path: Path) -> Scenario:
    """The scenario in that file, wherever it lies. What ships is read once."""
    text = yaml_file.text(path, "scenario")
    return _shipped(text, path) if path.is_relative_to(resources.data("scenarios")) else parse(text, path)


def find(name: str) -> Path:
    """The file of a scenario, told by its id or by a path. Raises UsageError with the nearest id."""
    if name.endswith(_SUFFIXES) or Path(name).is_file():
        return Path(name)
    known = {path.stem: path for path in paths()}
    if name in known:
        return known[name]
    way_out = "`meanwhile list` shows them all; a path to a file will do too"
    raise UsageError(f'no scenario "{name}"; {nearest(name, known)}{way_out}')


def paths() -> tuple[Path, ...]:
    """The files of all scenarios that ship with Meanwhile, by family and id."""
    return tuple(sorted(resources.data("scenarios").rglob("*.yaml")))


def parse(text: str, path: Path) -> Scenario:
    """The scenario in that text; ``path`` is for the messages, and its name must be the scenario's id."""
    tree = yaml_file.tree(text, path)
    if not isinstance(tree, dict):
        raise UsageError(f"{yaml_file.shown(path)}:1: this holds no scenario; write id:, title:, world: and journey:")
    scenario = yaml_file.checked(Scenario, tree, path)
    found = [*checks.problems(scenario), *_wrong_name(scenario, path)]
    if found:
        raise yaml_file.trouble(path, tree, found)
    return scenario.written_at(tuple(locate(tree, ("journey", n))[0] for n in range(len(scenario.journey))))


_shipped = cache(parse)


def _wrong_name(scenario: Scenario, path: Path) -> list[Problem]:
    if path.stem == scenario.id:
        return []
    way_out = f"write {path.stem}, or rename the file to {scenario.id}.yaml"
    return [(("id",), f'"{scenario.id}" is not the name of the file; {way_out}')]
