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
        seq = len(self.events) + 1
        self.events.append(
            TruthEvent(seq=seq, at_ms=int(self._env.now), kind=kind, job=key.job, run=key.run, data=data)
        )
