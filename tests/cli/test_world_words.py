"""What the world does, in words."""

from typing import Any

import pytest

from harness.cli.world_words import happenings, workers
from harness.scenario.world import World


def world(**parts: Any) -> World:
    return World.model_validate(parts)


def test_workers_by_pool() -> None:
    assert workers(world()) == "2 workers"
    pools = [{"id": "fast", "workers": 1}, {"id": "slow", "workers": 3}]
    assert workers(world(pools=pools)) == "1 worker in pool fast and 3 workers in pool slow"


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        ({"at": "20s", "do": "crash"}, "20.0 s: 1 worker of pool only lost"),
        ({"at": "20s", "do": "add", "workers": 2}, "20.0 s: 2 workers of pool only added"),
        ({"at": "20s", "do": "pause"}, "20.0 s: pool only is paused"),
        ({"at": "20s", "do": "resume"}, "20.0 s: pool only goes on"),
    ],
)
def test_what_happens_to_a_pool(parts: dict[str, Any], line: str) -> None:
    assert list(happenings(world(pools=[{"id": "only", "schedule": [parts]}]))) == [line]


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        ({"rate_limit": {"calls": 20, "per": "30s"}}, "the marketplace takes 20 calls in 30.0 s"),
        (
            {"bursts": {"good": "2m", "bad": "10s", "failures": 0.8}},
            "the marketplace has bad times of 10.0 s every 2 min 00.0 s in the mean, 80% of calls failing",
        ),
        ({"outages": [{"at": "5s", "for": "10s"}]}, "5.0 s to 15.0 s: the marketplace is down"),
        (
            {"outages": [{"at": "5s", "for": "10s", "kind": "brown-out", "slower": 5, "failures": 0.3}]},
            "5.0 s to 15.0 s: the marketplace is in trouble: 5 times slower, fails for 30% of calls",
        ),
    ],
)
def test_trouble_of_the_third_party(parts: dict[str, Any], line: str) -> None:
    assert list(happenings(world(third_party={"marketplace": parts}))) == [line]


def test_limits_and_refusals() -> None:
    limits = {"kind": {"import": 1}, "tenant": {"acme": 2}}
    refuse = [{"at": "0s", "for": "20s", "status": 503}, {"at": "30s", "status": 403}]
    assert list(happenings(world(limits=limits, refuse=refuse))) == [
        "at most 1 job of import at once",
        "at most 2 jobs of acme at once",
        "0.0 s to 20.0 s: starts are refused with 503",
        "30.0 s to the end: starts are refused with 403",
    ]
