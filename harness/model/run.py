"""One run of one job: through its phases, item by item, to its outcome."""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

import simpy

from harness.core.words import Outcome, PhaseState, RunKey
from harness.model.kinds import CHECKING_PHASE, Kind, Phase
from harness.model.log import Log
from harness.model.plans import ItemPlan
from harness.model.queue import Claim, WorkQueue
from harness.model.retry import Retries
from harness.model.third_party import Calls
from harness.scenario.world import Job

Steps = Generator[simpy.Event, Any, None]


@dataclass(kw_only=True, slots=True)
class Tally:
    """What has become of the run's items so far."""

    succeeded: int = 0
    skipped: int = 0
    failed: list[ItemPlan] = field(default_factory=list)

    def outcome(self, *, cancelled: bool) -> Outcome:
        """How the run ended, seen from its items."""
        if cancelled:
            return Outcome.CANCELLED
        if not self.failed:
            return Outcome.SUCCEEDED
        return Outcome.PARTIAL if self.succeeded else Outcome.FAILED


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What a run is to do; made by the simulation when the run is accepted."""

    key: RunKey
    spec: Job
    kind: Kind
    phases: tuple[Phase, ...]
    plans: tuple[ItemPlan, ...]
    calls: Calls
    retries: Retries


class Run:
    """The SimPy process of one run, and the handle by which it can be cancelled."""

    def __init__(self, env: simpy.Environment, log: Log, queue: WorkQueue, order: Order) -> None:
        self._env = env
        self._log = log
        self._queue = queue
        self._wake: simpy.Event | None = None
        self._cancelled = False
        self.order = order
        self.tally = Tally()
        self.ended = False

    def process(self) -> Steps:
        """Wait for a worker, pass through the phases, end, and hand the worker on."""
        worker = yield from self._queue.enter(Claim.of(self.order.key, self.order.spec))
        self._emit("run.started", worker=worker.name)
        items = self.order.plans
        for phase in self.order.phases[:-1]:
            items = yield from self._local_phase(phase, items)
        yield from self._last_phase(self.order.phases[-1], items)
        self._end()
        self._queue.release(worker)

    def cancel(self) -> None:
        """End after the current step; at once if no step is being done."""
        if self._cancelled:
            return
        self._cancelled = True
        self._emit("run.cancelling", mode="after-current-step")
        if self._queue.leave(self.order.key):
            self._end()
        elif self._wake is not None and not self._wake.triggered:
            self._wake.succeed()

    def _end(self) -> None:
        self.ended = True
        tally, outcome = self.tally, self.tally.outcome(cancelled=self._cancelled)
        counts = {"succeeded": tally.succeeded, "failed": len(tally.failed), "skipped": tally.skipped}
        self._emit("run.ended", outcome=outcome.value, **counts)
        self._queue.job_ended(self.order.key.job)

    def _local_phase(
        self, phase: Phase, items: tuple[ItemPlan, ...]
    ) -> Generator[simpy.Event, Any, tuple[ItemPlan, ...]]:
        if self._passed_over(phase, items):
            return ()
        self._emit("phase.started", phase=phase.id, total=len(items))
        passed: list[ItemPlan] = []
        for done, plan in enumerate(items, start=1):
            yield self._env.timeout(phase.each_ms)
            if phase.id == CHECKING_PHASE and plan.fate.spoilt_data:
                self._fail(plan, phase, 1, plan.fate.cause or "")
            else:
                passed.append(plan)
                self._emit("phase.advanced", phase=phase.id, done=done)
            if self._cancelled:
                break
        self._end_phase(phase, PhaseState.DONE if passed else PhaseState.FAILED)
        return tuple(passed)

    def _last_phase(self, phase: Phase, items: tuple[ItemPlan, ...]) -> Steps:
        if self._passed_over(phase, items):
            return
        self._emit("phase.started", phase=phase.id, total=len(items))
        fresh = iter(items)
        while not self._cancelled:
            if waiting := self.order.retries.due(self._now_ms):
                self._emit("item.resumed", item=waiting.plan.id, phase=phase.id, attempt=waiting.attempt)
                yield from self._attempt(waiting.plan, phase, waiting.attempt)
            elif (plan := next(fresh, None)) is not None:
                yield from self._attempt(plan, phase, 1)
            elif (next_ms := self.order.retries.next_ms) is not None:
                yield from self._rest_until(next_ms)
            else:
                break
        some_passed = self.tally.succeeded + self.tally.skipped > 0
        self._end_phase(phase, PhaseState.DONE if some_passed else PhaseState.FAILED)

    def _passed_over(self, phase: Phase, items: tuple[ItemPlan, ...]) -> bool:
        if items and not self._cancelled:
            return False
        self._emit("phase.ended", phase=phase.id, state=PhaseState.SKIPPED.value)
        return True

    def _end_phase(self, phase: Phase, state: PhaseState) -> None:
        final = PhaseState.SKIPPED if self._cancelled else state
        self._emit("phase.ended", phase=phase.id, state=final.value)

    def _rest_until(self, at_ms: int) -> Steps:
        self._wake = self._env.event()
        yield self._env.timeout(at_ms - self._now_ms) | self._wake
        self._wake = None

    def _attempt(self, plan: ItemPlan, phase: Phase, number: int) -> Steps:
        last = number >= self.order.retries.max_attempts
        answer = self.order.calls.attempt(plan, number, last=last, now_ms=self._now_ms)
        yield self._env.timeout(answer.after_ms)
        if answer.cause is None:
            self._finish(plan, phase, number)
        elif self.order.retries.allows(answer.cause, number) and not self._cancelled:
            self._retry_later(plan, phase, number, answer.cause)
        else:
            self._fail(plan, phase, number, answer.cause)

    def _finish(self, plan: ItemPlan, phase: Phase, attempt: int) -> None:
        if plan.fate.skip is not None:
            self.tally.skipped += 1
            self._emit("item.skipped", item=plan.id, name=plan.name, phase=phase.id, cause=plan.fate.skip)
            return
        self.tally.succeeded += 1
        self._emit("item.succeeded", item=plan.id, name=plan.name, phase=phase.id, attempt=attempt)

    def _retry_later(self, plan: ItemPlan, phase: Phase, attempt: int, cause: str) -> None:
        next_at_ms = self.order.retries.wait(plan, attempt, self._now_ms)
        times = {"attempt": attempt + 1, "max": self.order.retries.max_attempts, "next_at_ms": next_at_ms}
        self._emit("item.retrying", item=plan.id, name=plan.name, phase=phase.id, **times, cause=cause)

    def _fail(self, plan: ItemPlan, phase: Phase, attempt: int, cause: str) -> None:
        self.tally.failed.append(plan)
        self._emit("item.failed", item=plan.id, name=plan.name, phase=phase.id, attempt=attempt, cause=cause)

    @property
    def _now_ms(self) -> int:
        return int(self._env.now)

    def _emit(self, kind: str, /, **data: Any) -> None:
        self._log.emit(kind, self.order.key, **data)
