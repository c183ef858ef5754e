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
        self._spoilt: list[ItemPlan] = []
        self._passed = 0
        self._broken: ItemPlan | None = None

    def work(self, lane: Lane) -> Steps:
        """Take every item through the phase."""
        course, phase = self._course, self._phase
        items = course.items
        course.emit("phase.started", phase=phase.id, total=None if self._counts else len(items))
        number = 0
        while number < len(items):
            if course.is_held_up():
                yield from self._gate.passed(lane)
            if course.stopped:
                break
            plan = items[number]
            self._take_up_again(plan)
            try:
                yield course.env.timeout(phase.each_ms)
            except simpy.Interrupt:
                self._break_off(plan)
                continue
            number += 1
            self._pass(plan, number)
        self._end(number)

    def _pass(self, plan: ItemPlan, done: int) -> None:
        if self._checks and plan.fate.spoilt_data:
            self._spoilt.append(plan)
            self._course.fail(plan, self._phase.id, 1, plan.fate.cause or "")
        else:
            self._passed += 1
            self._course.emit("phase.advanced", phase=self._phase.id, done=done)

    def _end(self, number: int) -> None:
        course, phase = self._course, self._phase
        if self._spoilt:
            spoilt = {plan.id for plan in self._spoilt}
            course.items = tuple(plan for plan in course.items if plan.id not in spoilt)
        course.emit("phase.ended", phase=phase.id, state=course.end_state(passed=self._passed > 0).value)
        if self._counts and not course.stopped:
            course.emit("phase.total", phase=course.order.last_phase.id, total=number)

    def _break_off(self, plan: ItemPlan) -> None:
        self._broken = plan
        self._course.emit("item.interrupted", item=plan.id, name=plan.name, phase=self._phase.id, attempt=1)

    def _take_up_again(self, plan: ItemPlan) -> None:
        if self._broken is not None:
            self._broken = None
            self._course.emit("item.resumed", item=plan.id, phase=self._phase.id, attempt=1)
