from collections import Counter

from harness.core.random import stream
from harness.model.goods import attributes
from harness.model.plans import Fate, mended, plan_items
from harness.scenario.world import Job


def job(**parts: object) -> Job:
    return Job.model_validate({"id": "publish", "kind": "publish", "items": 20, **parts})


def fates(job: Job, seed: int = 1) -> list[Fate]:
    return [plan.fate for plan in plan_items(job, stream(seed, "fates"))]


def test_named_outcomes_get_exactly_as_many_items_as_they_name() -> None:
    told = job(outcomes={"failed": {"missing-id": 3, "timeout": 1}, "skipped": {"unchanged": 5}})
    found = Counter((fate.cause, fate.skip) for fate in fates(told))
    assert found == {("missing-id", None): 3, ("timeout", None): 1, (None, "unchanged"): 5, (None, None): 11}


def test_where_outcomes_are_named_every_item_ends_as_planned() -> None:
    assert all(fate.exact for fate in fates(job(outcomes={})))
    assert not any(fate.exact for fate in fates(job()))
    assert Counter(fate.exact for fate in fates(job(flaky={"items": 2}))) == {True: 2, False: 18}


def test_which_items_they_are_depends_on_the_seed() -> None:
    told = job(outcomes={"failed": {"missing-id": 3}})
    assert fates(told, 1) == fates(told, 1)
    assert fates(told, 1) != fates(told, 2)


def test_items_keep_their_ids_and_names_in_order() -> None:
    plans = plan_items(job(items=3), stream(1, "fates"))
    assert [plan.id for plan in plans] == ["item-001", "item-002", "item-003"]
    assert len({plan.name for plan in plans}) == 3


def test_only_spoilt_data_and_missing_permission_last() -> None:
    def lasts(cause: str, failing: int | None = None) -> tuple[bool, bool]:
        fate = Fate(cause=cause, failing=failing)
        return fate.is_lasting, fate.spoilt_data

    assert lasts("missing-id") == (True, True)
    assert lasts("no-permission") == (True, False)
    assert lasts("timeout") == (False, False)
    assert lasts("missing-id", failing=1) == (False, False)


def test_another_try_mends_what_passes_and_a_rerun_mends_everything() -> None:
    outcomes = {"items": {"item-002": "missing-id", "item-004": "timeout"}, "skipped": {"unchanged": 1}}
    plans = plan_items(job(outcomes=outcomes), stream(1, "fates"))
    again = plans.again([plans[1], plans[3]])
    assert list(again) == [plans[1], plans[3]._replace(fate=Fate(exact=True))]
    rerun = plans.mended()
    assert [plan[:2] for plan in rerun] == [plan[:2] for plan in plans]
    assert {plan.fate for plan in rerun} == {Fate(exact=True), Fate(exact=True, skip="unchanged")}
    assert mended(Fate(cause="timeout", failing=None)) == Fate(exact=True)


def test_what_is_spoilt_is_known_by_its_place_and_can_be_left_out() -> None:
    plans = plan_items(job(outcomes={"items": {"item-002": "missing-id", "item-004": "timeout"}}), stream(1, "fates"))
    assert plans.spoilt() == {1}
    left = plans.without(plans.spoilt())
    assert [plan.id for plan in left[:3]] == ["item-001", "item-003", "item-004"]
    assert left.spoilt() == set()


def test_items_that_come_to_light_are_numbered_on() -> None:
    more = plan_items(job(items=20), stream(1, "fates")).and_more(2)
    assert [plan.id for plan in more][-3:] == ["item-020", "item-021", "item-022"]
    assert more[-1].fate == Fate()
    spoilt = plan_items(job(items=20, outcomes={"items": {"item-020": "missing-id"}}), stream(1, "fates"))
    assert spoilt.without(spoilt.spoilt()).and_more(1)[-1].id == "item-021"


def test_an_item_named_by_its_id_or_by_an_attribute_fails_for_the_cause_that_is_told() -> None:
    outcomes = {
        "items": {"item-002": "missing-id"},
        "where": [{"attribute": "has_image", "is": True, "cause": "bad-format"}],
        "failed": {"timeout": 4},
    }
    plans = plan_items(job(items=40, outcomes=outcomes), stream(1, "fates"))
    with_image = {number for number in range(1, 41) if attributes(number)["has_image"]}
    found = {number: plan.fate.cause for number, plan in enumerate(plans, start=1) if plan.fate.cause}
    assert found[2] == "missing-id"
    assert {number for number, cause in found.items() if cause == "bad-format"} == with_image - {2}
    assert Counter(found.values())["timeout"] == min(4, 40 - len(with_image | {2}))
