"""Results made by hand: laws, findings and trials as the gate sees them."""

from dataclasses import replace
from typing import Any

from harness.core.verdicts import Severity, Verdict
from harness.trace.about import LawInfo
from harness.trace.fingerprint import fingerprint
from harness.trace.result import Finding, LawVerdict, TrialResult


def law(id: str, **rest: Any) -> LawInfo:
    told = {"title": f"{id} holds", "failure_title": f"{id} was broken", "why": "People rely on it.", "source": "A1"}
    return LawInfo(id=id, severity=Severity.BLOCKER, **{**told, **rest})


LAWS = (law("count-true"), law("submit-once", formerly=("one-job",)), law("reload-restores"))


def finding(law: str = "count-true", **rest: Any) -> Finding:
    """A page that says a wrong number, told as the laws tell it."""
    made = Finding(
        law=law,
        at_ms=30_000,
        until_ms=40_000,
        job="publish",
        run=1,
        said="12 of 28 items published",
        truth="publishing item 20 of 28",
        sentence='job "Publish 28 items" at 30.0 s: the page said "12"; in truth it was publishing item 20 of 28.',
        why="People rely on it.",
        tab=0,
        fingerprint="",
        severity=Severity.BLOCKER,
        claim="count:processed",
    )
    made = replace(made, **rest)
    mark = fingerprint(page="shop", scenario="mixed-outcome", law=law, job=made.job, claim=made.claim)
    return replace(made, fingerprint=rest.get("fingerprint", mark))


def trial(*findings: Finding, **rest: Any) -> TrialResult:
    """A trial in which these were found, and all other laws passed."""
    broken = {one.law for one in findings}
    verdicts = tuple(
        LawVerdict(
            law=law.id,
            verdict=Verdict.FAILED if law.id in broken else Verdict.PASSED,
            judged=3,
            findings=tuple(one for one in findings if one.law == law.id),
        )
        for law in LAWS
    )
    made = TrialResult(
        id="mixed-outcome--shop--seed-3",
        scenario="mixed-outcome",
        target="shop",
        defect=None,
        seed=3,
        repeat=1,
        verdicts=verdicts,
        findings=findings,
        exit=int(bool(findings)),
        truth_hash="t",
        screen_hash="s",
        wall_ms=900,
        virtual_ms=60_000,
        replay="meanwhile run mixed-outcome --target shop --seed 3",
    )
    return replace(made, **rest)


def answered(result: TrialResult, law: str, verdict: Verdict, **rest: Any) -> TrialResult:
    """The same trial, in which the law answered otherwise."""
    other = LawVerdict(law=law, verdict=verdict, judged=0, **rest)
    return replace(result, verdicts=tuple(other if one.law == law else one for one in result.verdicts))
