"""Results that a test makes up, of trials that were really recorded."""

from pathlib import Path

from harness.core.resources import data
from harness.core.verdicts import Severity, Verdict
from harness.pytest_plugin.told import Told
from harness.trace.about import ScenarioInfo, TargetInfo
from harness.trace.result import Finding, LawVerdict, TrialResult

FINDING = Finding(
    law="count-true",
    at_ms=12_000,
    until_ms=None,
    job="publish",
    run=1,
    said="7 of 10",
    truth="5 processed",
    sentence='job "Publish 10 items" at 12.0 s: the page said "7 of 10"; in truth it was 5 processed.',
    why="People plan by these numbers.",
    tab=0,
    fingerprint="abc",
    severity=Severity.BLOCKER,
)


def recorded() -> Path:
    """A folder with one stored trial in it."""
    return data("fixtures/trials") / "count-true"


def result(id: str, *findings: Finding, target: str = "reference", error: str | None = None) -> TrialResult:
    """The result of a trial that passed, or found this."""
    return TrialResult(
        id=id,
        scenario=id,
        target=target,
        defect=None,
        seed=1,
        repeat=1,
        verdicts=(LawVerdict(law="count-true", verdict=Verdict.FAILED if findings else Verdict.PASSED, judged=3),),
        findings=findings,
        exit=3 if error else 1 if findings else 0,
        truth_hash="t",
        screen_hash="s",
        wall_ms=10,
        virtual_ms=1_000,
        replay=f"meanwhile run {id} --seed 1",
        error=error,
        file=None if error else "passes.jsonl.gz",
    )


def told(id: str, target: str = "reference") -> Told:
    """What a test tells of a trial."""
    return Told(
        result=result(id, FINDING, target=target),
        scenario=ScenarioInfo(id=id, title="A title", source="", arms=("count-true",)),
        target=TargetInfo(id=target, title="A page"),
    )
