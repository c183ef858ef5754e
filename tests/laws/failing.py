"""Tiny trials of runs of which items failed, and pages that tell it: for the laws about words."""

from tests.tiny import Tiny

TITLE = "Publish 3 items"
ENDED = "Ended: 2 succeeded, 1 failed"


def failing(cause: str = "missing-id", *, outcome: str = "partial") -> Tiny:
    """Three items, one of which fails for that cause; over at 6 s."""
    tiny = Tiny(end=60).accepted(total=3).started().item(3, 1).item(4, 2)
    tiny.event(5, "item.failed", item="item-003", name="Blue mug 3", phase="publish", attempt=1, cause=cause)
    return tiny.ended(6, outcome, succeeded=2, failed=1)


def told(tiny: Tiny, *lines: str, lang: str | None = None) -> Tiny:
    """The page tells the end and these lines."""
    return tiny.screen(6.2, ENDED, *lines, title=TITLE, lang=lang)
