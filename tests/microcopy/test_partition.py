"""What "done" counts, by what else stands there."""

import pytest

from harness.microcopy.partition import done_counts, resolve_done
from harness.microcopy.reading import Kind, Reading


@pytest.mark.parametrize(
    ("done", "whole", "beside", "counted"),
    [
        (5, None, {}, "finished"),
        (5, None, {"remaining": 3}, "processed"),
        (5, None, {"failed": 3}, "succeeded"),
        (5, 10, {"failed": 2, "remaining": 3}, "succeeded"),
        (5, 10, {"failed": 2, "remaining": 5}, "processed"),
        (5, 10, {"failed": 2, "remaining": 4}, None),
        (5, None, {"failed": 2, "remaining": 3}, None),
        (5, None, {"failed": 2, "skipped": 1, "processed": 8}, "succeeded"),
        (8, None, {"failed": 2, "skipped": 1, "processed": 8}, "processed"),
    ],
)
def test_the_sum_tells(done: int, whole: int | None, beside: dict[str, int], counted: str | None) -> None:
    assert done_counts(done, whole, beside) == counted


def test_what_could_be_either_is_left_out_of_a_text() -> None:
    counts = [("finished", 5), ("failed", 2), ("remaining", 3)]
    readings = [Reading(kind=Kind.COUNT, text="", word=word, value=value) for word, value in counts]
    assert [reading.word for reading in resolve_done(readings)] == ["failed", "remaining"]
    total = Reading(kind=Kind.COUNT, text="", word="total", value=10)
    assert [reading.word for reading in resolve_done([*readings, total])] == [
        "succeeded", "failed", "remaining", "total",
    ]  # fmt: skip
