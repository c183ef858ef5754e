"""Workers, and the pools that they belong to."""

from collections.abc import Callable
from dataclasses import dataclass, field

import simpy


@dataclass(eq=False, slots=True)
class Worker:
    """Carries out one run at a time.

    ``paused`` is there while its pool is paused, and succeeds at the end of that. A worker that is ``leaving`` is to
    finish its item and to be released then. ``on_lost`` is set by the run that it serves, and called when it crashes;
    a crashed worker is never released.
    """

    name: str
    paused: simpy.Event | None = None
    leaving: bool = False
    on_lost: Callable[[], None] | None = field(default=None, repr=False)
