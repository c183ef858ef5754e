"""Plain lines, for a pipe or a log: a line a trial, a few a finding."""

from typing import TextIO

from harness.reporters.unread import UnreadWords
from harness.reporters.words import (
    closing_lines,
    printable,
    remark_lines,
    session_words,
    status_words,
    totals_words,
    trace_lines,
    trial_name,
    trial_words,
)
from harness.trace.events import Event, SessionFinished, SessionStarted, TrialFinished
from harness.trace.result import NOT_JUDGED, Finding, TrialResult


class LinesReporter:
    """Writes to an open text stream; each event's lines are flushed."""

    def __init__(self, stream: TextIO) -> None:
        """``stream`` stays open: whoever opened it closes it."""
        self._stream = stream
        self._trials = 0
        self._scenarios = 0
        self._done = 0
        self._unread = UnreadWords()

    def handle(self, event: Event) -> None:
        """Take in one event."""
        match event:
            case SessionStarted():
                self._trials, self._scenarios = event.trials, len(event.scenarios)
                self._write(session_words(event), *remark_lines(event))
            case TrialFinished(result=result):
                self._done += 1
                self._write(f"[{self._done}/{self._trials}] {_name(result)}: {trial_words(result)}", *trouble(result))
                self._write(*self._unread.lines(result))
            case SessionFinished(totals=totals):
                self._write(*closing_lines(event, self._scenarios), totals_words(totals))
            case _:
                pass

    def close(self) -> None:
        """Nothing is held."""

    def _write(self, *lines: str) -> None:
        self._stream.writelines(f"{printable(line)}\n" for line in lines)
        self._stream.flush()


def trouble(result: TrialResult) -> list[str]:
    """The lines under a trial: what ended it, each finding, and armed laws that did not pass."""
    lines = [f"  {'' if result.exit == NOT_JUDGED else 'error: '}{result.error}"] if result.error else []
    lines += [line for finding in result.findings for line in finding_lines(finding, result.replay)]
    lines += [f"  {line}" for line in trace_lines(result)]
    return lines + [f"  {law} is what this scenario exists for, and it did not pass" for law in result.unmet]


def finding_lines(finding: Finding, replay: str) -> list[str]:
    """A finding: its sentence, why it matters, and the command that replays it."""
    told = status_words(finding)
    return [
        f"  {finding.severity} {finding.law}: {finding.sentence}",
        *([f"    {told}"] if told else []),
        f"    why it matters: {finding.why}",
        f"    replay: {replay}",
    ]


def _name(result: TrialResult) -> str:
    return trial_name(result.scenario, result.seed, result.repeat, result.defect)
