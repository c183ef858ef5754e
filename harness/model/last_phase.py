"""The last phase of a run, in which items end: attempts, automatic retries, and items that come to light on the way."""

import simpy

from harness.model.course import Course, Lane, Steps, Whether
from harness.model.gate import Gate
from harness.model.plans import ItemPlan
from harness.model.third_party import Answer

# A third party that takes no calls for less than this holds up a call, and not the run.
PAUSE_MS = 2_000


class LastPhase:
    """The last phase of one run."""

    def __init__(self, course: Course, gate: Gate) -> None:
        self._course = course
        self._gate = gate
        self._phase = course.order.last_phase
        self._retries = course.order.retries
        self._grows = list(course.order.grows)
        self._items = course.items
        self._next = 0
        self._broken: tuple[ItemPlan, int] | None = None

    def work(self, lane: Lane) -> Steps:
        """Attempt every item until it has ended."""
        course = self._course
        course.last_began_ms = course.now_ms
        course.emit("phase.started", phase=self._phase.id, total=len(self._items))
        while not course.stopped and not self._is_through():
            if course.is_held_up():
                yield from self._gate.passed(lane)
            elif (chosen := self._choose()) is not None:
                yield from self._attempt(lane, *chosen)
            else:
                yield from self._wait(lane)
        some_passed = course.tally.succeeded + course.tally.skipped > 0
        course.emit("phase.ended", phase=self._phase.id, state=course.end_state(passed=some_passed).value)

    def _is_through(self) -> bool:
        return self._next >= len(self._items) and self._broken is None and not self._retries.is_any

    def _choose(self) -> tuple[ItemPlan, int] | None:
        """The item to attempt now: one that was broken off, one whose wait is over, one that is new."""
        if self._broken is not None:
            (plan, attempt), self._broken = self._broken, None
            return self._again(plan, attempt)
        if waiting := self._retries.due(self._course.now_ms):
            return self._again(waiting.plan, waiting.attempt)
        if self._next >= len(self._items):
            return None
        self._next += 1
        return self._items[self._next - 1], 1

    def _again(self, plan: ItemPlan, attempt: int) -> tuple[ItemPlan, int]:
        self._course.emit("item.resumed", item=plan.id, phase=self._phase.id, attempt=attempt)
        return plan, attempt

    def _wait(self, lane: Lane) -> Steps:
        next_ms = self._retries.next_ms
        if next_ms is None:
            yield from self._next_round(lane)
        else:
            yield from self._course.rest(lane, self._course.env.timeout(next_ms - self._course.now_ms))

    def _next_round(self, lane: Lane) -> Steps:
        """The whole job is to be taken up again: everything that has not succeeded, after one wait for all."""
        told = self._retries.next_round(self._course.now_ms)
        self._course.emit("run.retrying", **told)
        wait = self._course.env.timeout(told["next_at_ms"] - self._course.now_ms)
        if (yield from self._course.rest(lane, wait)):
            self._course.emit("run.resumed")

    def _attempt(self, lane: Lane, plan: ItemPlan, number: int) -> Steps:
        course = self._course
        last = number >= self._retries.max_attempts
        answer = course.order.calls.attempt(plan, number, last=last, now_ms=course.now_ms)
        while answer.retry_after_ms is not None:
            if not (yield from self._turned_away(lane, plan, number, answer)):
                return
            answer = course.order.calls.attempt(plan, number, last=last, now_ms=course.now_ms)
        try:
            yield course.env.timeout(answer.after_ms)
        except simpy.Interrupt:
            self._break_off(plan, number)
            return
        self._take(plan, number, answer)

    def _turned_away(self, lane: Lane, plan: ItemPlan, number: int, answer: Answer) -> Whether:
        """Wait until the third party takes calls again. False when that was broken off."""
        course = self._course
        wait_ms = answer.after_ms + (answer.retry_after_ms or 0)
        if wait_ms < PAUSE_MS:
            undisturbed = yield from course.rest(lane, course.env.timeout(wait_ms))
        else:
            undisturbed = yield from self._gate.hold(lane, wait_ms)
        if undisturbed and not course.stopped:
            return True
        self._break_off(plan, number)
        return False

    def _break_off(self, plan: ItemPlan, number: int) -> None:
        self._course.emit("item.interrupted", item=plan.id, name=plan.name, phase=self._phase.id, attempt=number)
        self._broken = (plan, number)

    def _take(self, plan: ItemPlan, number: int, answer: Answer) -> None:
        course = self._course
        if answer.cause is None:
            course.succeed(plan, self._phase.id, number)
        elif self._retries.allows(answer.cause, number) and not course.stopped:
            self._retry_later(plan, number, answer.cause)
        else:
            course.fail(plan, self._phase.id, number, answer.cause, done=answer.done)
        self._gate.tell_pace()
        if self._grows and course.tally.ended >= self._grows[0].after:
            self._find_more()

    def _retry_later(self, plan: ItemPlan, attempt: int, cause: str) -> None:
        next_at_ms = self._retries.wait(plan, attempt, self._course.now_ms)
        times = {"attempt": attempt + 1, "max": self._retries.max_attempts, "next_at_ms": next_at_ms}
        self._course.emit("item.retrying", item=plan.id, name=plan.name, phase=self._phase.id, **times, cause=cause)

    def _find_more(self) -> None:
        growth = self._grows.pop(0)
        self._items = self._items.and_more(growth.by)
        self._course.total += growth.by
        self._course.emit("phase.total", phase=self._phase.id, total=len(self._items))
