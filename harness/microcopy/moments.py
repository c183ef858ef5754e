"""Which moment the time of an as-of means: ``09:03:20`` of the day, or ``12 s ago``; as exactly as it was written."""

import re
from dataclasses import dataclass
from functools import lru_cache

_UNITS_S = {"ms": 0.001, "s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800}
_CLOCK = re.compile(r"(?<![\d-])(?P<h>\d{1,2})(?::(?P<m>\d{2})(?::(?P<s>\d{2}(?:[.,]\d+)?))?)?\s?(?P<half>[ap]\.?m)?")
_PART = re.compile(r"(?P<number>\d+(?:[.,]\d+)?|\ban?\b)\s?(?P<unit>milliseconds?|ms|[smhdw])", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}[t ]?|.*\b\d{4},? (?:at )?(?=\d)", re.IGNORECASE)
_RECENT = re.compile(
    r"\bnow\b|\bmoments?\b|^(?:an? |few |couple of |several )*seconds?\b|\b(?:few|several|under|less)\b"
)
RECENT_S = 60
"""Words such as "just now" and "a few seconds ago" stand for anything below a minute."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """``ago``: so many seconds before it is read; else so many after midnight. It may mean from ``least_s`` to below
    ``most_s``: ``09:03`` is a whole minute, and of ``2 min ago`` nobody knows how it was rounded.
    """

    least_s: float
    most_s: float
    ago: bool


@lru_cache(maxsize=10_000)
def moment(when: str) -> Moment | None:
    """The moment that the words mean; None where they name a day and no time."""
    words = when.lower().strip()
    if _RECENT.search(words):
        return Moment(least_s=0, most_s=RECENT_S, ago=True)
    return _of_day(words) if re.search(r"\d:\d|\d\s?[ap]\.?m\b", words) else _before(words)


def _of_day(words: str) -> Moment | None:
    told = _CLOCK.search(_DATE.sub("", words))
    if told is None:
        return None
    hour = int(told["h"]) % 12 + (12 if told["half"].startswith("p") else 0) if told["half"] else int(told["h"])
    at_s = hour * 3_600 + int(told["m"] or 0) * 60 + float((told["s"] or "0").replace(",", "."))
    grain_s = 1 if told["s"] else 60 if told["m"] else 3_600
    return Moment(least_s=at_s, most_s=at_s + grain_s, ago=False)


def _before(words: str) -> Moment | None:
    parts = [(_number(part["number"]), _unit_s(part["unit"])) for part in _PART.finditer(words)]
    if not parts:
        return None
    age_s = sum(number * unit_s for number, unit_s in parts)
    grain_s = max(1, min(unit_s for _, unit_s in parts))
    return Moment(least_s=max(0, age_s - grain_s / 2), most_s=age_s + grain_s, ago=True)


def _number(written: str) -> float:
    return 1 if written.startswith("a") else float(written.replace(",", "."))


def _unit_s(written: str) -> float:
    return _UNITS_S["ms" if written.startswith(("ms", "milli")) else written[0]]
