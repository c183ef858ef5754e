"""The simulation: a world and a seed in, an append-only log of truth events out. It knows no wall clock and no I/O."""

import gc
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from typing import Self

import simpy

from harness.core.ids import free_id, item_id
from harness.model.arrivals import Starts, begin_ms
from harness.model.commands import Because, Cancel, Command, CommandRefused, Continue, Rerun, RetryFailed, Submit
from harness.model.log import Log
from harness.model.order import Order
from harness.model.orders import JobRecord, Orders
from harness.model.queue import WorkQueue
from harness.model.run import Run
from harness.scenario.world import Cancellation, ElsewhereDo, Job, JobKind, Outcomes, World
from harness.trace.truth_event import TruthEvent

Told = tuple[int, Command]
COMMANDS: dict[ElsewhereDo, type[Cancel | RetryFailed | Rerun | Continue]] = {
    ElsewhereDo.CANCEL: Cancel,
    ElsewhereDo.RETRY_FAILED: RetryFailed,
    ElsewhereDo.RERUN: Rerun,
    ElsewhereDo.CONTINUE: Continue,
}


class Simulation:
    """Same world, seed and commands give the same events, however the ``advance`` calls are cut."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.seed = seed
        self.now_ms = 0
        self.commands: list[Told] = []
        self._env = simpy.Environment(begin_ms(world))
        self._log = Log(self._env)
        self._orders = Orders(world, seed, self._spawn)
        self._queue = WorkQueue(self._env, self._log, world, self._orders.blocked_until_ms)
        self._jobs: dict[str, JobRecord] = {}
        self._named = {job.id for job in world.jobs}
        self._arrived: Counter[str] = Counter()
        for job in (*(world.past.jobs if world.past else ()), *world.jobs):
            if job.start is not None:
                self._jobs[job.id] = self._orders.new_job(job.id, job)
        Starts(self._env, world, seed, start=self._start, arrive=self._arrive)
        for one in world.elsewhere:
            self._expect(COMMANDS[one.do](job=one.job), one.at_ms)
        self._drain(0)

    @property
    def events(self) -> list[TruthEvent]:
        """The log so far; it only ever grows."""
        return self._log.events

    @property
    def next_ms(self) -> int | None:
        """The moment at which something can happen next; None when nothing is left to happen."""
        next_ms = self._env.peek()
        return None if next_ms == float("inf") else int(next_ms)

    def advance(self, until_ms: int) -> None:
        """Let everything happen that happens at or before ``until_ms``."""
        if until_ms < self.now_ms:
            raise ValueError(f"{until_ms=} is in the past; it is {self.now_ms} ms; rebuild with Simulation.replayed")
        self._drain(until_ms)
        self.now_ms = until_ms

    def command(self, command: Command) -> str:
        """Carry out a command now, after everything else of this millisecond; returns the id of its job."""
        self._settle_clock()
        job = self._carry_out(command)
        self.commands.append((self.now_ms, command))
        self._drain(self.now_ms)
        return job

    def cancellation(self, job: str) -> Cancellation:
        """What a cancellation does to the runs of a job that there is."""
        return self._jobs[job].spec.cancellation or self.world.cancellation

    @classmethod
    def replayed(cls, world: World, seed: int, commands: Iterable[Told], until_ms: int) -> Self:
        """A new simulation with these commands at their moments, advanced to ``until_ms``."""
        simulation = cls(world, seed)
        for at_ms, command in commands:
            simulation.advance(at_ms)
            simulation.command(command)
        simulation.advance(until_ms)
        return simulation

    def with_command(self, at_ms: int, command: Command) -> Self:
        """A copy of this simulation up to ``at_ms``, with one more command there; what came later is withdrawn."""
        told = [(past_ms, past) for past_ms, past in self.commands if past_ms <= at_ms]
        return self.replayed(self.world, self.seed, [*told, (at_ms, command)], at_ms)

    def _carry_out(self, command: Command) -> str:
        match command:
            case Submit():
                return self._submit(command)
            case Cancel():
                return self._cancel(command.job)
            case RetryFailed():
                return self._again(self._ended(command.job), failed_only=True)
            case Rerun():
                return self._again(self._ended(command.job), failed_only=False)
            case Continue():
                return self._go_on(command.job)

    def _expect(self, command: Command, at_ms: int) -> None:
        """What somebody else will do at that moment, if it makes sense then."""
        moment = self._env.timeout(at_ms - self._env.now)
        assert moment.callbacks is not None
        moment.callbacks.append(lambda _: self._do_if_possible(command))

    def _do_if_possible(self, command: Command) -> None:
        with suppress(CommandRefused):
            self._carry_out(command)

    def _drain(self, until_ms: int) -> None:
        """Carry out what is due. What comes of it is kept: the collector would look through it again and again."""
        peek, step, collects = self._env.peek, self._env.step, gc.isenabled()
        gc.disable()
        try:
            while peek() <= until_ms:
                step()
        finally:
            if collects:
                gc.enable()

    def _settle_clock(self) -> None:
        """Bring SimPy's clock, which rests at its last event, to the current time."""
        self._drain(self.now_ms)
        if self._env.now < self.now_ms:
            self._env.timeout(self.now_ms - self._env.now)
            self._drain(self.now_ms)

    def _start(self, spec: Job) -> None:
        job = self._jobs[spec.id]
        self._accept(job, self._orders.first(job), by="world")

    def _arrive(self, spec: Job) -> None:
        """The next job of a stream of arrivals: sync-1, sync-2, and so on, whatever else has such an id."""
        id = spec.id
        while id == spec.id or id in self._jobs or id in self._named:
            self._arrived[spec.id] += 1
            id = f"{spec.id}-{self._arrived[spec.id]}"
        job = self._jobs[id] = self._orders.new_job(id, spec)
        self._accept(job, self._orders.first(job), by="world")

    def _submit(self, command: Submit) -> str:
        spec = self._wanted(command)
        id = free_id(command.job or spec.id, self._jobs)
        job = self._jobs[id] = self._orders.new_job(id, spec)
        self._accept(job, self._orders.first(job), by="person")
        return id

    def _wanted(self, command: Submit) -> Job:
        """The scenario's own job, with as many items as the scenario says, whatever was asked; else a plain job."""
        kind = JobKind(command.kind)
        specs = [job for job in self.world.by_person if job.kind is kind]
        named = [job for job in specs if job.id == command.job]
        unused = [job for job in specs if job.id not in self._jobs]
        plain = Job(id=command.job or kind.value, kind=kind, items=command.items or 1)
        return _of_file(next(iter(named or unused or specs), plain), command)

    def _accept(self, job: JobRecord, order: Order, *, by: str) -> None:
        total = None if order.spec.counted else len(order.plans)
        totals = [total, *[None] * (len(order.phases) - 1)]
        phases = [{"id": p.id, "title": p.title, "total": known} for p, known in zip(order.phases, totals, strict=True)]
        title = job.spec.title or order.kind.title(job.spec.items)
        what = {"kind": job.spec.kind.value, "title": title, "noun": order.kind.noun}
        attempts = order.retries.max_attempts
        self._log.emit("job.accepted", order.key, **what, total=total, phases=phases, by=by, max_attempts=attempts)
        run = Run(self._env, self._log, self._queue, order)
        job.runs.append(run)

    def _known(self, id: str) -> JobRecord:
        job = self._jobs.get(id)
        if job is None or not job.runs:
            raise CommandRefused(Because.UNKNOWN_JOB, f'no job "{id}"')
        return job

    def _ended(self, id: str) -> JobRecord:
        job = self._known(id)
        if not job.runs[-1].ended:
            raise CommandRefused(Because.NOT_ENDED, f'job "{id}" has not ended')
        return job

    def _cancel(self, id: str) -> str:
        run = self._known(id).runs[-1]
        if run.ended:
            raise CommandRefused(Because.ENDED, f'job "{id}" has ended')
        if not run.may_be_cancelled:
            raise CommandRefused(Because.FORBIDDEN, f'job "{id}" can no longer be cancelled')
        run.cancel()
        return id

    def _go_on(self, id: str) -> str:
        run = self._known(id).runs[-1]
        if not run.waits_for_word:
            raise CommandRefused(Because.NOT_PAUSED, f'job "{id}" is not paused at a critical error')
        run.go_on()
        return id

    def _spawn(self, id: str) -> str | None:
        spec = self.world.job(id)
        if spec is None or id in self._jobs:
            return None
        job = self._jobs[id] = self._orders.new_job(id, spec)
        self._accept(job, self._orders.first(job), by="world")
        return id

    def _again(self, job: JobRecord, *, failed_only: bool) -> str:
        if failed_only and not job.runs[-1].tally.failed:
            raise CommandRefused(Because.NOTHING_FAILED, f'job "{job.id}" has no failed items')
        make = self._orders.failed_only if failed_only else self._orders.all_again
        order = make(job, int(self._env.now))
        self._accept(job, order, by="person")
        return job.id


def _of_file(spec: Job, command: Submit) -> Job:
    """The job with what the person's file holds, where they have given one."""
    if command.failed is None or command.items is None:
        return spec
    outcomes = Outcomes(items={item_id(number): cause for number, cause in command.failed.items()})
    return spec.model_copy(update={"items": command.items, "outcomes": outcomes, "flaky": None})
