"""The words of one job: what it is called, its verb, what its items are called. Said in words that the tables know."""

import re
from dataclasses import dataclass
from functools import lru_cache

from harness.microcopy.english import ENGLISH

_VERB = ENGLISH.activities["publish"]
_LEAST = 4
_VOWELS = "aeiou"


@dataclass(frozen=True, kw_only=True, slots=True)
class Own:
    """``title`` is taken for a name. ``verb`` ("post") and ``noun`` ("invoice") are read as any job's verb and item."""

    title: str | None = None
    verb: str | None = None
    noun: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The titles."""
        return (self.title,) if self.title else ()

    def plainly(self, text: str) -> str:
        """The text with the job's own words put into known ones. Its title stays."""
        parts = _around(self.title).split(text) if self.title else [text]
        patterns = _own(self.verb, self.noun)
        return "".join(part if index % 2 else _said(part, patterns) for index, part in enumerate(parts))


NOBODYS = Own()
Patterns = tuple[tuple[re.Pattern[str], str], ...]


def _said(text: str, patterns: Patterns) -> str:
    for pattern, word in patterns:
        text = pattern.sub(word, text)
    return text


@lru_cache(maxsize=1_000)
def _around(title: str) -> re.Pattern[str]:
    return re.compile(f"({re.escape(title)})", re.IGNORECASE)


@lru_cache(maxsize=1_000)
def _own(verb: str | None, noun: str | None) -> Patterns:
    found: list[tuple[re.Pattern[str], str]] = []
    if noun and noun.lower() not in ENGLISH.item_nouns - ENGLISH.foreign_nouns:
        found += [(_word(plural(noun)), "items"), (_word(noun), "item")]
    if verb:
        found += _of_verb(verb.lower())
    return tuple(found)


def _of_verb(verb: str) -> Patterns:
    """``posting`` of ``post``; ``delivery``, ``migration``, which are the job; "3 uploads", which are what it did."""
    forms = (verb, doing(verb), done(verb)) if verb not in ENGLISH.achievements else ()
    said = tuple((_word(form), known) for form, known in zip(forms, _VERB, strict=False))
    deed = re.compile(rf"\b{re.escape(verb.removesuffix('e'))}(?:ion|ation|y|ment|al|ication)\b", re.IGNORECASE)
    counted = re.compile(rf"(?<=\d ){re.escape(verb)}s?\b(?! (?:in|at|of)\b)", re.IGNORECASE)
    return (*said, (deed, "job"), (counted, "items"))


def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)


def plural(noun: str) -> str:
    """``category`` -> ``categories``."""
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def doing(verb: str) -> str:
    """``post`` -> ``posting``, ``move`` -> ``moving``, ``map`` -> ``mapping``."""
    if verb in ENGLISH.activities:
        return ENGLISH.activities[verb][1]
    return f"{_stem(verb)}ing"


def done(verb: str) -> str:
    """``post`` -> ``posted``, ``copy`` -> ``copied``."""
    if verb in ENGLISH.activities:
        return ENGLISH.activities[verb][2]
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{_stem(verb)}ed"


def _stem(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1]
    short = len(verb) <= _LEAST and re.search(r"[^aeiou][aeiou][bdgmnprt]$", verb) is not None
    return verb + verb[-1] if short else verb
