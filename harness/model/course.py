"""A run under way: what its phases share, and what can break in on them."""

from collections.abc import Generator
from enum import Enum, auto
from typing import Any

import simpy

from harness.core import causes
from harness.core.words import PhaseState
from harness.model.log import Log
from harness.model.order import Order
from harness.model.plans import ItemPlan, Plans
from harness.model.queue import Worker
from harness.model.tally import Tally
from harness.scenario.world import Keeps, OnCritical

Steps = Generator[simpy.Event, Any, None]
Whether = Generator[simpy.Event, Any, bool]


class Doing(Enum):
    """What a lane is doing, as far as it matters to one who would break in."""

    WORK = auto()
    REST = auto()
    QUEUE = auto()
    JOIN = auto()


class Lane:
    """One strand of a run: a SimPy process that carries out phases one after another."""

    def __init__(self) -> None:
        self.process: simpy.Process | None = None
        self.doing = Doing.WORK

    def break_in(self, why: str) -> None:
        """Wake it from whatever it is doing."""
        if self.process is not None and self.process.is_alive:
            self.process.interrupt(why)


class Course:
    """The state of one run. ``stopped``: no further step is to be begun."""

    def __init__(self, env: simpy.Environment, log: Log, order: Order) -> None:
        self.env = env
        self.order = order
        self.tally = Tally()
        self.main = Lane()
        self.lanes = [self.main]
        self.worker: Worker | None = None
        self.total = len(order.plans)
        self.items: Plans = order.plans
        self.stopped = False
        self.cancelled = False
        self.halted: str | None = None
        self.last_began_ms: int | None = None
        self._paused_once = False
        self.tell = log.teller(order.key)

    @property
    def now_ms(self) -> int:
        """The model's time."""
        return int(self.env.now)

    def emit(self, kind: str, /, **data: Any) -> None:
        """Tell the log of something that happened to this run."""
        self.tell(kind, data)

    def is_held_up(self) -> bool:
        """Whether something stands between the run and its next step."""
        worker = self.worker
        return worker is None or worker.paused is not None or worker.leaving or self.halted is not None

    def rest(self, lane: Lane, event: simpy.Event) -> Whether:
        """Wait without working. False when something broke in."""
        lane.doing = Doing.REST
        try:
            yield event
        except simpy.Interrupt:
            return False
        finally:
            lane.doing = Doing.WORK
        return True

    def take(self, worker: Worker) -> None:
        """A worker carries the run from now on."""
        self.worker = worker
        worker.on_lost = self.lose_worker
        self.emit("run.started", worker=worker.name)

    def lose_worker(self) -> None:
        """The worker is gone, and with it what it was doing."""
        assert self.worker is not None
        self.emit("worker.lost", worker=self.worker.name)
        self.worker = None
        for lane in self.lanes:
            if lane.doing in (Doing.WORK, Doing.REST):
                lane.break_in("lost")

    def end_state(self, *, passed: bool) -> PhaseState:
        """How a phase ends now, through which some items passed or none."""
        if self.cancelled and self.has_more:
            return PhaseState.SKIPPED
        return PhaseState.DONE if passed and not self.stopped else PhaseState.FAILED

    @property
    def has_more(self) -> bool:
        """Whether an item has not ended."""
        return self.tally.ended < self.total

    def stop(self) -> None:
        """Begin no further step."""
        self.stopped = True

    def succeed(self, plan: ItemPlan, phase: str, attempt: int) -> None:
        """An item ended well, or was skipped as planned."""
        if plan.fate.skip is not None:
            self.tally.skipped += 1
            self.emit("item.skipped", item=plan.id, name=plan.name, phase=phase, cause=plan.fate.skip)
            return
        self.tally.succeeded += 1
        if self.order.cancellation.keeps is Keeps.NOTHING:
            self.tally.done.append(plan)
        self.tell("item.succeeded", {"item": plan.id, "name": plan.name, "phase": phase, "attempt": attempt})

    def fail(self, plan: ItemPlan, phase: str, attempt: int, cause: str, *, done: bool = False) -> None:
        """An item failed for good. A critical cause may halt the run, or end it."""
        self.tally.failed.append(plan)
        more = {"done": True} if done else {}
        self.emit("item.failed", item=plan.id, name=plan.name, phase=phase, attempt=attempt, cause=cause, **more)
        if causes.cause(cause).critical:
            self._take_to_heart(cause)

    def _take_to_heart(self, cause: str) -> None:
        on_critical = self.order.spec.on_critical
        if on_critical is OnCritical.FAIL:
            self.stop()
        elif on_critical is OnCritical.PAUSE and not self._paused_once:
            self._paused_once = True
            self.halted = cause
