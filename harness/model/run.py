"""One run of one job: through its phases, item by item, to its outcome."""

import simpy

from harness.core.words import PhaseState
from harness.model.course import Course, Doing, Lane, Steps
from harness.model.gate import Gate
from harness.model.kinds import Phase
from harness.model.last_phase import LastPhase
from harness.model.local_phase import LocalPhase
from harness.model.log import Log
from harness.model.order import Order
from harness.model.pipeline import ready
from harness.model.queue import WorkQueue
from harness.model.tally import Tally
from harness.scenario.world import CancelMode, Keeps

# Undoing an item is a short local act.
UNDO_MS = 50
CANCEL_MODES = {CancelMode.AFTER_STEP: "after-current-step", CancelMode.IMMEDIATE: "immediate"}
"""How the log calls them."""


class Run:
    """The SimPy process of one run, and the handle by which it can be cancelled or told to go on."""

    def __init__(self, env: simpy.Environment, log: Log, queue: WorkQueue, order: Order) -> None:
        self.order = order
        self.ended = False
        self._env = env
        self._queue = queue
        self._course = Course(env, log, order)
        self._gate = Gate(self._course, queue)
        self._begun: set[str] = set()
        self._course.main.process = env.process(self._process())

    @property
    def tally(self) -> Tally:
        """What has become of its items so far."""
        return self._course.tally

    @property
    def may_be_cancelled(self) -> bool:
        """Whether the phase from which on cancelling is forbidden has not begun."""
        return self.order.cancellation.forbidden_from not in self._begun

    @property
    def waits_for_word(self) -> bool:
        """Whether it is paused until a person says that it shall go on."""
        return self._gate.go_on is not None

    def cancel(self) -> None:
        """End after the current step, or at once; at once too if no step is being done."""
        course = self._course
        if course.cancelled:
            return
        course.cancelled = True
        course.stop()
        course.emit("run.cancelling", mode=CANCEL_MODES[self.order.cancellation.mode])
        for lane in course.lanes:
            self._stop(lane)

    def go_on(self) -> None:
        """Go on after a critical error; the item that failed stays failed."""
        if self._gate.go_on is not None and not self._gate.go_on.triggered:
            self._gate.go_on.succeed()

    def _stop(self, lane: Lane) -> None:
        at_once = self.order.cancellation.mode is CancelMode.IMMEDIATE and lane.doing is Doing.WORK
        leaves = lane.doing is Doing.QUEUE and self._queue.leave(self.order.key)
        if at_once or leaves or lane.doing is Doing.REST:
            lane.break_in("cancelled")

    def _process(self) -> Steps:
        course = self._course
        yield from self._gate.worker(course.main, front=False)
        if course.worker is not None:
            yield from self._pass_through()
            yield from self._undo()
        self._end()
        self._hand_back()

    def _pass_through(self) -> Steps:
        """Carry out the phases, each as soon as those that it needs have ended."""
        waiting, ended, branches = list(self.order.phases), set[str](), dict[simpy.Process, str]()
        while waiting:
            free = ready(waiting, ended)
            waiting = [phase for phase in waiting if phase not in free]
            if len(free) == 1 and not branches:
                yield from self._carry_out(self._course.main, free[0])
                ended.add(free[0].id)
                continue
            branches |= {self._branch(phase): phase.id for phase in free}
            yield from self._join(branches, ended)
        while branches:
            yield from self._join(branches, ended)

    def _branch(self, phase: Phase) -> simpy.Process:
        lane = Lane()
        self._course.lanes.append(lane)
        lane.process = self._env.process(self._carry_out(lane, phase))
        return lane.process

    def _join(self, branches: dict[simpy.Process, str], ended: set[str]) -> Steps:
        """Wait until one of the branches has come to its end."""
        main = self._course.main
        main.doing = Doing.JOIN
        yield self._env.any_of(branches)
        main.doing = Doing.WORK
        for process in [process for process in branches if not process.is_alive]:
            ended.add(branches.pop(process))
        self._course.lanes = [lane for lane in self._course.lanes if lane is main or lane.process in branches]

    def _carry_out(self, lane: Lane, phase: Phase) -> Steps:
        course = self._course
        if phase.skip or not course.items or course.stopped:
            course.emit("phase.ended", phase=phase.id, state=PhaseState.SKIPPED.value)
            return
        self._begun.add(phase.id)
        is_last = phase is self.order.last_phase
        work = LastPhase(course, self._gate) if is_last else LocalPhase(course, self._gate, phase)
        yield from work.work(lane)
        self._spawn(phase)

    def _spawn(self, phase: Phase) -> None:
        for spawn in self.order.spec.spawns:
            after = spawn.after or self.order.last_phase.id
            child = self.order.spawn(spawn.job) if after == phase.id and not self._course.stopped else None
            if child is not None:
                self._course.emit("job.spawned", child=child)

    def _undo(self) -> Steps:
        """Take back what a cancelled run has done, newest first, where it shall keep nothing."""
        course = self._course
        if not course.cancelled or self.order.cancellation.keeps is Keeps.DONE or not course.has_more:
            return
        course.main.doing = Doing.JOIN
        while course.tally.done:
            yield self._env.timeout(UNDO_MS)
            plan = course.tally.done.pop()
            course.tally.succeeded -= 1
            course.emit("item.rolled_back", item=plan.id, name=plan.name, phase=self.order.last_phase.id)

    def _end(self) -> None:
        self.ended = True
        tally = self._course.tally
        # A cancellation that came while the very last item was being done came too late.
        cancelled = self._course.cancelled and self._course.has_more
        outcome = tally.outcome(cancelled=cancelled)
        counts = {"succeeded": tally.succeeded, "failed": len(tally.failed), "skipped": tally.skipped}
        kept = {"kept": tally.succeeded} if cancelled else {}
        self._course.emit("run.ended", outcome=outcome.value, **counts, **kept)

    def _hand_back(self) -> None:
        worker = self._course.worker
        self._queue.job_ended(self.order.key.job)
        if worker is not None:
            worker.on_lost = None
            self._queue.release(worker)
