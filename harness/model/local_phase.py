"""A phase before the last: items pass through it one after another, and some are found to be spoilt."""

import simpy

from harness.model.course import Course, Lane, Steps
from harness.model.gate import Gate
from harness.model.kinds import CHECKING_PHASE, Phase
from harness.model.plans import ItemPlan


class LocalPhase:
    """One such phase of one run, carried out in a lane."""

    def __init__(self, course: Course, gate: Gate, phase: Phase) -> None:
        self._course = course
        self._gate = gate
        self._phase = phase
        self._checks = phase.id == CHECKING_PHASE
        self._counts = course.order.spec.counted and phase is course.order.phases[0]
        self._items = course.items
        self._spoilt = course.items.spoilt() if self._checks else frozenset[int]()
        self._passed = 0
        self._broken: ItemPlan | None = None

    def work(self, lane: Lane) -> Steps:
        """Take every item through the phase."""
        course, phase = self._course, self._phase
        timeout, each_ms, held_up, count = course.env.timeout, phase.each_ms, course.is_held_up, len(self._items)
        course.emit("phase.started", phase=phase.id, total=None if self._counts else count)
        place = 0
        while place < count:
            if held_up():
                yield from self._gate.passed(lane)
            if course.stopped:
                break
            if self._broken is not None:
                self._take_up_again(self._broken)
            try:
                yield timeout(each_ms)
            except simpy.Interrupt:
                self._break_off(self._items[place])
                continue
            self._pass(place)
            place += 1
        self._end(place)

    def _pass(self, place: int) -> None:
        if place in self._spoilt:
            plan = self._items[place]
            self._course.fail(plan, self._phase.id, 1, plan.fate.cause or "")
        else:
            self._passed += 1
            self._course.tell("phase.advanced", {"phase": self._phase.id, "done": place + 1})

    def _end(self, done: int) -> None:
        course, phase = self._course, self._phase
        if self._spoilt and not course.stopped:
            course.items = self._items.without(self._spoilt)
        course.emit("phase.ended", phase=phase.id, state=course.end_state(passed=self._passed > 0).value)
        if self._counts and not course.stopped:
            course.emit("phase.total", phase=course.order.last_phase.id, total=done)

    def _break_off(self, plan: ItemPlan) -> None:
        self._broken = plan
        self._course.emit("item.interrupted", item=plan.id, name=plan.name, phase=self._phase.id, attempt=1)

    def _take_up_again(self, plan: ItemPlan) -> None:
        self._broken = None
        self._course.emit("item.resumed", item=plan.id, phase=self._phase.id, attempt=1)
