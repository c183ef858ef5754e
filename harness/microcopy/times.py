"""Clock times and durations as pages write them, in ms, and how exactly they are told."""

import re

SECOND_MS = 1_000
MINUTE_MS = 60 * SECOND_MS
HOUR_MS = 60 * MINUTE_MS

_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?(?:[.,]\d+)?z?\s*(?:([ap])\.?m\b\.?)?", re.IGNORECASE)
_PART = re.compile(r"(\d+(?:[.,]\d+)?|\ban?\b)\s?(ms|milli|s|m|h|d)", re.IGNORECASE)
_UNITS = {"ms": 1, "milli": 1, "s": SECOND_MS, "m": MINUTE_MS, "h": HOUR_MS, "d": 24 * HOUR_MS}

Told = tuple[int, int]
"""The time in ms, and the unit in ms to which it is rounded."""


def clock(written: str) -> Told | None:
    """``09:03:20`` and ``9:03 pm`` as ms of the day."""
    match = _CLOCK.search(written)
    if match is None:
        return None
    hour, minute, second = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if match[4]:
        hour = hour % 12 + (12 if match[4].lower() == "p" else 0)
    unit_ms = SECOND_MS if match[3] else MINUTE_MS if match[2] else HOUR_MS
    return hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS, unit_ms


def duration(written: str) -> Told | None:
    """``12 s``, ``1 min 20 s``, ``a minute``; None for what has no number, such as ``a few seconds``."""
    if re.search(r"\b(?:few|couple|several|less|under|half)\b", written, re.IGNORECASE):
        return None
    parts = [(amount, _UNITS[unit.lower()]) for amount, unit in _PART.findall(written)]
    if not parts:
        return None
    total = sum(_amount(amount) * unit_ms for amount, unit_ms in parts)
    return round(total), min(unit_ms for _, unit_ms in parts)


def _amount(written: str) -> float:
    return 1 if written.lower() in ("a", "an") else float(written.replace(",", "."))
