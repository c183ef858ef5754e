"""The append-only log of what really happened."""

from typing import Any

import simpy

from harness.core.words import RunKey
from harness.trace.truth_event import TruthEvent


class Log:
    """Stamps each event with the model's time and the next ``seq``."""

    def __init__(self, env: simpy.Environment) -> None:
        self._env = env
        self.events: list[TruthEvent] = []

    def emit(self, kind: str, key: RunKey, /, **data: Any) -> None:
        """Append one event at the model's current time."""
        self.add(kind, key, data)

    def add(self, kind: str, key: RunKey, data: dict[str, Any]) -> None:
        """The same for what is told already; the data is the log's from now on."""
        events = self.events
        events.append(TruthEvent(len(events) + 1, int(self._env.now), kind, key.job, key.run, data))
