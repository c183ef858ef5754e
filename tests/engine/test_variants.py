"""The variants of a scenario that are compared: alike but for one thing."""

import pytest

from harness.core import causes
from harness.core.errors import UsageError
from harness.engine.prepare import prepare
from harness.engine.spec import TrialSpec
from harness.engine.variants import BY_CLASS, ITEMS, NUMBERS, OTHER_ID, Variant, variants
from harness.model.rehearsal import rehearse

MADE = variants(prepare(TrialSpec(scenario="mixed-outcome")))


def test_there_is_one_for_each_number_cause_and_id() -> None:
    marks: dict[str, list[str]] = {}
    for variant in MADE:
        marks.setdefault(variant.group, []).append(variant.mark)
    assert marks["numbers"] == [str(number) for number in NUMBERS]
    assert marks["failed"] == ["0", "1", "2"]
    assert marks["causes"] == list(BY_CLASS.values())
    assert marks["ids"] == ["publish", OTHER_ID]


def test_each_class_of_cause_is_one_of_them() -> None:
    assert {causes.class_of(id) for id in BY_CLASS.values()} == set(causes.CLASSES)


def test_each_is_a_job_alone_on_a_good_network() -> None:
    for variant in MADE:
        scenario = variant.prepared.scenario
        (job,) = scenario.world.jobs
        (step,) = scenario.journey
        assert step.job == job.id
        assert scenario.network.faults == ()
        assert job.items == (int(variant.mark) if variant.group == "numbers" else ITEMS)


@pytest.mark.parametrize("variant", MADE, ids=lambda variant: f"{variant.group}-{variant.mark}")
def test_what_a_variant_says_is_so_in_its_truth(variant: Variant) -> None:
    ended = [event for event in rehearse(variant.prepared.scenario).events if event.kind == "run.ended"]
    assert len(ended) == 1
    failed = {"numbers": "0", "failed": variant.mark, "causes": "2", "ids": "2"}[variant.group]
    assert ended[0].data["failed"] == int(failed)


def test_a_scenario_in_which_nobody_starts_a_job_has_none() -> None:
    prepared = prepare(TrialSpec(scenario="tests/laws/scenarios/nobody-starts.yaml"))
    with pytest.raises(UsageError, match="nobody starts a job in it"):
        variants(prepared)
