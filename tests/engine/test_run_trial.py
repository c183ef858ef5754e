"""What a trial of the clean reference UI has to put to the test."""

from dataclasses import replace

from harness.engine.prepare import prepare
from harness.engine.run_trial import _unmet
from harness.engine.spec import REAL, TrialSpec

SPEC = TrialSpec(scenario="pressed-again-without-an-answer")


def test_what_a_scenario_says_differs_in_real_time_need_not_pass_there() -> None:
    arms = ("ack-instant", "job-acknowledged", "submit-once", "unknown-outcome-honest")
    assert _unmet(prepare(SPEC), ()) == arms
    assert _unmet(prepare(replace(SPEC, time=REAL)), ()) == arms[:3]


def test_where_the_job_lives_faster_nothing_has_to_be_put_to_the_test() -> None:
    assert _unmet(prepare(replace(SPEC, speed=20)), ()) == ()


def test_a_page_with_a_defect_or_another_page_has_to_put_nothing_to_the_test() -> None:
    assert _unmet(prepare(TrialSpec(scenario=SPEC.scenario, defect="fresh-key-per-press")), ()) == ()
    assert _unmet(prepare(TrialSpec(scenario=SPEC.scenario, target="plain-log")), ()) == ()
