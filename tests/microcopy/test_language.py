"""Word tables: groups match the longest word first; English is whole."""

import re

from harness.microcopy.english import ENGLISH
from harness.microcopy.language import any_of


def test_a_group_matches_the_longest_word_first() -> None:
    assert re.findall(any_of(["no", "none", "a.b"]), "none no a.b axb") == ["none", "no", "a.b"]


def test_every_pattern_of_english_is_a_pattern_and_every_word_in_lower_case() -> None:
    patterns = [ENGLISH.silent, ENGLISH.subordinate, ENGLISH.alert_words]
    patterns += [pattern for pattern, _ in (*ENGLISH.buckets, *ENGLISH.states)] + [held[0] for held in ENGLISH.notices]
    assert all(re.compile(pattern) for pattern in patterns)
    words = ENGLISH.job_nouns | ENGLISH.item_nouns | ENGLISH.foreign_nouns | ENGLISH.fillers | set(ENGLISH.endings)
    assert all(word == word.lower() for word in words)
