"""What can be told one by one, and what has to be spoken of for that."""

import pytest

from harness.told.slots import Scene
from harness.told.sources import SOURCES
from tests.told.support import TRUTH, WORLD, scene

NOBODY = Scene(truth=TRUTH, at_ms=6_400, world=WORLD)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("jobs", ["publish"]),
        ("items", ["item-001", "item-002", "item-003", "item-004"]),
        ("phases", ["validate", "publish"]),
        ("causes", ["missing-id", "out-of-stock"]),
        ("children", []),
    ],
)
def test_things_are_told_in_order(name: str, said: list[str]) -> None:
    things = SOURCES[name].things(scene(6_400))
    assert [getattr(one, "id", None) or getattr(one, "cause", None) or one.key.job for one in things] == said


def test_without_a_job_only_jobs_can_be_told() -> None:
    assert {name for name, source in SOURCES.items() if source.things(NOBODY)} == {"jobs"}
    assert {name for name, source in SOURCES.items() if not source.needs} == {"jobs"}
