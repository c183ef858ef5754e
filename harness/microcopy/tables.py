"""Reads the word tables of a language from its folder of text files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from harness.microcopy.language import Language, any_of
from harness.microcopy.wordlist import sections

Sections = dict[str, list[str]]
Forms = dict[str, tuple[str, str, str]]


def load(folder: Path) -> Language:
    """The tables of one language. Raises ValueError where a line is wrong, KeyError where a section is missing."""
    verbs = sections(folder / "verbs.txt")
    forms = {base: (base, doing, done) for base, doing, done in map(str.split, verbs["activities"])}
    notices = sections(folder / "notices.txt")
    return Language(
        activities=forms,
        kin={verb: frozenset(line.split()) for line in verbs["kin"] for verb in line.split()},
        achievements=frozenset(forms) - _words(verbs["neutral"]),
        imperatives=frozenset(forms) | _words(verbs["imperatives"]),
        idioms=tuple(map(_idiom, sections(folder / "idioms.txt")["idioms"])),
        dated=_any(notices.pop("dated")),
        notices=tuple(_notices(notices)),
        **_nouns(folder),
        **_predicates(folder, forms, _words(verbs["worked"])),
        **_moods(folder),
    )


def _moods(folder: Path) -> dict[str, Any]:
    return {name: _any(lines) for name, lines in sections(folder / "moods.txt").items()}


def _nouns(folder: Path) -> dict[str, Any]:
    held = sections(folder / "nouns.txt")
    return {
        **{f"{name}_nouns": _words(held[name]) for name in ("job", "item", "foreign", "interface")},
        **{name: _words(held[name]) for name in ("fillers", "determiners")},
        "number_words": _numbered(held["numbers"]),
        "ordinals": _numbered(held["ordinals"]),
    }


def _predicates(folder: Path, forms: Forms, worked: frozenset[str]) -> dict[str, Any]:
    every = {form for three in forms.values() for form in three} | worked
    given = {"WORKED": any_of(every), "DONE": any_of(done for _, _, done in forms.values())}
    held = sections(folder / "predicates.txt", given)
    return {
        "buckets": tuple(_named(held["buckets"])),
        "endings": {word: outcome for words, outcome in _named(held["endings"]) for word in words.split()},
        "states": tuple(_named(held["states"])),
        "alert_words": _any(held["alert"]),
    }


def _words(lines: list[str]) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


def _any(lines: list[str]) -> str:
    return "|".join(lines)


def _numbered(lines: list[str]) -> dict[str, int]:
    return {word: int(number) for word, number in map(str.split, lines)}


def _named(lines: list[str]) -> Iterator[tuple[str, str]]:
    """``NAME: pattern`` -> the pattern, and what it is called."""
    for line in lines:
        name, _, pattern = line.partition(": ")
        yield pattern, name


def _idiom(line: str) -> tuple[str, str]:
    """``PATTERN => words``; quoted where the words begin or end with a space."""
    pattern, _, words = line.rpartition(" => ")
    return pattern, words.removeprefix('"').removesuffix('"')


def _notices(held: Sections) -> Iterator[tuple[str, str, str | None]]:
    """Sections ``[KIND WORD]``, in order."""
    for name, lines in held.items():
        kind, _, word = name.partition(" ")
        for line in lines:
            yield line, kind, word or None
