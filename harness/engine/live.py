"""A trial while it runs: what the driver tells becomes events."""

from collections.abc import Callable

from harness.engine.prepare import Prepared
from harness.trace.events import ClockAdvanced, FaultBegan, Progress, StepTaken
from harness.trace.records import Step

Tell = Callable[[Progress], None]


class Live:
    """One drive of one trial. Each fault is told once the clock has reached it."""

    def __init__(self, prepared: Prepared, tell: Tell) -> None:
        self._trial = prepared.id
        self._tell = tell
        self._faults = list(prepared.scenario.network.every)

    def observe(self, now_ms: int, step: Step | None) -> None:
        """The clock stands at ``now_ms``, and the person has just taken that step, if any."""
        while self._faults and self._faults[0].at_ms <= now_ms:
            fault = self._faults.pop(0)
            end_ms = fault.at_ms if fault.end_ms is None else fault.end_ms
            self._tell(FaultBegan(trial=self._trial, at_ms=fault.at_ms, end_ms=end_ms, kind=fault.kind))
        if step is not None:
            self._tell(StepTaken(trial=self._trial, at_ms=step.at_ms, do=step.do, note=step.note))
        self._tell(ClockAdvanced(trial=self._trial, at_ms=now_ms))
