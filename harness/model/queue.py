"""Where runs wait for a worker: first come, first served; each waiting run knows its place."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

import simpy

from harness.core.words import RunKey
from harness.model.log import Log
from harness.model.pool import Worker
from harness.model.queue_claim import Claim
from harness.scenario.world import World

__all__ = ["Claim", "WorkQueue", "Worker"]

NO_FREE_WORKER = "no-free-worker"


@dataclass(frozen=True, slots=True)
class Ticket:
    """A run's place in the queue; the event carries the worker that it gets."""

    key: RunKey
    turn: simpy.Event


class WorkQueue:
    """A pool of workers with one queue before it."""

    def __init__(
        self,
        env: simpy.Environment,
        log: Log,
        world: World,
        blocked_until_ms: Callable[[int], int] = lambda now_ms: now_ms,
    ) -> None:
        self._env = env
        self._log = log
        self._free = [Worker(f"worker-{number}") for number in range(1, world.workers + 1)]
        self._waiting: list[Ticket] = []

    def enter(self, claim: Claim) -> Generator[simpy.Event, Any, Worker]:
        """Wait for a worker if none is free; returns it."""
        if self._free:
            return self._free.pop(0)
        key = claim.key
        ticket = Ticket(key, self._env.event())
        self._log.emit("run.queued", key, ahead=len(self._waiting), reason=NO_FREE_WORKER)
        self._waiting.append(ticket)
        worker: Worker = yield ticket.turn
        return worker

    def job_ended(self, job: str) -> None:
        """A run of that job has ended: those that wait for it may go."""

    def release(self, worker: Worker) -> None:
        """Give the worker to the first in the queue; everyone behind moves up."""
        if not self._waiting:
            self._free.append(worker)
            return
        self._waiting.pop(0).turn.succeed(worker)
        self._tell_places(0)

    def leave(self, key: RunKey) -> bool:
        """Take a run out of the queue; False when it does not wait."""
        for index, ticket in enumerate(self._waiting):
            if ticket.key == key:
                del self._waiting[index]
                self._tell_places(index)
                return True
        return False

    def _tell_places(self, first: int) -> None:
        for ahead, ticket in enumerate(self._waiting[first:], start=first):
            self._log.emit("queue.moved", ticket.key, ahead=ahead, reason=NO_FREE_WORKER)
