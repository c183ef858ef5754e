"""Word lists in text files: sections of lines, read once.

``NAME = pattern`` before the first section is put in for ``{NAME}``. ``#`` at the head of a line begins a remark.
"""

import re
from collections.abc import Mapping
from pathlib import Path

_MACRO = re.compile(r"([A-Z]+) = (.*)")
_SECTION = re.compile(r"\[([a-z_ -]+)\]")
_USE = re.compile(r"\{([A-Z]+)\}")

Lists = Mapping[str, re.Pattern[str]]


def load(path: Path) -> Lists:
    """Section -> a pattern that finds any of its lines. A line stands for whole words; with ``~`` at its head it may
    begin inside one. Raises ValueError with the file where a line is wrong.
    """
    return {name: _compiled(name, lines, path) for name, lines in sections(path).items()}


def sections(path: Path, given: Mapping[str, str] | None = None) -> dict[str, list[str]]:
    """Section -> its lines, with the names put in; ``given`` are names from elsewhere. Raises ValueError."""
    macros = dict(given or {})
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if section := _SECTION.fullmatch(text):
            lines = found.setdefault(section[1], [])
        elif not found and (macro := _MACRO.fullmatch(text)):
            macros[macro[1]] = _filled(macro[2], macros, path, number)
        else:
            lines.append(_filled(text, macros, path, number))
    return found


def _filled(text: str, macros: dict[str, str], path: Path, number: int) -> str:
    unknown = [name for name in _USE.findall(text) if name not in macros]
    if unknown:
        raise ValueError(f"{path.name}:{number}: {{{unknown[0]}}} is not known here; names are {', '.join(macros)}")
    return _USE.sub(lambda match: macros[match[1]], text)


def _whole(text: str) -> str:
    return rf"(?:{text[1:]})" if text.startswith("~") else rf"(?<![\w'-])(?:{text})(?![\w-])"


def _compiled(name: str, lines: list[str], path: Path) -> re.Pattern[str]:
    try:
        return re.compile("|".join(map(_whole, lines)))
    except re.error as error:
        raise ValueError(f"{path.name}: [{name}] holds what is no pattern ({error}): {error.pattern!r}") from error
