"""A part of a session: which of its trials are run here, the same on every machine."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

from harness.core.errors import UsageError

One = TypeVar("One")
_WORD = re.compile(r"(\d+)/(\d+)")


@dataclass(frozen=True, slots=True)
class Shard:
    """The ``number``-th of ``of`` parts, from 1."""

    number: int
    of: int

    @classmethod
    def parse(cls, word: str) -> Self:
        """The part that ``2/4`` names."""
        found = _WORD.fullmatch(word)
        if found is None:
            raise UsageError(f'--shard: "{word}" is no part of a session; write the part and their number, such as 2/4')
        number, of = int(found[1]), int(found[2])
        if not 1 <= number <= of:
            raise UsageError(f'--shard: "{word}" is none of {of} parts; they are counted from 1/{of} to {of}/{of}')
        return cls(number, of)

    def __str__(self) -> str:
        """``2/4``."""
        return f"{self.number}/{self.of}"

    def share(self, whole: Sequence[One]) -> tuple[One, ...]:
        """Every ``of``-th one: parts differ by one at most, and neighbours, which cost alike, are spread."""
        return tuple(whole[self.number - 1 :: self.of])
