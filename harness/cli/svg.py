"""A small writer of SVG: elements as text, times as places, texts cut to what fits."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from harness.reporters.words import printable

_CHARACTER_PX = 6.4
_SECOND_MS, _MINUTE_MS, _HOUR_MS = 1_000, 60_000, 3_600_000
_STEPS = (
    *(seconds * _SECOND_MS for seconds in (1, 2, 5, 10, 20, 30)),
    *(minutes * _MINUTE_MS for minutes in (1, 2, 5, 10, 20, 30)),
    *(hours * _HOUR_MS for hours in (1, 2, 3, 6, 12, 24, 48)),
)
_MOST_TICKS = 10


def element(tag: str, *children: str, **attributes: object) -> str:
    """An element; ``class_`` and ``stroke_width`` are written class and stroke-width, numbers to a tenth."""
    written = (
        f" {name.rstrip('_').replace('_', '-')}={quoteattr(_value(value))}"
        for name, value in attributes.items()
        if value is not None
    )
    start = f"<{tag}{''.join(written)}"
    return f"{start}>{''.join(children)}</{tag}>" if children else f"{start}/>"


def text(words: str, *, x: float, y: float, width: float | None = None, **attributes: object) -> str:
    """Words at a place; where they do not fit into the width they are cut, and whole on pointing at them."""
    whole = printable(words)
    most = len(whole) if width is None else max(int(width / _CHARACTER_PX), 1)
    if len(whole) <= most:
        return element("text", escape(whole), x=x, y=y, **attributes)
    cut = escape(whole[: most - 1].rstrip()) + "…"
    return element("text", hint(whole), cut, x=x, y=y, **attributes)


def hint(words: str) -> str:
    """What is said on pointing at the element around it, and to who listens."""
    return element("title", plain(words))


def plain(words: str) -> str:
    """Words as the content of an element."""
    return escape(printable(words))


def path(points: Iterable[tuple[float, float]], **attributes: object) -> str:
    """A line through the points."""
    return element("path", d="M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points), **attributes)


def ticks_ms(from_ms: int, to_ms: int) -> list[int]:
    """Round moments for an axis, at most eleven."""
    step_ms = next((step for step in _STEPS if (to_ms - from_ms) / step <= _MOST_TICKS), _STEPS[-1])
    while (to_ms - from_ms) / step_ms > _MOST_TICKS:
        step_ms *= 2
    first = -(-from_ms // step_ms) * step_ms
    return list(range(first, to_ms + 1, step_ms))


def tick_words(at_ms: int) -> str:
    """``0``, ``30 s``, ``1 min 30 s``, ``-2 h``."""
    hours, rest = divmod(abs(at_ms), _HOUR_MS)
    minutes, rest = divmod(rest, _MINUTE_MS)
    parts = [(hours, "h"), (minutes, "min"), (rest // _SECOND_MS, "s")]
    words = " ".join(f"{count} {unit}" for count, unit in parts if count)
    return f"{'−' if at_ms < 0 else ''}{words}" if words else "0"


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
