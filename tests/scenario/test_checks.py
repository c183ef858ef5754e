from typing import Any

from harness.scenario.checks import Place, problems
from harness.scenario.network import NetworkPart
from harness.scenario.scenario import Scenario

JOB = {"id": "publish", "kind": "publish", "items": 4}
SUBMIT = {"at": "1s", "do": "submit", "job": "publish"}
HOLE = {"at": "1s", "for": "5s", "kind": "blackhole"}


def places(**parts: Any) -> list[Place]:
    told = {"id": "x", "title": "x", "world": {"jobs": [JOB]}, "journey": [SUBMIT], **parts}
    return [place for place, _ in problems(Scenario.model_validate(told))]


def test_parts_that_fit_together_are_no_problem() -> None:
    assert places() == []


def test_each_problem_has_its_place() -> None:
    twice = {"jobs": [JOB, {**JOB, "phases": {"uplaod": "1s"}, "flaky": {"items": 1, "attempts": 9}}]}
    assert places(world=twice) == [
        ("world", "jobs", 1, "id"),
        ("world", "jobs", 1, "phases", "uplaod"),
        ("world", "jobs", 1, "flaky", "attempts"),
    ]


def test_refusals_stand_one_after_the_other() -> None:
    first, then = {"at": "1s", "for": "2s", "status": 429}, {"at": "3s", "status": 403}
    assert places(world={"jobs": [JOB], "refuse": [first, then]}) == []
    assert places(world={"jobs": [JOB], "refuse": [{**first, "for": "3s"}, then]}) == [("world", "refuse", 1, "at")]
    assert places(world={"jobs": [JOB], "refuse": [then, first]}) == [("world", "refuse", 1, "at")]


def test_a_fault_that_is_wrong_by_itself_is_told_before_those_that_overlap() -> None:
    empty, later = {**HOLE, "for": "0s"}, {**HOLE, "at": "2s"}
    assert places(network={"faults": [HOLE, later, empty]}) == [("network", "faults", 2)]
    assert places(network={"faults": [HOLE, later]}) == [("network", "faults")]


def test_a_journey_is_checked_too() -> None:
    assert places(journey=[{**SUBMIT, "at": "2s"}, SUBMIT]) == [("journey", 1, "at")]


def test_without_a_word_about_the_network_it_is_wifi_and_sound() -> None:
    schedule = NetworkPart().schedule()
    assert (schedule.profile.id, schedule.faults) == ("wifi", ())
