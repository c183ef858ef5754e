"""What a trial of the clean reference UI has to put to the test."""

from harness.engine.prepare import prepare
from harness.engine.run_trial import _unmet
from harness.engine.spec import REAL, TrialSpec

SPEC = TrialSpec(scenario="pressed-again-without-an-answer")


def test_what_a_scenario_says_differs_in_real_time_need_not_pass_there() -> None:
    arms = ("ack-instant", "job-acknowledged", "submit-once", "unknown-outcome-honest")
    assert _unmet(prepare(SPEC), ()) == arms
    real = TrialSpec(scenario=SPEC.scenario, time=REAL, speed=20)
    assert _unmet(prepare(real), ()) == arms[:3]


def test_a_page_with_a_defect_or_another_page_has_to_put_nothing_to_the_test() -> None:
    assert _unmet(prepare(TrialSpec(scenario=SPEC.scenario, defect="fresh-key-per-press")), ()) == ()
    assert _unmet(prepare(TrialSpec(scenario=SPEC.scenario, target="plain-log")), ()) == ()
