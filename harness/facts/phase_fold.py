"""The fold of one phase of a run."""

from dataclasses import dataclass, replace

from harness.core.words import PhaseState
from harness.facts.series import Series
from harness.facts.views import PhaseView


@dataclass(frozen=True, slots=True)
class _Stage:
    state: PhaseState
    total: int | None
    started_ms: int | None = None
    ended_ms: int | None = None


class PhaseFold:
    """``done`` moves with each item that passes through or ends in the phase; its stages change a few times at most."""

    def __init__(self, id: str, title: str, total: int | None) -> None:
        self._id = id
        self._title = title
        self._stage = Series(_Stage(PhaseState.WAITING, total))
        self._done: Series[int] = Series(0)

    def start(self, count: int, at_ms: int, total: int | None) -> None:
        """The phase began, with as many items as are now known. Taken up again, it began when it first did."""
        begun = self._stage.last.started_ms
        self._stage.put(count, _Stage(PhaseState.RUNNING, total, at_ms if begun is None else begun))

    def advance(self, count: int, done: int) -> None:
        """So many items have passed through the phase."""
        self._done.put(count, done)

    def count(self, count: int, by: int) -> None:
        """Items have ended in the phase, or, with a minus, were undone."""
        self._done.put(count, self._done.last + by)

    def learn(self, count: int, total: int) -> int | None:
        """It is known by now how many items there are; returns how many came to those of a phase that has begun."""
        known = self._stage.last
        self._stage.put(count, replace(known, total=total))
        return None if known.started_ms is None or known.total is None else total - known.total

    def end(self, count: int, at_ms: int, state: PhaseState) -> None:
        """The phase is over: done, failed or skipped."""
        self._stage.put(count, replace(self._stage.last, state=state, ended_ms=at_ms))

    def view(self, count: int) -> PhaseView:
        """The phase after ``count`` events of its run."""
        stage = self._stage.at(count)
        return PhaseView(
            id=self._id,
            title=self._title,
            state=stage.state,
            done=self._done.at(count),
            total=stage.total,
            started_ms=stage.started_ms,
            ended_ms=stage.ended_ms,
        )
