"""The gate's word on each finding: new, accepted or only warned of; and on what the baseline holds and nobody found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from harness.core.verdicts import Level, Status, Verdict
from harness.gate.baseline import Accepted, Baseline, Identity
from harness.reporters.words import VERDICT_WORDS
from harness.trace.about import LawInfo
from harness.trace.fingerprint import judged_page, role
from harness.trace.result import NOT_JUDGED, TROUBLE, Absent, Finding, LawVerdict, TrialResult


@dataclass(frozen=True, kw_only=True, slots=True)
class Gate:
    """What findings are held against. ``today`` is the day that expiries are compared with."""

    laws: tuple[LawInfo, ...]
    today: date
    baseline: Baseline | None = None

    def grade(self, result: TrialResult) -> TrialResult:
        """The same result with the status of each finding, and with the exit code that follows from them.

        A law that only warns need not be passed by the scenarios that exist for it.
        """
        fails = {law.id for law in self.laws if law.level is Level.ERROR}
        graded = replace(
            result,
            findings=tuple(self._graded(finding, result) for finding in result.findings),
            verdicts=tuple(self._verdict(verdict, result) for verdict in result.verdicts),
            unmet=tuple(law for law in result.unmet if law in fails),
        )
        return replace(graded, exit=_exit(graded))

    def absent(self, results: Sequence[TrialResult]) -> tuple[Absent, ...]:
        """The entries of scenarios that were run here of which no finding came, in the order of the file."""
        entries = self.baseline.entries if self.baseline is not None else {}
        came = {identity(finding, result) for result in results for finding in result.findings}
        missed = [(entry, _trials_of(entry, results)) for key, entry in entries.items() if key not in came]
        return tuple(_absent(entry, trials) for entry, trials in missed if trials)

    def _verdict(self, verdict: LawVerdict, result: TrialResult) -> LawVerdict:
        return replace(verdict, findings=tuple(self._graded(finding, result) for finding in verdict.findings))

    def _graded(self, finding: Finding, result: TrialResult) -> Finding:
        status, note = self._status(finding, self._entry(identity(finding, result)))
        return replace(finding, status=status, note=note)

    def _entry(self, key: Identity) -> Accepted | None:
        return self.baseline.entries.get(key) if self.baseline is not None else None

    def _status(self, finding: Finding, entry: Accepted | None) -> tuple[Status, str]:
        if entry is not None and entry.holds(self.today):
            return Status.ACCEPTED, entry.until()
        law = next((law for law in self.laws if law.id == finding.law), None)
        if law is not None and law.level is Level.WARN:
            return Status.WARNED, law.reason
        return Status.NEW, f"was accepted {entry.until()}" if entry is not None else ""


def _exit(graded: TrialResult) -> int:
    if graded.exit in (NOT_JUDGED, TROUBLE):
        return graded.exit
    return int(bool(graded.unmet) or any(finding.status is Status.NEW for finding in graded.findings))


def identity(finding: Finding, result: TrialResult) -> Identity:
    """The five words that the finding is known by."""
    page = judged_page(result.target, result.defect)
    return page, result.scenario, finding.law, role(finding.job), finding.claim


def counted(results: Iterable[TrialResult], status: Status) -> int:
    """How many findings have that status."""
    return sum(finding.status is status for result in results for finding in result.findings)


def _trials_of(entry: Accepted, results: Sequence[TrialResult]) -> list[TrialResult]:
    return [
        result
        for result in results
        if (judged_page(result.target, result.defect), result.scenario) == (entry.target, entry.scenario)
    ]


def _absent(entry: Accepted, trials: Sequence[TrialResult]) -> Absent:
    return Absent(
        page=entry.target,
        scenario=entry.scenario,
        law=entry.law,
        job=entry.job,
        claim=entry.claim,
        says=entry.says,
        reason=entry.reason,
        why=next(_doubts(entry, trials), ""),
    )


def _doubts(entry: Accepted, trials: Sequence[TrialResult]) -> Iterator[str]:
    """Why it may be there all the same: a finding is gone only where its law looked and passed, or failed of others."""
    for trial in trials:
        verdict = next((verdict for verdict in trial.verdicts if verdict.law == entry.law), None)
        if trial.exit == TROUBLE:
            yield "the trial ended in trouble of our own"
        elif trial.exit == NOT_JUDGED:
            yield "the trial cannot be judged"
        elif verdict is None:
            yield "the law is off"
        elif verdict.under is not None:
            yield f"the fault is told by {verdict.under} in its place"
        elif verdict.verdict not in (Verdict.PASSED, Verdict.FAILED):
            yield f"the law answered {VERDICT_WORDS[verdict.verdict]}"
