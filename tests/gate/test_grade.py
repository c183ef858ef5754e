"""New, accepted or warned; and what the baseline holds and nobody found."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from harness.core.verdicts import Level, Status, Verdict
from harness.gate.baseline import Accepted, Baseline
from harness.gate.grade import Gate, counted, identity
from harness.trace.about import LawInfo
from harness.trace.result import TrialResult
from tests.gate.made import LAWS, answered, finding, trial

TODAY = date(2026, 11, 30)


def entry(**rest: object) -> Accepted:
    told = {
        "target": "shop",
        "scenario": "mixed-outcome",
        "law": "count-true",
        "job": "publish",
        "claim": "count:processed",
        "reason": "SHOP-12",
    }
    return Accepted.model_validate({**told, **rest})


def gate(*entries: Accepted, laws: tuple[LawInfo, ...] = LAWS) -> Gate:
    held = Baseline(path=Path("b.yaml"), entries={one.identity: one for one in entries})
    return Gate(laws=laws, today=TODAY, baseline=held)


def levelled(level: Level) -> tuple[LawInfo, ...]:
    return tuple(replace(law, level=level, reason="later") if law.id == "count-true" else law for law in LAWS)


def answer(graded: TrialResult) -> tuple[int, str, str]:
    (found,) = graded.findings
    return graded.exit, found.status.value, found.note


def test_without_a_baseline_every_finding_is_new() -> None:
    assert answer(Gate(laws=LAWS, today=TODAY).grade(trial(finding()))) == (1, "new", "")


def test_a_finding_that_is_known_does_not_fail() -> None:
    assert answer(gate(entry()).grade(trial(finding()))) == (0, "accepted", "SHOP-12")


@pytest.mark.parametrize(
    "moved",
    [
        {"at_ms": 55_000, "until_ms": None},
        {"said": "13 of 28 items have been published", "sentence": "other words", "truth": "otherwise"},
        {"tab": 1},
        {"run": 2},
        {"job": "publish-2"},
    ],
)
def test_a_finding_that_moved_or_is_worded_otherwise_is_the_same(moved: dict[str, Any]) -> None:
    assert answer(gate(entry()).grade(trial(finding(**moved)))) == (0, "accepted", "SHOP-12")


@pytest.mark.parametrize(
    "other",
    [{"law": "reload-restores"}, {"claim": "count:failed"}, {"claim": "silence:count"}, {"job": "import"}],
)
def test_another_law_claim_or_job_is_another_finding(other: dict[str, str]) -> None:
    assert answer(gate(entry()).grade(trial(finding(**other))))[:2] == (1, "new")


@pytest.mark.parametrize("other", [{"scenario": "black-hole"}, {"target": "admin"}, {"defect": "ignores-snapshot"}])
def test_another_scenario_target_or_flaw_is_another_finding(other: dict[str, Any]) -> None:
    assert answer(gate(entry()).grade(replace(trial(finding()), **other)))[:2] == (1, "new")


def test_an_expiry_holds_to_the_end_of_its_day_and_then_the_finding_is_new() -> None:
    last_day, day_after = entry(expires=TODAY), entry(expires=date(2026, 11, 29))
    assert answer(gate(last_day).grade(trial(finding()))) == (0, "accepted", "until 2026-11-30: SHOP-12")
    told = "was accepted until 2026-11-29: SHOP-12"
    assert answer(gate(day_after).grade(trial(finding()))) == (1, "new", told)


def test_a_law_that_only_warns_does_not_fail() -> None:
    assert answer(gate(laws=levelled(Level.WARN)).grade(trial(finding()))) == (0, "warned", "later")


def test_what_is_accepted_is_told_as_accepted_though_its_law_only_warns() -> None:
    assert answer(gate(entry(), laws=levelled(Level.WARN)).grade(trial(finding())))[1] == "accepted"


def test_one_new_finding_among_known_ones_fails() -> None:
    graded = gate(entry()).grade(trial(finding(), finding("reload-restores", claim="reload")))
    assert graded.exit == 1
    assert [one.status for one in graded.findings] == [Status.ACCEPTED, Status.NEW]
    assert [one.status for verdict in graded.verdicts for one in verdict.findings] == [Status.ACCEPTED, Status.NEW]
    assert [counted([graded], status) for status in Status] == [1, 1, 0]


def test_trouble_of_our_own_beats_what_is_accepted() -> None:
    assert gate(entry()).grade(trial(finding(), exit=3)).exit == 3


def test_an_armed_law_that_did_not_pass_fails_unless_it_only_warns() -> None:
    unmet = trial(unmet=("count-true",), exit=1)
    assert gate().grade(unmet).exit == 1
    warned = gate(laws=levelled(Level.WARN)).grade(unmet)
    assert (warned.exit, warned.unmet) == (0, ())


def test_what_did_not_come_and_whose_law_passed_is_gone() -> None:
    (gone,) = gate(entry(says="it said 12")).absent([trial()])
    assert (gone.page, gone.scenario, gone.law, gone.says, gone.reason, gone.why) == (
        "shop", "mixed-outcome", "count-true", "it said 12", "SHOP-12", "",
    )  # fmt: skip


def test_what_came_is_not_absent_and_of_what_was_not_run_nothing_is_said() -> None:
    assert gate(entry()).absent([trial(finding())]) == ()
    assert gate(entry(scenario="black-hole"), entry(target="admin")).absent([trial()]) == ()
    assert Gate(laws=LAWS, today=TODAY).absent([trial()]) == ()


def test_what_came_in_one_of_several_trials_is_not_absent() -> None:
    assert gate(entry()).absent([trial(), trial(finding(), repeat=2)]) == ()


@pytest.mark.parametrize("code", [2, 3])
def test_a_trial_without_an_answer_keeps_its_exit_code(code: int) -> None:
    assert gate().grade(trial(verdicts=(), exit=code)).exit == code


@pytest.mark.parametrize(
    ("result", "why"),
    [
        (answered(trial(), "count-true", Verdict.CANT_TELL), "the law answered can't tell"),
        (answered(trial(), "count-true", Verdict.NOT_EXERCISED), "the law answered not exercised"),
        (trial(verdicts=()), "the law is off"),
        (trial(verdicts=(), exit=3), "the trial ended in trouble of our own"),
        (trial(verdicts=(), exit=2), "the trial cannot be judged"),
        (
            answered(trial(), "count-true", Verdict.FAILED, under="reload-restores"),
            "the fault is told by reload-restores in its place",
        ),
    ],
)
def test_what_nobody_looked_for_is_not_gone(result: TrialResult, why: str) -> None:
    assert [one.why for one in gate(entry()).absent([result])] == [why]
    assert [one.why for one in gate(entry()).absent([trial(repeat=2), result])] == [why]


def test_a_law_that_failed_of_something_else_looked() -> None:
    assert [one.why for one in gate(entry()).absent([trial(finding(claim="count:failed"))])] == [""]


def test_the_five_words_of_a_finding() -> None:
    known = ("shop+ignores-snapshot", "mixed-outcome", "count-true", "publish", "count:processed")
    assert identity(finding(job="publish-3"), trial(defect="ignores-snapshot")) == known
