"""Reads a scenario file. Whatever is wrong with it ends in UsageError: file, line, what is wrong and the way out."""

import re
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from harness.core import resources
from harness.core.errors import UsageError
from harness.scenario import checks
from harness.scenario.checks import Problem
from harness.scenario.lines import locate
from harness.scenario.problems import nearest, readable
from harness.scenario.scenario import Scenario

_SUFFIXES = (".yaml", ".yml")


def load(path: Path) -> Scenario:
    """The scenario in that file, wherever it lies."""
    return parse(_text(path), path)


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
    tree = _tree(text, path)
    if not isinstance(tree, dict):
        raise UsageError(f"{_shown(path)}:1: this holds no scenario; write id:, title:, world: and journey:")
    try:
        scenario = Scenario.model_validate(tree)
    except ValidationError as error:
        raise _trouble(path, tree, [readable(one) for one in error.errors()]) from None
    found = [*checks.problems(scenario), *_wrong_name(scenario, path)]
    if found:
        raise _trouble(path, tree, found)
    return scenario


def _wrong_name(scenario: Scenario, path: Path) -> list[Problem]:
    if path.stem == scenario.id:
        return []
    way_out = f"write {path.stem}, or rename the file to {scenario.id}.yaml"
    return [
        (
            ("id",),
            f'"{scenario.id}" is not the name of the file; {way_out}',
        )
    ]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{_shown(path)}:1: this is not UTF-8 text (byte {error.start}); save it as UTF-8") from None
    except OSError as error:
        raise UsageError(
            f"{_shown(path)}: cannot be read ({error.strerror}); give the path of a scenario file"
        ) from None


def _tree(text: str, path: Path) -> Any:
    try:
        return YAML(typ="rt", pure=True).load(text)
    except DuplicateKeyError as error:
        key = re.search(r'"(.*?)"', error.problem or "")
        raise UsageError(f"{_at(path, error)}: {key[1] if key else 'a key'}: is written twice; keep one") from None
    except MarkedYAMLError as error:
        raise UsageError(f"{_at(path, error)}: {_syntax(error)}") from None
    except (YAMLError, ValueError, RecursionError) as error:
        said = str(error).partition("\n")[0]
        raise UsageError(f"{_shown(path)}:1: this is not YAML ({said}); mend it") from None


def _syntax(error: MarkedYAMLError) -> str:
    problem = error.problem or "it cannot be read"
    if "\\t" in problem or "\t" in problem:
        return "a tab stands where spaces belong; write spaces"
    return f"this is not YAML ({problem}); look at this line and the one above it"


def _at(path: Path, error: MarkedYAMLError) -> str:
    mark = error.problem_mark or error.context_mark
    return f"{_shown(path)}:{mark.line + 1 if mark else 1}"


def _trouble(path: Path, tree: Any, found: list[Problem]) -> UsageError:
    lines = sorted({_line(path, tree, problem) for problem in found})
    return UsageError("\n".join(text for _, text in lines))


def _line(path: Path, tree: Any, problem: Problem) -> tuple[int, str]:
    place, sentence = problem
    line, key = locate(tree, place)
    if sentence.startswith("is missing"):
        key = str(place[-1])
    return line, f"{_shown(path)}:{line}: {key}: {sentence}" if key else f"{_shown(path)}:{line}: {sentence}"


def _shown(path: Path) -> Path:
    """The path as a person would type it from here."""
    return path.relative_to(Path.cwd()) if path.is_absolute() and path.is_relative_to(Path.cwd()) else path
