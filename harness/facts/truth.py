"""The truth of a trial: the fold of its event log, to be asked about any moment."""

import math
from bisect import bisect_right
from collections.abc import Iterable

from harness.core.words import Outcome, RunKey
from harness.facts.describe import describe
from harness.facts.run_fold import RunFold
from harness.facts.views import ItemView, RunView
from harness.trace.truth_event import TruthEvent


class Truth:
    """Every question is a few bisections; ``extend`` takes in new events without folding the old ones again."""

    def __init__(self, events: Iterable[TruthEvent] = ()) -> None:
        self._events: list[TruthEvent] = []
        self._log: tuple[TruthEvent, ...] = ()
        self._runs: dict[RunKey, RunFold] = {}
        self._jobs: dict[str, list[RunFold]] = {}
        self.extend(events)

    @property
    def events(self) -> tuple[TruthEvent, ...]:
        """The whole log."""
        if len(self._log) != len(self._events):
            self._log = tuple(self._events)
        return self._log

    @property
    def last_seq(self) -> int:
        """The ``seq`` of the newest event; 0 when nothing has happened."""
        return self._events[-1].seq if self._events else 0

    def extend(self, events: Iterable[TruthEvent]) -> None:
        """Take in the events that follow, in order."""
        for event in events:
            run = self._runs.get(event.key)
            if event.kind == "job.accepted":
                self._open(event)
            elif run is None:
                raise ValueError(
                    f"truth event {event.seq} speaks of {event.job} run {event.run}, which nobody accepted"
                )
            else:
                run.add(event)
            self._events.append(event)

    def runs(self) -> tuple[RunKey, ...]:
        """All runs, in the order in which they were accepted."""
        return tuple(self._runs)

    def view(self, key: RunKey, at_ms: int) -> RunView | None:
        """The run at that moment; None before it was accepted."""
        run = self._runs.get(key)
        return run.view(at_ms) if run else None

    def at(self, at_ms: int) -> tuple[RunView, ...]:
        """The newest run of each job that was accepted by then, in the order of the jobs."""
        views = (self.job(job, at_ms) for job in self._jobs)
        return tuple(view for view in views if view is not None)

    def job(self, job_id: str, at_ms: int) -> RunView | None:
        """The newest run of the job at that moment."""
        runs = self._jobs.get(job_id, [])
        known = bisect_right(runs, at_ms, key=lambda run: run.accepted_ms)
        return runs[known - 1].view(at_ms) if known else None

    def earlier(self, job_id: str, at_ms: int) -> tuple[RunView, ...]:
        """The runs of the job before its newest one at that moment, as they ended, in order."""
        runs = self._jobs.get(job_id, [])
        known = bisect_right(runs, at_ms, key=lambda run: run.accepted_ms)
        views = (run.view(at_ms) for run in runs[: max(known - 1, 0)])
        return tuple(view for view in views if view is not None)

    def accepted_at(self, key: RunKey) -> int | float:
        """When the run was accepted; infinite if it never was."""
        return self._runs[key].accepted_ms if key in self._runs else math.inf

    def again_at(self, key: RunKey) -> int | float:
        """When the job was accepted for its next run, of which a page tells from then on; infinite if it never was."""
        later = (held.accepted_ms for run, held in self._runs.items() if run.job == key.job and run.run > key.run)
        return min(later, default=math.inf)

    def started_at(self, key: RunKey) -> int | float:
        """When a worker took the run up; infinite if none has."""
        return self._runs[key].started_ms if key in self._runs else math.inf

    def ended_at(self, key: RunKey) -> int | float:
        """When the run ended; infinite for a run that has not."""
        return self._runs[key].ended_ms if key in self._runs else math.inf

    def outcome(self, key: RunKey) -> Outcome | None:
        """The run's final outcome; None for a run that has not ended."""
        return self._runs[key].outcome if key in self._runs else None

    def moments(self, key: RunKey, from_ms: float, to_ms: float) -> list[int]:
        """The moments in (from, to] at which the run changed."""
        return self._runs[key].moments(from_ms, to_ms) if key in self._runs else []

    def views(self, key: RunKey, from_ms: int, to_ms: int) -> list[RunView]:
        """Every distinct view of the run that held at some moment of [from, to], in order."""
        moments = [from_ms, *self.moments(key, from_ms, to_ms)]
        views = (self.view(key, at_ms) for at_ms in moments)
        return [view for view in views if view is not None]

    def items(self, key: RunKey, at_ms: int) -> tuple[ItemView, ...]:
        """The run's items that an event has spoken of by then: ended, waiting for a retry, or in one."""
        return self._runs[key].items(at_ms) if key in self._runs else ()

    def describe(self, key: RunKey, at_ms: int) -> str:
        """One plain clause: what the run was doing at that moment."""
        return describe(self.view(key, at_ms))

    def _open(self, event: TruthEvent) -> None:
        run = self._runs[event.key] = RunFold(event)
        self._jobs.setdefault(event.job, []).append(run)
