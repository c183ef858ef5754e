"""A trial that was driven and judged, to be asked from Python."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from harness.core import durations
from harness.core.verdicts import Verdict
from harness.facts.case import Case
from harness.facts.describe import describe
from harness.facts.views import RunView
from harness.reporters.words import number_of, printable, status_words
from harness.trace.result import Finding, TrialResult
from harness.trace.trial import read_trial

Moment = str | int
"""``"3m"``, ``"90s"``, or whole milliseconds from the trial's start."""


class NotPassed(AssertionError):
    """The laws found something; the message holds each finding, the command that replays it, and the report."""


class Trouble(Exception):
    """The trial could not be judged: trouble of our own, never a finding."""


class Findings(tuple[Finding, ...]):
    """What was found; ``assert trial.passed, trial.findings`` prints the sentences."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "\n".join(printable(finding.sentence) for finding in self) or "no findings"


@dataclass(frozen=True, slots=True)
class TruthAt:
    """What was so at a moment: the newest run of each job, by the job's id. As a string: one sentence a job."""

    jobs: Mapping[str, RunView]

    def __getitem__(self, job: str) -> RunView:
        """The job's newest run. A KeyError names the jobs that there were."""
        if job not in self.jobs:
            raise KeyError(f'no job "{job}" at that moment; jobs are {", ".join(self.jobs) or "none"}')
        return self.jobs[job]

    def __str__(self) -> str:
        return "\n".join(f"{view.title}: {describe(view)}" for view in self.jobs.values())


class TruthOverTime:
    """What really happened."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def at(self, moment: Moment) -> TruthAt:
        """What was so at that moment."""
        return TruthAt({view.key.job: view for view in self._case.truth.at(in_ms(moment))})


class ScreenOverTime:
    """What the page said."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def text_at(self, moment: Moment, tab: int = 0) -> str:
        """Everything that the tab said at that moment, a line for each piece of text, in reading order."""
        return self._case.screen.text_at(tab, in_ms(moment))


class JudgedTrial:
    """``result`` is what results.jsonl holds of it; the stored trial is read when it is asked for."""

    def __init__(self, result: TrialResult, folder: Path) -> None:
        self.result = result
        self._folder = folder

    @property
    def passed(self) -> bool:
        """Whether nothing new was found, and, on the clean reference page, each law passed that the scenario is for."""
        return self.result.exit == 0

    @property
    def findings(self) -> Findings:
        """What the laws found, each with its sentence, moment and truth; ``status`` is new, accepted or warned."""
        return Findings(self.result.findings)

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """Each law's answer, by its id."""
        return {verdict.law: verdict.verdict for verdict in self.result.verdicts}

    @property
    def replay(self) -> str:
        """The command that runs this very trial again."""
        return self.result.replay

    @property
    def report(self) -> Path:
        """The page that shows the trial; it is written when the session ends."""
        return self._folder / "index.html"

    @cached_property
    def case(self) -> Case:
        """The stored trial, as laws are given it."""
        if self.result.file is None:
            raise Trouble(self.result.error or "the trial was not stored")
        return Case(read_trial(self._folder / self.result.file))

    @property
    def truth(self) -> TruthOverTime:
        """What really happened: ``trial.truth.at("3m")``."""
        return TruthOverTime(self.case)

    @property
    def screen(self) -> ScreenOverTime:
        """What the page said: ``trial.screen.text_at("3m")``."""
        return ScreenOverTime(self.case)

    def check(self) -> None:
        """Raises NotPassed unless the trial passed."""
        __tracebackhide__ = True  # the message says it all; where it was raised says nothing
        if not self.passed:
            raise NotPassed("\n".join(self._lines()))

    def _lines(self) -> list[str]:
        found = [line for finding in self.findings for line in _finding_lines(finding)]
        unmet = [f"not put to the test, though the scenario exists for it: {law}" for law in self.result.unmet]
        head = f"{number_of(len(self.findings), 'finding')} in {self.result.scenario} on {self.result.target}"
        return [head, *found, *unmet, f"Replay: {self.replay}", f"Report: {self.report}"]

    def __repr__(self) -> str:
        return f"<JudgedTrial {self.result.id}: {number_of(len(self.findings), 'finding')}>"


def in_ms(moment: Moment) -> int:
    """A moment as whole milliseconds of the trial. Raises DurationError, which says what would be right."""
    return moment if isinstance(moment, int) else durations.parse(moment)


def _finding_lines(finding: Finding) -> list[str]:
    status = [f"    {told}"] if (told := status_words(finding)) else []
    return [f"  {printable(finding.sentence)}", f"    {finding.law} ({finding.severity}): {finding.why}", *status]
