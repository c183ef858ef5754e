"""YAML files that people write: read, checked against a model, and each mistake told with its file and line."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from harness.core.errors import UsageError
from harness.scenario.checks import Place, Problem
from harness.scenario.lines import locate
from harness.scenario.problems import readable
from harness.scenario.world.recordings import FOLDER

Model = TypeVar("Model", bound=BaseModel)
Locate: TypeAlias = Callable[[Any, Place], tuple[int, str]]
"""the line of a place in the file, and the last key on the way to it"""


def checked(model: type[Model], tree: Any, path: Path) -> Model:
    """What the tree says, as the model; UsageError where it does not fit. Files that it names may lie beside it."""
    try:
        return model.model_validate(tree, context={FOLDER: path.parent})
    except ValidationError as error:
        raise trouble(path, tree, [readable(one, model) for one in error.errors()]) from None


def text(path: Path, noun: str) -> str:
    """The file's text; ``noun`` says what sort of file it should be."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{shown(path)}:1: this is not UTF-8 text (byte {error.start}); save it as UTF-8") from None
    except OSError as error:
        raise UsageError(f"{shown(path)}: cannot be read ({error.strerror}); give the path of a {noun} file") from None


def tree(source: str, path: Path) -> Any:
    """The YAML as mappings and lists that know their lines; ``path`` is for the messages."""
    try:
        return YAML(typ="rt", pure=True).load(source)
    except DuplicateKeyError as error:
        key = re.search(r'"(.*?)"', error.problem or "")
        raise UsageError(f"{_at(path, error)}: {key[1] if key else 'a key'}: is written twice; keep one") from None
    except MarkedYAMLError as error:
        raise UsageError(f"{_at(path, error)}: {_syntax(error)}") from None
    except (YAMLError, ValueError, RecursionError) as error:
        said = str(error).partition("\n")[0]
        line = _wrong_day(source) or 1
        raise UsageError(f"{shown(path)}:{line}: this is not YAML ({said}); mend it") from None


def _wrong_day(source: str) -> int | None:
    """The line of a day that no calendar has: YAML takes it for one, and does not say where it stands."""
    for number, line in enumerate(source.splitlines(), 1):
        for word in re.findall(r"(?<!\S)\d{4}-\d{2}-\d{2}\b", line):
            try:
                date.fromisoformat(word)
            except ValueError:
                return number
    return None


def _syntax(error: MarkedYAMLError) -> str:
    problem = error.problem or "it cannot be read"
    if "\\t" in problem or "\t" in problem:
        return "a tab stands where spaces belong; write spaces"
    return f"this is not YAML ({problem}); look at this line and the one above it"


def _at(path: Path, error: MarkedYAMLError) -> str:
    mark = error.problem_mark or error.context_mark
    return f"{shown(path)}:{mark.line + 1 if mark else 1}"


def trouble(path: Path, tree: Any, found: list[Problem], locate: Locate = locate) -> UsageError:
    """One error that names every problem, in the order of the lines; ``locate`` finds them in other files than YAML."""
    lines = sorted({_line(path, tree, problem, locate) for problem in found})
    return UsageError("\n".join(line for _, line in lines))


def _line(path: Path, tree: Any, problem: Problem, locate: Locate) -> tuple[int, str]:
    place, sentence = problem
    line, key = locate(tree, place)
    if sentence.startswith("is missing"):
        key = str(place[-1])
    return line, f"{shown(path)}:{line}: {key}: {sentence}" if key else f"{shown(path)}:{line}: {sentence}"


def shown(path: Path) -> Path:
    """The path as a person would type it from here."""
    return path.relative_to(Path.cwd()) if path.is_absolute() and path.is_relative_to(Path.cwd()) else path
