"""Live progress in a terminal: what runs now, with its clock and its laws; what ended stays above, as sentences."""

from dataclasses import dataclass, field
from typing import TextIO

from rich.console import Console, Group
from rich.live import Live
from rich.text import Text

from harness.core.durations import spoken
from harness.core.verdicts import Status, Verdict
from harness.reporters.unread import UnreadWords
from harness.reporters.words import (
    closing_lines,
    count_words,
    fault_words,
    printable,
    remark_lines,
    session_words,
    status_words,
    step_words,
    totals_words,
    trace_lines,
    trial_name,
    trial_words,
)
from harness.trace.events import (
    ClockAdvanced,
    Event,
    FaultBegan,
    LawJudged,
    SessionFinished,
    SessionStarted,
    StepTaken,
    TrialFinished,
    TrialStarted,
)
from harness.trace.result import NOT_JUDGED, Finding, TrialResult

MARKS = {
    Verdict.PASSED: ("✓", "green"),
    Verdict.FAILED: ("✗", "bold red"),
    Verdict.NOT_EXERCISED: ("-", "dim"),
    Verdict.NOT_OBSERVABLE: ("○", "dim"),
    Verdict.CANT_TELL: ("?", "yellow"),
    Verdict.ERROR: ("!", "bold magenta"),
}
STATUSES = {Status.NEW: "red", Status.ACCEPTED: "dim", Status.WARNED: "yellow"}


@dataclass(kw_only=True)
class _Running:
    """A trial that has not ended: its name, where its clock stands, what happened last, and the laws so far."""

    name: str
    end_ms: int | None
    at_ms: int = 0
    last: str = ""
    verdicts: list[Verdict] = field(default_factory=list)


class TerminalReporter:
    """Writes to a terminal. ``width`` is for tests; otherwise the terminal says it."""

    def __init__(self, stream: TextIO, *, width: int | None = None) -> None:
        """``stream`` stays open: whoever opened it closes it."""
        self._console = Console(file=stream, width=width, highlight=False, soft_wrap=width is None)
        self._running: dict[str, _Running] = {}
        self._trials = 0
        self._scenarios = 0
        self._done = 0
        self._unread = UnreadWords()
        self._live = Live(console=self._console, get_renderable=self._view, refresh_per_second=8, transient=True)

    def handle(self, event: Event) -> None:
        """Take in one event."""
        match event:
            case SessionStarted():
                self._trials, self._scenarios = event.trials, len(event.scenarios)
                self._print(Text(session_words(event), style="bold"), *_quiet(remark_lines(event)))
                self._live.start()
            case TrialStarted():
                name = trial_name(event.scenario.id, event.seed, event.repeat, event.defect)
                self._running[event.trial] = _Running(name=name, end_ms=event.end_ms)
            case ClockAdvanced():
                self._running[event.trial].at_ms = event.at_ms
            case StepTaken():
                self._happened(event.trial, event.at_ms, f"the person {step_words(event.do, event.note)}")
            case FaultBegan():
                self._happened(event.trial, event.at_ms, fault_words(event.kind))
            case LawJudged():
                self._running[event.trial].verdicts.append(event.verdict.verdict)
            case TrialFinished(result=result):
                self._running.pop(result.id, None)
                self._done += 1
                self._print(*_finished(result))
                self._print(*(Text(printable(line), style="dim") for line in self._unread.lines(result)))
            case SessionFinished():
                self.close()
                self._print(*_ended(event, self._scenarios))

    def close(self) -> None:
        """Give the terminal back."""
        self._live.stop()

    def _happened(self, trial: str, at_ms: int, words: str) -> None:
        running = self._running[trial]
        running.at_ms, running.last = at_ms, words

    def _print(self, *lines: Text) -> None:
        for line in lines:
            self._console.print(line)

    def _view(self) -> Group:
        rows = [_row(running) for running in self._running.values()]
        return Group(*rows, Text(f"{self._done} of {self._trials} trials done", style="dim"))


def _row(running: _Running) -> Text:
    clock = spoken(running.at_ms) + (f" of {spoken(running.end_ms)}" if running.end_ms else "")
    row = Text.assemble("▸ ", (running.name, "bold"), "  ", (clock, "cyan"))
    for verdict in running.verdicts:
        mark, style = MARKS[verdict]
        row.append(f" {mark}", style)
    return row.append(f"  {running.last}", "dim") if running.last else row


def _finished(result: TrialResult) -> list[Text]:
    mark, style = MARKS[_answer(result)]
    name = trial_name(result.scenario, result.seed, result.repeat, result.defect)
    lines = [Text.assemble((f"{mark} ", style), (name, "bold"), f": {trial_words(result)}")]
    if result.error:
        lines.append(Text(f"  {printable(result.error)}", style=style))
    lines += [line for finding in result.findings for line in _finding(finding, result.replay)]
    lines += [Text(f"  {line}", style="dim") for line in trace_lines(result)]
    unmet = [f"  {law} is what this scenario exists for, and it did not pass" for law in result.unmet]
    return lines + [Text(line, style="red") for line in unmet]


def _answer(result: TrialResult) -> Verdict:
    """The verdict whose mark says how the trial went."""
    if result.error:
        return Verdict.CANT_TELL if result.exit == NOT_JUDGED else Verdict.ERROR
    return Verdict.FAILED if result.exit else Verdict.PASSED


def _finding(finding: Finding, replay: str) -> list[Text]:
    told = status_words(finding)
    return [
        Text.assemble("  ", (printable(finding.sentence), STATUSES[finding.status])),
        *([Text.assemble("    ", (printable(told), "yellow"))] if told else []),
        Text.assemble("    ", (f"{finding.law}, {finding.severity}. ", "bold"), printable(finding.why)),
        Text.assemble("    see it again: ", (replay, "cyan")),
    ]


def _ended(event: SessionFinished, scenarios: int) -> list[Text]:
    counts = event.totals.verdicts
    legend = Text("  ").join(
        Text.assemble((mark, style), f" {count_words(kind, counts[kind], event.totals.under)}")
        for kind, (mark, style) in MARKS.items()
        if counts.get(kind)
    )
    style = "bold green" if event.exit_code == 0 else "bold red"
    return [legend, *_quiet(closing_lines(event, scenarios)), Text(totals_words(event.totals), style=style)]


def _quiet(lines: list[str]) -> list[Text]:
    return [Text(printable(line), style="yellow") for line in lines]
