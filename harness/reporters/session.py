"""A whole session for reporters that write when it has ended, and the reporter that has one of them write."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from harness.core.errors import HarnessTrouble
from harness.reporters.base import Stream
from harness.trace.about import LawInfo, ScenarioInfo
from harness.trace.events import Event, SessionFinished, SessionStarted, TrialFinished
from harness.trace.fingerprint import judged_page
from harness.trace.result import Finding, TrialResult


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """What a session announced. ``folder`` is the report's, from which results name their files."""

    started: SessionStarted
    results: Sequence[TrialResult]
    finished: SessionFinished
    folder: Path

    @property
    def page(self) -> str:
        """The page that was judged."""
        return judged_page(self.started.target.id, self.started.defect)

    @property
    def findings(self) -> Iterator[tuple[Finding, TrialResult]]:
        """Every finding, with the trial that it is of."""
        return ((finding, result) for result in self.results for finding in result.findings)

    def law(self, id: str) -> LawInfo:
        """What is told of the law."""
        return next(law for law in self.started.laws if law.id == id)

    def scenario(self, id: str) -> ScenarioInfo:
        """What is told of the scenario."""
        return next(scenario for scenario in self.started.scenarios if scenario.id == id)

    def picture(self, finding: Finding, result: TrialResult) -> str | None:
        """The path of the picture of the finding's moment, if there is one."""
        own = [picture for picture in result.pictures if picture.finding == finding.fingerprint]
        nearest = min(own, key=lambda picture: abs(picture.at_ms - finding.at_ms), default=None)
        return None if nearest is None else (self.folder / nearest.file).as_posix()


Render: TypeAlias = Callable[[Session], str]


class SessionReporter:
    """Gathers what a session announces, and writes once it has ended."""

    def __init__(self, stream: Stream, folder: Path, render: Render) -> None:
        """``stream`` stays open: whoever opened it closes it."""
        self._stream = stream
        self._folder = folder
        self._render = render
        self._started: SessionStarted | None = None
        self._results: list[TrialResult] = []

    def handle(self, event: Event) -> None:
        """Take in one event."""
        match event:
            case SessionStarted():
                self._started = event
            case TrialFinished(result=result):
                self._results.append(result)
            case SessionFinished():
                self._stream.write(self._render(self._session(event)))
                self._stream.flush()
            case _:
                pass

    def close(self) -> None:
        """Nothing is held."""

    def _session(self, finished: SessionFinished) -> Session:
        if self._started is None:
            raise HarnessTrouble("the session ended before it started: nothing can be told of it")
        return Session(started=self._started, results=self._results, finished=finished, folder=self._folder)
