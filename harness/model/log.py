"""The append-only log of what really happened."""

from collections.abc import Callable
from typing import Any

import simpy

from harness.core.words import RunKey
from harness.trace.truth_event import TruthEvent

Tell = Callable[[str, dict[str, Any]], None]
"""Takes an event's kind, and its data, which is the log's from then on."""


class Log:
    """Stamps each event with the model's time and the next ``seq``."""

    def __init__(self, env: simpy.Environment) -> None:
        self._env = env
        self.events: list[TruthEvent] = []

    def emit(self, kind: str, key: RunKey, /, **data: Any) -> None:
        """Append one event at the model's current time."""
        self.teller(key)(kind, data)

    def teller(self, key: RunKey) -> Tell:
        """What appends the events of one run, as fast as it can be done: a run tells of every item."""
        events, env = self.events, self._env
        job, run = key

        def tell(kind: str, data: dict[str, Any]) -> None:
            events.append(TruthEvent(len(events) + 1, int(env.now), kind, job, run, data))

        return tell
