"""The words of a clause that no table knows: where some are left, the clause may say more than what was read in it."""

import re
from functools import lru_cache

from harness.microcopy.language import Language, any_of
from harness.microcopy.numbers import stem

_WORD = re.compile(r"[a-z][a-z'-]+")
_PLACE = re.compile(r"<\w\d+>")
_PLAIN = frozenset(
    """an as at away back be before behind below both but by can cannot could did do does down done each end for from
    get go goes going got has have her his how if in into is it like made make may me might more must next no none nor
    not of off on one only onto or other our out over own per please same see should show since so still than thank
    thanks that the their them then these this those through to too until up us very via was we were what when where
    which while who why will with within without would yet you your isn't aren't wasn't weren't don't doesn't didn't
    can't couldn't won't hasn't haven't it's we're you're view details more learn open hide wait moment sorry ok okay
    again once because due attempt attempts try tries time times today tomorrow hello hi dear help note info
    schedule soon shortly later long longer slow usual usually queue line ready triggered""".split()
)


@lru_cache(maxsize=20_000)
def strangers_in(clause: str, language: Language) -> tuple[str, ...]:
    """The words, in order. What names a state, an end or a counter is known."""
    words = _WORD.findall(_PLACE.sub(" ", _known_phrases(language).sub(" ", clause)))
    return tuple(word for word in words if not _is_known(word, language))


@lru_cache(maxsize=4)
def _known_phrases(language: Language) -> re.Pattern[str]:
    states = (rf"(?<![\w'-])(?:{pattern})(?![\w'-])" for pattern, _ in language.states)
    buckets = (pattern for pattern, _ in language.buckets)
    return re.compile("|".join((rf"\b{any_of(language.endings)}\b", *buckets, *states)))


def _is_known(word: str, language: Language) -> bool:
    nouns = language.job_nouns | language.item_nouns
    numbers = language.number_words.keys() | language.ordinals.keys()
    plain = _PLAIN | language.fillers | language.determiners | numbers
    return word in nouns or word in plain or stem(word, language) is not None
