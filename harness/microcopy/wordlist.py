"""Word lists in text files: sections of patterns of whole words, one a line, read once.

``NAME = pattern`` before the first section is put in for ``{NAME}``. A line stands for whole words; with ``~`` at its
head it may begin inside one. ``#`` at the head of a line begins a remark.
"""

import re
from collections.abc import Mapping
from pathlib import Path

_MACRO = re.compile(r"([A-Z]+) = (.*)")
_SECTION = re.compile(r"\[([a-z -]+)\]")
_USE = re.compile(r"\{([A-Z]+)\}")

Lists = Mapping[str, re.Pattern[str]]


def load(path: Path) -> Lists:
    """Section -> a pattern that finds any of its lines. Raises ValueError with the file where a line is wrong."""
    macros: dict[str, str] = {}
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if section := _SECTION.fullmatch(text):
            lines = sections.setdefault(section[1], [])
        elif not sections and (macro := _MACRO.fullmatch(text)):
            macros[macro[1]] = _filled(macro[2], macros, path, number)
        else:
            lines.append(_whole(_filled(text, macros, path, number)))
    return {name: _compiled(name, held, path) for name, held in sections.items()}


def _filled(text: str, macros: dict[str, str], path: Path, number: int) -> str:
    unknown = [name for name in _USE.findall(text) if name not in macros]
    if unknown:
        raise ValueError(f"{path.name}:{number}: {{{unknown[0]}}} is not known here; names are {', '.join(macros)}")
    return _USE.sub(lambda match: macros[match[1]], text)


def _whole(text: str) -> str:
    return rf"(?:{text[1:]})" if text.startswith("~") else rf"(?<![\w'-])(?:{text})(?![\w-])"


def _compiled(name: str, lines: list[str], path: Path) -> re.Pattern[str]:
    try:
        return re.compile("|".join(lines))
    except re.error as error:
        raise ValueError(f"{path.name}: [{name}] holds what is no pattern ({error}): {error.pattern!r}") from error
