"""Results as JSON Lines: each line is there when its event was handled, and all of them come back."""

import io

from harness.reporters.jsonl import JsonLinesReporter
from harness.trace.events import SessionFinished, TrialFinished
from harness.trace.result import TrialResult
from harness.trace.results import EndLine, SessionLine, decode_results
from tests.reporters.sample import LAWS, result_of, session_events


class Flushed(io.StringIO):
    """Counts lines that reached whoever reads the stream."""

    seen = 0

    def flush(self) -> None:
        self.seen = self.getvalue().count("\n")


def test_lines_come_as_trials_end_and_read_back() -> None:
    results = (result_of(stuck=False), result_of(stuck=True))
    stream = Flushed()
    reporter = JsonLinesReporter(stream)
    seen: list[int] = []
    for event in session_events(results):
        reporter.handle(event)
        if isinstance(event, TrialFinished | SessionFinished):
            seen.append(stream.seen)
    reporter.close()
    assert seen == [2, 3, 4]
    session, first, second, end = decode_results(stream.getvalue().splitlines())
    assert isinstance(session, SessionLine)
    assert session.laws == LAWS
    assert (first, second) == results
    assert isinstance(second, TrialResult)
    assert isinstance(end, EndLine)
    assert (end.exit, end.findings, end.trials) == (1, 1, 2)
