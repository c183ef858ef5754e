"""What the page's own script threw, in words: where a page does nothing, that is often why."""

from collections.abc import Iterable

from harness.core.durations import spoken
from harness.trace.records import Thrown


def blame(thrown: Iterable[Thrown], tab: int, since_ms: int) -> str:
    """The first that the tab threw from that moment on, else the last before; nothing where it threw nothing."""
    own = [one for one in thrown if one.tab == tab]
    since = [one for one in own if one.at_ms >= since_ms]
    told = since[:1] or own[-1:]
    return "".join(f'; the page\'s script threw "{one.text}" at {spoken(one.at_ms)}' for one in told)
