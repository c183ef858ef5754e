"""What stands between a run and its next step: a lost worker, a paused pool, a critical error."""

from typing import Any

import simpy

from harness.model.course import Course, Doing, Lane, Steps, Whether
from harness.model.queue import Claim, WorkQueue

# A pace is read off no fewer items than this.
PACE_ITEMS = 3


class Gate:
    """Lets the lanes of one run pass when nothing stands in their way; the first that comes deals with what does."""

    def __init__(self, course: Course, queue: WorkQueue) -> None:
        self._course = course
        self._queue = queue
        self._opening: simpy.Event | None = None
        self.go_on: simpy.Event | None = None

    def passed(self, lane: Lane) -> Steps:
        """Wait until the way is free, or until the run is to stop."""
        course = self._course
        while course.is_held_up() and not course.stopped:
            if self._opening is None:
                self._opening = course.env.event()
                yield from self._clear(lane)
                self._opening.succeed()
                self._opening = None
            else:
                yield from course.rest(lane, self._opening)

    def worker(self, lane: Lane, *, front: bool) -> Steps:
        """Wait for a worker; without one when the run is cancelled meanwhile."""
        order = self._course.order
        lane.doing = Doing.QUEUE
        try:
            worker = yield from self._queue.enter(Claim.of(order.key, order.spec, self._left_ms, front=front))
        except simpy.Interrupt:
            return
        finally:
            lane.doing = Doing.WORK
        self._course.take(worker)

    def _clear(self, lane: Lane) -> Steps:
        worker = self._course.worker
        if worker is None:
            yield from self.worker(lane, front=True)
        elif worker.leaving:
            self._course.worker = None
            worker.on_lost = None
            self._queue.release(worker)
        elif worker.paused is not None:
            yield from self._pause(lane, worker.paused, reason="maintenance", until_ms=worker.paused_until_ms)
        elif self._course.halted is not None:
            yield from self._wait_for_word(lane, self._course.halted)

    def _wait_for_word(self, lane: Lane, cause: str) -> Steps:
        self.go_on = self._course.env.event()
        if (yield from self._pause(lane, self.go_on, reason="critical-error", until_ms=None, cause=cause)):
            self._course.halted = None
        self.go_on = None

    def tell_pace(self) -> None:
        """Those who wait may be told something now that so many items have ended."""
        if self._course.tally.ended == PACE_ITEMS:
            self._queue.review()

    def hold(self, lane: Lane, for_ms: int) -> Whether:
        """The third party takes no calls for so long: the run is paused until then. False when that was broken off."""
        until_ms = self._course.now_ms + for_ms
        free = self._course.env.timeout(for_ms)
        self._queue.review()
        return (yield from self._pause(lane, free, reason="rate-limit", until_ms=until_ms))

    def _pause(self, lane: Lane, end: simpy.Event, **why: Any) -> Whether:
        course = self._course
        course.emit("run.paused", **why)
        undisturbed = yield from course.rest(lane, end)
        if undisturbed:
            course.emit("run.resumed")
        return undisturbed

    def _left_ms(self) -> int | None:
        """What an honest system expects to be left: the pace of the last phase so far, for the items that remain."""
        course = self._course
        if course.last_began_ms is None or course.tally.ended < PACE_ITEMS or course.halted is not None:
            return None
        pace = (course.now_ms - course.last_began_ms) / course.tally.ended
        return round(pace * (course.total - course.tally.ended))
