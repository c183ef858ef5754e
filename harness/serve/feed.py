"""A real back end of a target, and how it learns what really happens.

A Python file beside the target file, named by ``feed: feed.py``, defines ``feed()``: an async context manager that
starts the back end, gives a ``RealBackend``, and ends what it started. Every trial in real time has one of its own.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol, TypeAlias, cast

from harness.facts.views import RunView
from harness.targets.python_file import function
from harness.targets.target import Target
from harness.trace.truth_event import TruthEvent

FACTORY = "feed"


class RealBackend(Protocol):
    """A back end that runs. Whatever the browser asks for goes there: the page, its files, what its scripts ask.

    A request that starts a job (``do: submit`` of the wire) carries the id that the job shall have, in the header
    ``X-Meanwhile-Job``.
    """

    @property
    def url(self) -> str:
        """Where it listens: ``http://127.0.0.1:8000``."""

    async def tell(self, event: TruthEvent, view: RunView) -> None:
        """This has just happened; ``view`` is how its run stands now. Each event of the trial is told once, in order.

        What it raises ends the trial: a HarnessTrouble says why.
        """


Feed: TypeAlias = Callable[[], AbstractAsyncContextManager[RealBackend]]


def load_feed(target: Target) -> Feed | None:
    """What starts the target's own back end; None where it has none. Raises UsageError."""
    path = target.feed
    return None if path is None else cast(Feed, function(path, FACTORY, "", "an async context manager of a back end"))
