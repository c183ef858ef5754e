"""A job that lives faster: its moments and durations shrink, a person's and the network's do not."""

from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.drive.backend import SimulatedBackend
from harness.scenario import read
from harness.scenario.scenario import Scenario

TOLD = {
    "id": "quick",
    "title": "Quick",
    "world": {
        "accept": "400ms",
        "retry": {"backoff": "10s"},
        "third_party": {"marketplace": {"latency": {"uniform": {"from": "1s", "to": "2s"}}, "timeout": "20s"}},
        "jobs": [
            {"id": "publish", "kind": "publish", "items": 4, "mended": "42s"},
            {"id": "sync", "kind": "sync", "items": 4, "start": {"at": "1s"}, "phases": {"fetch": "1s"}},
        ],
    },
    "network": {"faults": [{"kind": "offline", "at": "22s", "for": "5s"}, {"kind": "drop", "at": "62s"}]},
    "journey": [{"at": "2s", "do": "submit", "job": "publish"}, {"at": "42s", "do": "reload"}],
    "until": "102s",
}


def quick(speed: float) -> Scenario:
    return Scenario.model_validate(TOLD).at_speed(speed)


def test_at_its_own_speed_it_is_itself() -> None:
    scenario = Scenario.model_validate(TOLD)
    assert scenario.at_speed(1) is scenario


def test_what_the_back_end_does_takes_less_time() -> None:
    world = quick(20).world
    assert (world.retry.backoff_ms, world.third_party["marketplace"].timeout_ms) == (500, 1_000)
    assert world.third_party["marketplace"].latency.model_dump()["uniform"] == {"from_ms": 50, "to_ms": 100}
    assert world.jobs[1].phases == {"fetch": 50, "validate": 5, "sync": 40}


def took_ms(scenario: Scenario) -> int:
    backend = SimulatedBackend(scenario.world, 1)
    backend.submit(kind="publish", items=10, at_ms=1_000)
    return backend.settled_ms(600_000) - 1_000


def test_so_it_does_where_no_times_are_written() -> None:
    plain = {"jobs": [{"id": "publish", "kind": "publish", "items": 10}]}
    scenario = Scenario.model_validate(TOLD | {"world": plain, "network": {}})
    assert (took_ms(scenario), took_ms(scenario.at_speed(10))) == (10 * (100 + 3_000), 10 * (10 + 300))


def test_moments_come_earlier_counted_from_the_first_step_which_waits_for_the_page() -> None:
    scenario = quick(20)
    assert [step.at_ms for step in scenario.journey] == [3_000, 5_000]
    assert (scenario.until_ms, scenario.world.jobs[0].mended_ms) == (8_000, 5_000)
    assert [fault.at_ms for fault in scenario.network.faults] == [4_000, 6_000]


def test_what_comes_before_the_person_stays() -> None:
    start = quick(20).world.jobs[1].start
    assert start is not None
    assert start.at_ms == 1_000


def test_a_person_and_a_fault_take_as_long_as_ever() -> None:
    scenario = quick(20)
    assert scenario.network.faults[0].end_ms - scenario.network.faults[0].at_ms == 5_000  # type: ignore[operator]
    assert (scenario.world.accept_ms, scenario.journey[0].gap_ms) == (400, 150)


def test_faults_that_would_overlap_are_refused_with_the_speed() -> None:
    told = {**TOLD, "network": {"faults": [{"kind": "offline", "at": at, "for": "5s"} for at in ("22s", "42s")]}}
    with pytest.raises(
        UsageError, match="cannot be 20 times as fast: offline lasts until 9s, and offline begins at 5s"
    ):
        Scenario.model_validate(told).at_speed(20)


@pytest.mark.parametrize("path", read.paths(), ids=lambda path: str(path.stem))
def test_every_scenario_can_be_a_little_faster(path: Path) -> None:
    scenario = read.load(path)
    assert len(scenario.at_speed(1.1).journey) == len(scenario.journey)
