"""The lists of words that judging takes, by language. English ships; another language brings a folder of its own."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from harness.microcopy import wordlist
from harness.microcopy.wordlist import Lists

FOLDER = Path(__file__).parent / "languages"
"""A folder for each language, by its tag."""
DEFAULT = "en"
"""What a page is taken for that does not say which language it is in."""


@dataclass(frozen=True, kw_only=True, eq=False)
class WordLists:
    """``faults``: what can be wrong, and with what. ``remedies``: what a person is told to do. ``promises``: words that
    claim much. ``vague``: words that tell nothing. ``waiting``: why a job waits. ``turns``: how else a clause tells how
    a job stands.
    """

    faults: Lists
    remedies: Lists
    promises: Lists
    vague: Lists
    waiting: Lists
    turns: Lists


def lists_of(lang: str | None) -> WordLists | None:
    """The lists for a page that says it is in that language (BCP 47); None for a language that has none."""
    primary = (lang or DEFAULT).lower().partition("-")[0]
    return _load(primary) if primary in _languages() else None


@cache
def _languages() -> frozenset[str]:
    return frozenset(folder.name for folder in FOLDER.iterdir() if folder.is_dir())


@cache
def _load(primary: str) -> WordLists:
    names = ("faults", "remedies", "promises", "vague", "waiting", "turns")
    return WordLists(**{name: wordlist.load(FOLDER / primary / f"{name}.txt") for name in names})
