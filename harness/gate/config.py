"""``meanwhile.toml``, or ``[tool.meanwhile]`` of pyproject.toml: targets, suites, and what a breach of a law means."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from harness.core.errors import UsageError
from harness.core.verdicts import Level
from harness.gate.baseline import present_id
from harness.gate.toml_lines import locate
from harness.scenario import yaml_file
from harness.scenario.checks import Place, Problem
from harness.scenario.problems import Wording, nearest, readable
from harness.scenario.types import Kebab, Part
from harness.trace.about import LawInfo

NAME = "meanwhile.toml"
PROJECT = "pyproject.toml"
_TABLE: Place = ("tool", "meanwhile")


class LawPart(Part):
    """What a breach of one law means."""

    level: Level
    reason: str = ""

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.level is Level.ERROR or self.reason.strip():
            return self
        raise ValueError(f'"{self.level}" needs a reason; write reason = "..." beside it')


class ConfigPart(Part):
    """What the table may say."""

    targets: dict[Kebab, str] = Field(default_factory=dict)
    suites: dict[Kebab, tuple[str, ...]] = Field(default_factory=dict)
    laws: dict[Kebab, LawPart] = Field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Config:
    """What the file says; without a file, nothing. ``told`` paths are relative to the folder of ``path``."""

    told: ConfigPart = field(default_factory=ConfigPart)
    path: Path = Path(NAME)
    text: str = ""
    table: Place = ()

    def trouble(self, *found: Problem) -> UsageError:
        """The error that names these problems with their lines."""
        placed = [((*self.table, *place), sentence) for place, sentence in found]
        return yaml_file.trouble(self.path, self.text, placed, locate)

    def levels(self, laws: Sequence[LawInfo]) -> tuple[LawInfo, ...]:
        """The laws with what a breach of each means here."""
        set_ = {present_id(id, laws): part for id, part in self.told.laws.items()}
        return tuple(_levelled(law, set_) for law in laws)

    def remarks(self, laws: Sequence[LawInfo]) -> tuple[str, ...]:
        """What a person should mend at leisure: laws that are called by an id which they had once."""
        renamed = [(id, present_id(id, laws)) for id in self.told.laws if present_id(id, laws) != id]
        return tuple(f"{self._at('laws', id)}: {id}: the law is now called {now}; write that" for id, now in renamed)

    def _at(self, *place: str) -> str:
        line, _ = locate(self.text, (*self.table, *place))
        return f"{yaml_file.shown(self.path)}:{line}"


def find_config(start: Path) -> Path | None:
    """The nearest file that says something: in the folder, or in those above it up to the root of the repository."""
    folders = [start, *start.parents]
    root = next((index for index, folder in enumerate(folders) if (folder / ".git").exists()), 0)
    return next((path for folder in folders[: root + 1] for path in _files(folder)), None)


def _files(folder: Path) -> Iterator[Path]:
    if (folder / NAME).is_file():
        yield folder / NAME
    project = folder / PROJECT
    if project.is_file() and re.search(r"(?m)^\s*\[\s*tool\s*\.\s*meanwhile\b", project.read_text("utf-8", "replace")):
        yield project


def read_config(path: Path, laws: Sequence[LawInfo]) -> Config:
    """The file at that path. Raises UsageError: all that is wrong, each with file, line and the way out."""
    text = yaml_file.text(path, "TOML")
    tree = _tree(text, path)
    table: Place = _TABLE if path.name == PROJECT else ()
    for step in table:
        tree = tree.get(step, {}) if isinstance(tree, dict) else tree
    found = list(_no_laws(tree, laws))
    try:
        config = Config(told=ConfigPart.model_validate(tree), path=path, text=text, table=table)
    except ValidationError as error:
        found += [_readable(one) for one in error.errors()]
    if found:
        raise Config(path=path, text=text, table=table).trouble(*found)
    return config


def _tree(text: str, path: Path) -> Any:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column \d+\)", str(error))
        said = str(error).partition(" (at ")[0]
        said = said[:1].lower() + said[1:]
        line = place[1] if place else len(text.splitlines()) or 1
        raise UsageError(f"{yaml_file.shown(path)}:{line}: this is not TOML ({said}); look at this line") from None


def _readable(error: ErrorDetails) -> Problem:
    """A problem in the words of TOML, where those of YAML would mislead."""
    wording = _WORDINGS.get(error["type"])
    return (error["loc"], wording(error)) if wording else readable(error, ConfigPart)


def _no_laws(tree: Any, laws: Sequence[LawInfo]) -> Iterator[Problem]:
    """Laws that there are not, whatever else is wrong with the file."""
    known = [law.id for law in laws]
    told = tree.get("laws") if isinstance(tree, dict) else None
    for id in told if isinstance(told, dict) else ():
        if present_id(id, laws) not in known:
            yield _no_law(id, known)


def _no_law(id: str, known: Sequence[str]) -> Problem:
    way_out = f"{nearest(id, known)}take it out, or write one that `meanwhile laws` lists"
    return ("laws", id), f'"{id}" is no law; {way_out}'


def _levelled(law: LawInfo, levels: Mapping[str, LawPart]) -> LawInfo:
    part = levels.get(law.id)
    return law if part is None else replace(law, level=part.level, reason=part.reason)


def _say(way_out: str, error: ErrorDetails) -> str:
    return f'"{error["input"]}" is wrong; {way_out}'


_TABLE_WORDS = partial(_say, 'write a table, such as {level = "warn", reason = "..."}')
_WORDINGS: dict[str, Wording] = {
    "missing": lambda error: f'is missing; write {error["loc"][-1]} = "..." here',
    "model_type": _TABLE_WORDS,
    "model_attributes_type": _TABLE_WORDS,
    "dict_type": partial(_say, "write a table, such as [targets], and lines of key = value below it"),
    "tuple_type": partial(_say, 'write a list, such as ["black-hole", "family:network"]'),
    "string_type": partial(_say, 'write it in quotes, such as "black-hole"'),
}
