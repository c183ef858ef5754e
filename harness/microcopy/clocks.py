"""Durations and times of day as a page writes them, in numbers."""

import re

_UNITS = {"ms": 0.001, "s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800}
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s?([a-z]+)", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?[^a-z]*([ap])?", re.IGNORECASE)
_ONE = re.compile(r"^(?:less than |under )?(?:an?|one)\s(second|minute|hour|day)")


def seconds(written: str) -> float | None:
    """``2 min 30 s``, ``1h``, ``a minute`` in seconds; None for what gives no number, such as "a few seconds"."""
    if one := _ONE.match(written.lower()):
        return float(_UNITS[one[1][0]])
    parts = _PART.findall(written)
    if not parts:
        return None
    return sum(float(number.replace(",", ".")) * _UNITS[_unit(unit)] for number, unit in parts)


def _unit(word: str) -> str:
    word = word.lower()
    return "ms" if word in ("ms", "millisecond", "milliseconds") else word[0]


def step_of(written: str) -> float:
    """The smallest unit that it is written in, in seconds: how finely it tells."""
    units = [_UNITS[_unit(unit)] for _, unit in _PART.findall(written)]
    return float(min(units, default=60))


def clock(written: str) -> int | None:
    """``14:32``, ``2:32 pm`` as the minute of the day."""
    match = _CLOCK.match(written.strip().removeprefix("t").removeprefix("T"))
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[4] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return 60 * hour + minute
