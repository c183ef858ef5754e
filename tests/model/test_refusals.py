"""A refusal meets the starts of its own time, and no others."""

import pytest

from harness.model.refusals import refusal_at
from harness.scenario.world import World

WORLD = World.model_validate(
    {"refuse": [{"at": "2s", "for": "3s", "status": 429, "retry_after": "5s"}, {"at": "9s", "status": 403}]}
)


@pytest.mark.parametrize(
    ("at_ms", "status"),
    [(0, None), (1_999, None), (2_000, 429), (4_999, 429), (5_000, None), (9_000, 403), (10**9, 403)],
)
def test_it_holds_from_its_moment_for_its_time(at_ms: int, status: int | None) -> None:
    refusal = refusal_at(WORLD, at_ms)
    assert (refusal and refusal.status) == status


def test_a_world_refuses_nothing_by_itself() -> None:
    assert refusal_at(World(), 0) is None
