"""A job whose times nobody wrote lives faster, too."""

from pathlib import Path

from harness.drive.backend import SimulatedBackend
from harness.scenario import read
from harness.scenario.scenario import Scenario

SCENARIO = """
id: plain
title: Nothing is wrong, and no time is written
world: {jobs: [{id: publish, kind: publish, items: 10}, {id: import, kind: import, items: 10, phases: {scan: 80ms}}]}
network: {profile: cable}
journey: [{at: 1s, do: submit, job: publish}]
"""


def took_ms(scenario: Scenario, kind: str) -> int:
    backend = SimulatedBackend(scenario.world, 1)
    backend.submit(kind=kind, items=10, at_ms=1_000)
    return backend.settled_ms(600_000) - 1_000


def test_its_usual_times_are_shorter_by_the_speed() -> None:
    scenario = read.parse(SCENARIO, Path("plain.yaml"))
    assert took_ms(scenario, "publish") == 10 * (100 + 3_000)
    assert took_ms(scenario.at_speed(10), "publish") == 10 * (10 + 300)


def test_its_own_times_are_shorter_by_the_speed() -> None:
    scenario = read.parse(SCENARIO, Path("plain.yaml"))
    assert took_ms(scenario, "import") == 10 * (60 + 80 + 50 + 100 + 450)
    assert took_ms(scenario.at_speed(10), "import") == 10 * (6 + 8 + 5 + 10 + 45)
