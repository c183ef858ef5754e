"""One trial in progress: what a person does meets it here, whichever clock it runs by."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from harness.drive.backend import SimulatedBackend
from harness.drive.lab import Lab
from harness.drive.plan import Plan
from harness.drive.recording import Recording
from harness.drive.tabs import Tabs
from harness.trace.records import Command
from harness.trace.records import Step as StepRecord

Observe = Callable[[int, StepRecord | None], None]
"""Told where the clock stands after each round trip to the page, and each step of the person once it was taken."""


class Trial(ABC):
    """How time passes is a subclass's. What a person does is in ``steps.py``, what is open in ``tabs.py``."""

    tabs: Tabs[Any]

    def __init__(self, plan: Plan, lab: Lab, observe: Observe | None = None) -> None:
        self.plan = plan
        self._lab = lab
        self.network = plan.scenario.network
        self.backend = SimulatedBackend(plan.scenario.world, plan.seed)
        self.recording = Recording()
        self._observe = observe

    @property
    @abstractmethod
    def now_ms(self) -> int:
        """Where the trial's clock stands."""

    @property
    def late_ms(self) -> int:
        """By how much moments of the trial may have come late: in real time alone."""
        return 0

    @property
    def death(self) -> str:
        """Which part of ours has died, as a sentence; empty while all live."""
        return "" if self._lab.runs else "the browser died in the middle of the trial"

    @property
    @abstractmethod
    def commands(self) -> Sequence[Command]:
        """What the page told the server to do."""

    @abstractmethod
    async def begin(self) -> None:
        """Make ready, before the first document."""

    @abstractmethod
    async def run_until(self, until_ms: int) -> None:
        """Let time pass."""

    @abstractmethod
    def stop(self, end_ms: int) -> None:
        """The last moment has passed: put together what was seen."""

    @abstractmethod
    async def end(self) -> None:
        """Leave nothing behind, however the trial ended."""

    def took(self, step: StepRecord) -> None:
        """The person did something."""
        self.recording.step(step)
        self._tell(step)

    def _tell(self, step: StepRecord | None = None) -> None:
        if self._observe is not None:
            self._observe(self.now_ms, step)
