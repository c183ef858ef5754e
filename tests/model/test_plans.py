from collections import Counter

from harness.core.random import stream
from harness.model.goods import attributes
from harness.model.plans import Fate, ItemPlan, mended, plan_again, plan_found, plan_items
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
    spoilt = ItemPlan(id="a", name="A", fate=Fate(cause="missing-id", failing=None))
    slow = ItemPlan(id="b", name="B", fate=Fate(cause="timeout", failing=None))
    skipped = ItemPlan(id="c", name="C", fate=Fate(skip="unchanged"))
    assert plan_again((spoilt, slow)) == (spoilt, mended(slow))
    assert mended(spoilt).fate == Fate(exact=True)
    assert mended(skipped).fate == Fate(exact=True, skip="unchanged")


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


def test_items_that_come_to_light_are_numbered_on_in_the_order_in_which_they_come() -> None:
    found = plan_found(job(items=20, grows=[{"by": 1, "after": 9}, {"by": 2, "after": 3}]))
    assert [(more.after, [plan.id for plan in more.plans]) for more in found] == [
        (3, ["item-021", "item-022"]),
        (9, ["item-023"]),
    ]
