"""The tables that a language brings to the claim reader. English ships; another language brings its own."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Language:
    """Word tables. Patterns see the shape of a clause: lower case, one space between words, ``<n0>`` for a number,
    ``<p0>`` a percentage, ``<d0>`` a duration, ``<t0>`` a time, ``<x0>`` what is no claim (money, dates, codes),
    ``<q0>`` a name or quotation.
    """

    activities: Mapping[str, tuple[str, str, str]]
    """stem -> (base form, -ing form, participle)"""
    kin: Mapping[str, frozenset[str]]
    """stem -> the stems that may say the same thing: "checking your items" is what the phase Validate does"""
    achievements: frozenset[str]
    """stems whose participle, with a number, counts what went well"""
    job_nouns: frozenset[str]
    item_nouns: frozenset[str]
    foreign_nouns: frozenset[str]
    """nouns of other things: what is said of them is not said of a job"""
    interface_nouns: frozenset[str]
    """nouns that turn the word before them into a label: publishing settings"""
    fillers: frozenset[str]
    """words that may stand beside a predicate and change nothing"""
    determiners: frozenset[str]
    number_words: Mapping[str, int]
    ordinals: Mapping[str, int]
    buckets: tuple[tuple[str, str], ...]
    """(pattern, bucket), tried in order"""
    endings: Mapping[str, str]
    """predicate -> outcome"""
    states: tuple[tuple[str, str], ...]
    """(pattern of a predicate, state), tried in order"""
    idioms: tuple[tuple[str, str], ...]
    """(pattern, plain words), applied in order before anything is read"""
    notices: tuple[tuple[str, str, str | None], ...]
    """(pattern, kind, word): whole notices that are read before mood; ``when`` in an as-of is its time"""
    dated: str
    """pattern of the time that a sentence about the connection gives: ``when``"""
    imperatives: frozenset[str]
    silent: str
    """pattern of a clause that claims nothing about now: questions, wishes, futures, habits, history"""
    history: str
    """pattern of the words after which a text tells of other times only"""
    reasons: str
    """pattern of a label whose text is a reason, and no claim"""
    stock: str
    """pattern of the words by which a text takes stock of things, and tells no run's deeds: 280 published, 20 not"""
    after_attempts: str
    """pattern of the end of a clause that says how many attempts it took; the number, and the noun"""
    next_attempt: str
    """pattern of a clause that tells when something is tried again, its group being the time or duration"""
    due: str
    """the like, of a clause beside one that tells of a retry"""
    unchanged: str
    """pattern of a clause that says that no work is left behind"""
    kept: str
    """pattern of a clause that says, without a number, that what was done stays"""
    subordinate: str
    """pattern of the words that begin a subordinate clause of time or condition"""
    alert_words: str
    """pattern of the state words that make an unread sentence doubtful"""
    time_left: str
    """pattern of the words that make a duration the time that is left"""


def any_of(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first."""
    return _group(tuple(words))


@lru_cache(maxsize=100)
def _group(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"
