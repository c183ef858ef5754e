"""What sorts of values slots hold, and the forms in which each can be told; the first of them is the usual one."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeAlias

from harness.core.time import EPOCH_MS, iso

Form: TypeAlias = Callable[[Any], Any]
OWN = "own"
"""The form of a word that passes every table by."""


class Sort(StrEnum):
    """What a slot holds."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    PERCENT = "percent"
    MOMENT = "moment"
    DURATION = "duration"
    WORD = "word"
    GIVEN = "given"


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """``done`` of ``total`` items, neither of them rounded. ``ended``: nothing of it is left to happen."""

    done: int
    total: int
    ended: bool

    @property
    def percent(self) -> Fraction:
        """Exactly so many per cent; of nothing, all once it has ended."""
        if self.total == 0:
            return Fraction(100 if self.ended else 0)
        return Fraction(100 * self.done, self.total)


def _whole(share: Share) -> int:
    whole = int(share.percent)
    return whole if share.ended else min(whole, 99)


def _hundredth(share: Share) -> float:
    return float(round(share.percent, 2))


def _epoch_ms(at_ms: int) -> int:
    return EPOCH_MS + at_ms


def _clock(duration_ms: int) -> str:
    minutes, seconds = divmod(duration_ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def in_text(value: Any) -> str:
    """A value as it stands in a sentence: as JSON writes it, and a text without its quotes."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _as_it_is(value: Any) -> Any:
    return value


FORMS: Mapping[Sort, Mapping[str, Form]] = {
    Sort.TEXT: {"text": _as_it_is},
    Sort.NUMBER: {"number": _as_it_is, "text": in_text},
    Sort.FLAG: {"flag": _as_it_is, "number": int, "text": in_text},
    Sort.PERCENT: {
        "whole": _whole,
        "hundredth": _hundredth,
        "fraction": lambda share: round(float(share.percent) / 100, 4),
    },
    Sort.MOMENT: {
        "iso": iso,
        "s": lambda at_ms: _epoch_ms(at_ms) // 1000,
        "ms": _epoch_ms,
        "clock": lambda at_ms: iso(at_ms)[11:19],
    },
    Sort.DURATION: {
        "s": lambda duration_ms: duration_ms // 1000,
        "tenth": lambda duration_ms: duration_ms // 100 / 10,
        "ms": _as_it_is,
        "clock": _clock,
    },
    Sort.WORD: {OWN: _as_it_is},
    Sort.GIVEN: {"given": _as_it_is, "text": in_text},
}
"""Of a word, the tables of the file are forms too."""

MEANINGS: Mapping[Sort, str] = {
    Sort.TEXT: "text",
    Sort.NUMBER: "a number; `text` writes it as a string",
    Sort.FLAG: "true or false; `number` writes 1 or 0, `text` a string",
    Sort.PERCENT: "`whole` (rounded down, below 100 until the job has ended); `hundredth` (28.57, the plain quotient); "
    "`fraction` (0.2857)",
    Sort.MOMENT: "`iso` (2026-01-05T09:00:12.000Z); `s` and `ms` since 1970; `clock` (09:00:12, UTC)",
    Sort.DURATION: "`s` (whole seconds); `tenth` (12.3); `ms`; `clock` (1:05, 1:00:05)",
    Sort.WORD: "one of a few words, by its table; `own` is the word of the slot itself; any of `tables:`",
    Sort.GIVEN: "what the request said, as it said it; `text` writes it as a string",
}
