"""Results as JSON Lines, written as they come: what is there is true even when the session is cut short."""

from harness.reporters.base import Stream
from harness.trace.events import Event, SessionFinished, SessionStarted, TrialFinished
from harness.trace.results import EndLine, Line, SessionLine, encode_result


class JsonLinesReporter:
    """Writes to an open text stream and flushes each line (schema: reports/schema/results.schema.json)."""

    def __init__(self, stream: Stream) -> None:
        """``stream`` stays open: whoever opened it closes it."""
        self._stream = stream

    def handle(self, event: Event) -> None:
        """Take in one event."""
        match event:
            case SessionStarted():
                self._write(SessionLine.of(event))
            case TrialFinished(result=result):
                self._write(result)
            case SessionFinished():
                self._write(EndLine.of(event))
            case _:
                pass

    def close(self) -> None:
        """Nothing is held."""

    def _write(self, line: Line) -> None:
        self._stream.write(encode_result(line) + "\n")
        self._stream.flush()
