"""The sample session as the gate grades it: one new finding, one accepted, one warned of, one law off, one gone."""

from dataclasses import replace
from pathlib import Path

from harness.core.verdicts import Level, Status
from harness.reporters.session import Session
from harness.trace.about import StepPlace
from harness.trace.events import SessionFinished, SessionStarted
from harness.trace.result import Absent, Finding, Picture, TrialResult
from tests.reporters.sample import FINDING, LAWS, SCENARIO, result_of, session_events

SENTENCE = 'job "Publish" at 5 min 36.1 s: the page said "97 of 200"; in truth it was publishing item 111.'
NEW = replace(FINDING, sentence=SENTENCE, claim="return", fingerprint="5f1c0a2b3c4d")
ACCEPTED = replace(
    NEW, law="count-true", at_ms=NEW.at_ms + 5, status=Status.ACCEPTED, note="until 2027-01-31: SHOP-12",
    claim="count:processed", fingerprint="77aa0a2b3c4d",
)  # fmt: skip
WARNED = replace(ACCEPTED, law="no-premature-terminal", status=Status.WARNED, note="is being rebuilt", claim="ended")
GONE = Absent(
    page="reference", scenario="seller-publish", law="count-true", job="publish", claim="count:failed",
    says="3 failed", reason="SHOP-9",
)  # fmt: skip
UNSURE = replace(GONE, claim="count:skipped", why="the law answered can't tell")


def trial(*findings: Finding) -> TrialResult:
    """The stuck page, with these findings in the verdicts of their laws."""
    held = result_of(stuck=True)
    verdicts = tuple(
        replace(verdict, under=None, findings=tuple(one for one in findings if one.law == verdict.law))
        for verdict in held.verdicts
    )
    shown = Picture(at_ms=NEW.at_ms, label="x", why="y", file="pictures/a b.jpeg", finding=NEW.fingerprint)
    return replace(held, findings=findings, verdicts=verdicts, pictures=(shown,))


def session(
    *results: TrialResult, exit_code: int = 1, broken_off: str = "", scenario_file: str = "", baseline: str = "b.yaml"
) -> Session:
    """These results, told to the end."""
    started, *_, finished = session_events(results)
    assert isinstance(started, SessionStarted)
    assert isinstance(finished, SessionFinished)
    levels = {
        "reload-restores": (Level.OFF, "nobody reloads"),
        "no-premature-terminal": (Level.WARN, "is being rebuilt"),
    }
    laws = tuple(
        replace(law, level=levels[law.id][0], reason=levels[law.id][1]) if law.id in levels else law for law in LAWS
    )
    steps = (StepPlace(at_ms=0, line=21), StepPlace(at_ms=300_000, line=22), StepPlace(at_ms=400_000, line=23))
    scenario = replace(SCENARIO, file=scenario_file, steps=steps)
    started = replace(started, laws=laws, scenarios=(scenario,), baseline=baseline, remarks=("b.yaml:3: mind this",))
    totals = replace(finished.totals, new=1, accepted=1, warned=1, findings=3, absent=(GONE, UNSURE))
    return Session(
        started=started,
        results=results,
        finished=replace(finished, exit_code=exit_code, totals=totals, broken_off=broken_off),
        folder=Path("report"),
    )


ALL_THREE = trial(NEW, ACCEPTED, WARNED)
