"""A defect is looked for where its law is armed first; what it takes is counted."""

import pytest

from harness.engine.keep import Keep
from harness.engine.spec import TrialSpec
from harness.fleet import hunt as module
from harness.fleet.hunt import Quarry, hunt, quarry, shipped
from harness.laws import ALL
from harness.scenario.scenario import Scenario
from harness.trace.result import Finding, TrialResult
from tests.pytest_plugin.given import FINDING, result


class Scripted:
    """A worker whose trials come out as told."""

    def __init__(self, *told: TrialResult) -> None:
        self.left = list(told)
        self.asked: list[TrialSpec] = []

    def run(self, spec: TrialSpec, _keep: Keep) -> TrialResult:
        self.asked.append(spec)
        return self.left.pop(0)


def hunted(monkeypatch: pytest.MonkeyPatch, *told: TrialResult) -> tuple[module.Hunt, Scripted]:
    worker = Scripted(*told)
    monkeypatch.setattr(module, "worker", lambda: worker)
    names = tuple(f"s{number}" for number in range(len(told)))
    return hunt(Quarry(defect="flaw", law="count-true", scenarios=names)), worker


def other(law: str) -> Finding:
    return Finding(**{name: getattr(FINDING, name) for name in FINDING.__dataclass_fields__} | {"law": law})


def test_it_ends_with_the_first_finding_of_the_law_meant_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    told = (result("s0"), result("s1", other("submit-once")), result("s2", FINDING), result("s3"))
    fate, worker = hunted(monkeypatch, *told)
    assert (fate.scenario, fate.trials, fate.others, fate.sentence) == ("s2", 3, ("submit-once",), FINDING.sentence)
    assert [spec.scenario for spec in worker.asked] == ["s0", "s1", "s2"]
    assert {spec.defect for spec in worker.asked} == {"flaw"}


def test_what_is_nowhere_found_is_not_caught_and_trouble_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    fate, _ = hunted(monkeypatch, result("s0"), result("s1", error="it died"))
    assert (fate.scenario, fate.trials, fate.others, fate.errors) == (None, 2, (), ("it died",))


def test_the_likeliest_and_shortest_scenarios_come_first() -> None:
    scenarios = shipped()
    order = quarry("flaw", "submit-once", scenarios).scenarios
    armed = {one.id for one in scenarios if "submit-once" in one.arms}
    assert set(order[: len(armed)]) == armed
    assert sorted(order) == sorted(one.id for one in scenarios)


def test_more_is_put_to_the_test_for_less_sooner() -> None:
    def like(id: str, arms: int, items: int) -> Scenario:
        given = next(one for one in shipped() if one.id == "mixed-outcome")
        [job] = given.world.jobs
        world = given.world.model_copy(update={"jobs": (job.model_copy(update={"items": items}),)})
        laws = ("submit-once", *(law.id for law in ALL if law.id != "submit-once"))[:arms]
        return given.model_copy(update={"id": id, "arms": laws, "world": world})

    long, much, few = like("a-long", 5, 200), like("c-much", 9, 20), like("b-few", 5, 20)
    assert quarry("flaw", "submit-once", [long, few, much]).scenarios == ("c-much", "b-few", "a-long")
