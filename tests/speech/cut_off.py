"""A page that asks each second, has its last answer at 9 s, and is cut off from 10 s to 40 s."""

from tests.tiny import Tiny

TITLE = "Publish 50 items"


def cut_off(until: float = 40) -> Tiny:
    """The trial, over at 100 s; the page says what it says at 2 s."""
    tiny = Tiny(end=100).page(0).accepted(total=50).started()
    tiny.polls(*range(2, 10)).fault(10, until, "offline").polls(until + 1)
    return tiny.screen(2, "Publishing…", "0 of 50 items published", title=TITLE)
