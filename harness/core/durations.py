"""Durations: read as people write them (``90s``, ``1m30s``), kept as whole milliseconds, said as people say them."""

import re
from decimal import Decimal

UNITS_MS = {"ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000}
PATTERN = r"(\d+(\.\d+)?(ms|s|m|h))+"
_PART = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h)")
_BARE = re.compile(r"-?\d+(\.\d+)?")


class DurationError(ValueError):
    """A duration that cannot be read; the sentence gives the value and the way out."""


def parse(text: object) -> int:
    """Whole milliseconds of ``900ms``, ``90s``, ``2.8s``, ``3m``, ``1h`` or ``1m30s``."""
    word = str(text).strip()
    if _BARE.fullmatch(word):
        raise DurationError(f'"{word}" has no unit; write {word.lstrip("-")}s')
    if not re.fullmatch(PATTERN, word):
        raise DurationError(f'"{word}" is not a duration; write a number and a unit, such as 900ms, 90s, 3m or 1h')
    total = sum(Decimal(number) * UNITS_MS[unit] for number, unit in _PART.findall(word))
    if total != int(total):
        raise DurationError(f'"{word}" is finer than a millisecond; write {round(total)}ms')
    return int(total)


def compact(duration_ms: int) -> str:
    """The shortest form that ``parse`` reads back: ``90s``, ``3m``, ``900ms``."""
    for unit in ("h", "m", "s"):
        if duration_ms % UNITS_MS[unit] == 0 and (unit == "s" or duration_ms >= 2 * UNITS_MS[unit]):
            return f"{duration_ms // UNITS_MS[unit]}{unit}"
    return f"{duration_ms}ms"


def spoken(duration_ms: int) -> str:
    """For people, to the tenth of a second: ``12.5 s``, ``3 min 04.2 s``, ``1 h 02 min 00.0 s``."""
    if duration_ms < 0:
        return f"-{spoken(-duration_ms)}"
    tenths = (duration_ms + 50) // 100
    minutes, rest = divmod(tenths, 600)
    hours, minutes = divmod(minutes, 60)
    seconds = f"{rest // 10:02d}.{rest % 10} s" if minutes or hours else f"{rest // 10}.{rest % 10} s"
    if hours:
        return f"{hours} h {minutes:02d} min {seconds}"
    return f"{minutes} min {seconds}" if minutes else seconds
