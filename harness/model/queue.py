"""Where runs wait for a worker.

Who goes first: a run that is taken up again, then the queue's priority, then the job's, then who came first. A run that
cannot go now (a limit, a job that it waits for) keeps its place and lets others pass.
"""

from collections.abc import Callable, Generator
from dataclasses import replace
from itertools import count
from typing import Any

import simpy

from harness.core.words import RunKey
from harness.model.limits import Share, Tokens
from harness.model.log import Log
from harness.model.pool import Worker, pools, rivals, scheduled, serving
from harness.model.queue_claim import Claim
from harness.model.queue_hold import Hold, Holds
from harness.model.queue_lanes import Lane, Lanes
from harness.model.queue_line import Lines, Ticket
from harness.model.queue_telling import Telling
from harness.scenario.world import World

__all__ = ["Claim", "WorkQueue", "Worker"]


class WorkQueue:
    """The queues of a world and the pools that serve them."""

    def __init__(
        self,
        env: simpy.Environment,
        log: Log,
        world: World,
        blocked_until_ms: Callable[[int], int] = lambda now_ms: now_ms,
    ) -> None:
        self._env = env
        self._priorities = {queue.id: queue.priority for queue in world.queues}
        all_pools = pools(env, world)
        self._serving = serving(all_pools, self._priorities)
        self._tokens = Tokens(world.limits)
        self._holds = Holds()
        self._lanes = Lanes()
        self._lines = Lines(rivals(self._serving))
        self._telling = Telling(env, log, self._lines, self._holds, self._tokens, self._serving, blocked_until_ms)
        self._numbers = count()
        self._tickets: dict[RunKey, Ticket] = {}
        self._ended: set[str] = set()
        self._dependants: dict[str, list[Ticket]] = {}
        for pool in all_pools:
            if pool.schedule:
                env.process(scheduled(env, pool, self._pool_changed))

    def enter(self, claim: Claim) -> Generator[simpy.Event, Any, Worker]:
        """Wait until a worker is free for this run, if none is; returns the worker."""
        if claim.queue not in self._priorities:
            # A job that the scenario does not tell of, in a world without the default queue.
            claim = replace(claim, queue=next(iter(self._priorities)))
        ticket = self._ticket(claim)
        if ticket.unmet or not self._is_open(self._lane(ticket)):
            self._wait(ticket)
            worker: Worker = yield ticket.turn
        else:
            worker = self._begin(ticket)
            if self._lanes.touch(self._tokens.reached_by(claim.key.job)):
                self._telling.review()
        # It may have crashed in this very millisecond, before the run could hear of it.
        if worker.crashed:
            return (yield from self.enter(replace(claim, front=True)))
        return worker

    def release(self, worker: Worker) -> None:
        """The run no longer needs the worker: it serves the first that can go; everyone behind moves up."""
        hold = self._holds.remove(worker, self._now_ms)
        hold.pool.put_back(worker)
        # A run whose worker leaves goes on with another: it still counts as one that runs.
        is_over = hold.ended or not worker.leaving
        self._go_on(self._tokens.give_back(hold.claim.key.job) if is_over else ())

    def leave(self, key: RunKey) -> bool:
        """Take a run out of the queue; False when it does not wait."""
        ticket = self._tickets.get(key)
        if ticket is None:
            return False
        is_last = self._lines.is_last(ticket)
        self._remove(ticket)
        reached = self._tokens.give_back(key.job)
        self._go_on(reached, moved=not is_last)
        return True

    def job_ended(self, job: str) -> None:
        """A run of that job has ended: those that wait for it may go."""
        self._ended.add(job)
        if (hold := self._holds.of_job(job)) is not None:
            hold.ended, reached = True, tuple[Share, ...]()
        else:
            self._holds.learn(job)
            reached = self._tokens.give_back(job)
        freed = [ticket for ticket in self._dependants.pop(job, ()) if self._is_freed(ticket)]
        self._go_on(reached, moved=bool(freed))

    def review(self) -> None:
        """Tell everyone who waits what has changed for them, if something has (the third party's limit, say)."""
        self._telling.review()

    def _ticket(self, claim: Claim) -> Ticket:
        rank = (not claim.front, -self._priorities[claim.queue], -claim.priority, next(self._numbers))
        unmet = len(set(claim.after) - self._ended)
        return Ticket(claim=claim, rank=rank, turn=self._env.event(), unmet=unmet)

    def _lane(self, ticket: Ticket) -> Lane:
        return ticket.claim.queue, self._tokens.shares(ticket.claim)

    def _is_open(self, lane: Lane) -> bool:
        queue, shares = lane
        return any(pool.is_open for pool in self._serving[queue]) and self._tokens.are_free(shares)

    def _wait(self, ticket: Ticket) -> None:
        self._tickets[ticket.claim.key] = ticket
        self._lines.insert(ticket)
        for job in set(ticket.claim.after) - self._ended:
            self._dependants.setdefault(job, []).append(ticket)
        if not ticket.unmet:
            self._lanes.put(self._lane(ticket), ticket)
        self._telling.welcome(ticket)

    def _remove(self, ticket: Ticket) -> None:
        ticket.gone = True
        del self._tickets[ticket.claim.key]
        self._lines.remove(ticket)

    def _is_freed(self, ticket: Ticket) -> bool:
        """One job fewer to wait for; whether that was the last one."""
        ticket.unmet -= 1
        if ticket.gone or ticket.unmet:
            return False
        self._lanes.put(self._lane(ticket), ticket)
        return True

    def _begin(self, ticket: Ticket) -> Worker:
        claim = ticket.claim
        pool = next(pool for pool in self._serving[claim.queue] if pool.is_open)
        worker = pool.take()
        self._tokens.take(claim)
        self._holds.add(Hold(claim=claim, worker=worker, pool=pool, since_ms=self._now_ms))
        self._telling.is_outdated()
        return worker

    def _go_on(self, reached: tuple[Share, ...], *, moved: bool = False) -> None:
        """Everyone who can go goes. ``reached``: limits that were reached until now; ``moved``: a place changed."""
        self._telling.is_outdated()
        while (ticket := self._lanes.first(self._is_open)) is not None:
            self._remove(ticket)
            ticket.turn.succeed(self._begin(ticket))
            moved = True
        if moved or self._lanes.touch(reached):
            self._telling.review()

    def _pool_changed(self, lost: list[Worker]) -> None:
        """Runs whose workers crashed keep what limits gave them: they are to be taken up again."""
        for worker in lost:
            self._holds.remove(worker, self._now_ms)
            if worker.on_lost is not None:
                worker.on_lost()
        self._go_on((), moved=True)

    @property
    def _now_ms(self) -> int:
        return int(self._env.now)
