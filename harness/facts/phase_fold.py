"""The fold of one phase of a run."""

from dataclasses import dataclass

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
    """``done`` moves with each item that passes through or ends in the phase; its stages change twice at most."""

    def __init__(self, id: str, title: str, total: int | None) -> None:
        self._id = id
        self._title = title
        self._stage = Series(_Stage(PhaseState.WAITING, total))
        self.done: Series[int] = Series(0)

    def start(self, count: int, at_ms: int, total: int | None) -> None:
        """The phase began, with as many items as are now known."""
        self._stage.put(count, _Stage(PhaseState.RUNNING, total, at_ms))

    def end(self, count: int, at_ms: int, state: PhaseState) -> None:
        """The phase is over: done, failed or skipped."""
        begun = self._stage.last
        self._stage.put(count, _Stage(state, begun.total, begun.started_ms, at_ms))

    def view(self, count: int) -> PhaseView:
        """The phase after ``count`` events of its run."""
        stage = self._stage.at(count)
        return PhaseView(
            id=self._id,
            title=self._title,
            state=stage.state,
            done=self.done.at(count),
            total=stage.total,
            started_ms=stage.started_ms,
            ended_ms=stage.ended_ms,
        )
