"""Phrases that a target file teaches: the words of one page, and what they say in plain words that the reader knows.

``"Knocked back: {count}": "{count} failed"``: a place in braces stands for a number, on both sides.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from harness.microcopy.lists import lists_of
from harness.microcopy.reader import read
from harness.microcopy.utterance import understand

PLACE = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
_NUMBER = r"\d[\d.,  ]*\d|\d"
_ENDS = r"(?=$|[\s.,;:!?)…·–—-])"
_SPACE = re.compile(r"\s+")
_NAMES = ("count", "total")


@dataclass(frozen=True)
class Taught:
    """The phrases of one page. Nothing is taught by none."""

    phrases: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        longest = sorted(self.phrases, key=len, reverse=True)
        return tuple((_pattern(words), _meaning(self.phrases[words])) for words in longest)

    def plainly(self, text: str) -> str:
        """The text, with every taught phrase in it put into plain words."""
        for pattern, meaning in self._patterns:
            text = pattern.sub(meaning, text)
        return text


@lru_cache(maxsize=1_000)
def _pattern(words: str) -> re.Pattern[str]:
    parts = PLACE.split(_SPACE.sub(" ", words.strip()))
    held = "".join(f"(?P<{part}>{_NUMBER})" if index % 2 else _plain(part) for index, part in enumerate(parts))
    return re.compile(rf"(?<!\w){held}{_ENDS}", re.IGNORECASE)


def _plain(part: str) -> str:
    return re.escape(part).replace(r"\ ", r"\s+")


def _meaning(words: str) -> str:
    return PLACE.sub(r"\\g<\1>", words.replace("\\", "\\\\"))


def trouble_with(words: str, meaning: str) -> str | None:
    """Why a phrase cannot be taught, as a sentence with the way out; None where it can."""
    if not re.search(r"[^\W\d_]", PLACE.sub("", words)):
        return f'"{words}" holds no word; write the words of the page, with {{count}} where a number stands'
    strange = [name for name in PLACE.findall(meaning) if name not in PLACE.findall(words)]
    if strange:
        return f'"{{{strange[0]}}}" does not stand in "{words}"; write the same place on both sides'
    if len(set(PLACE.findall(words))) < len(PLACE.findall(words)):
        return f'"{words}" names one place twice; give each number a name of its own, such as {{count}} and {{total}}'
    if not _is_read(PLACE.sub("3", meaning)):
        return f'"{meaning}" cannot be read either; write plain words, such as "3 failed", "succeeded" or "queued"'
    return None


def _is_read(text: str) -> bool:
    lists = lists_of(None)
    if read(text).readings or lists is None:
        return True
    return any(held.causes or held.remedies for held in understand((text,), lists).phrases)


def template(text: str) -> str:
    """How a sentence that could not be read is taught: its numbers as places. ``17 of 20 sent`` -> ``{count} of {total}
    sent``
    """
    names = iter([*_NAMES, *(f"n{number}" for number in range(3, 100))])
    return re.sub(r"\d[\d.,]*\d|\d", lambda _: f"{{{next(names)}}}", _SPACE.sub(" ", text.strip()))
