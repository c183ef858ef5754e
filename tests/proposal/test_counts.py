"""What a number follows, by its name and by how it moved."""

import pytest

from harness.proposal.clues import Clues
from harness.proposal.counts import moment, number
from harness.proposal.identity import Identity

CLUES = Clues(job=Identity(id="7"), total=9, states={})
EMPTY = Clues(job=Identity(id="7"), total=None, states={})


@pytest.mark.parametrize(
    ("name", "values", "told"),
    [
        ("n", (0, 4, 9), "{job.processed}"),
        ("of", (9, 9, 9), "{job.total}"),
        ("succeeded", (0, 2), "{job.succeeded}"),
        ("okCount", (0, 0), "{job.succeeded}"),
        ("error_count", (0, 0), "{job.failed}"),
        ("skipped", (1, 2), "{job.skipped}"),
        ("pct", (0, 44, 100), "{job.percent}"),
        ("percent", (0, 44.44, 100), "{job.percent | hundredth}"),
        ("progress", (0, 0.5, 1), "{job.percent | fraction}"),
        ("progress", (0, 5, 9), "{job.processed}"),
        ("remaining", (9, 3, 0), "{job.remaining}"),
        ("remaining", (9, 9), "{job.remaining}"),
        ("x", (9, 3, 0), "{job.remaining}"),
        ("row", (1, 5, 9), "{job.current}"),
        ("row", (0, 5, 8), "{job.processed}"),
        ("queue_position", (3, 2, 1), "{job.queue.position ?? 0}"),
        ("ahead", (2, 2), "{job.queue.ahead ?? 0}"),
        ("eta", (60, 30, 5), "{job.left}"),
        ("elapsed", (1, 30), "{job.elapsed}"),
        ("elapsed_ms", (1_000, 30_000), "{job.elapsed | ms}"),
        ("duration", (1.5, 30.25), "{job.elapsed | tenth}"),
        ("version", (3, 17, 40), "{job.version}"),
        ("started_at", (1_767_603_602, 1_767_603_602), "{job.started | s}"),
        ("createdAt", (1_767_603_602_000,), "{job.accepted | ms}"),
        ("ts", (1_767_603_602, 1_767_603_604), "{now | s}"),
        ("done", (3, 3), "{job.processed}"),
    ],
)
def test_a_number_follows_a_slot(name: str, values: tuple[float, ...], told: str) -> None:
    guess = number(name, values, CLUES)
    assert guess is not None
    assert guess.value == told
    assert guess.why


@pytest.mark.parametrize(
    ("name", "values"),
    [("temperature", (20.5, 3.25, 11)), ("x", (5, 5)), ("bytes", (100, 4_000)), ("done", (100,)), ("failed", (9, 3))],
)
def test_what_moves_like_nothing_of_the_job_follows_nothing(name: str, values: tuple[float, ...]) -> None:
    guess = number(name, values, CLUES)
    assert guess is None or (name == "failed" and guess.value == "{job.remaining}")


def test_without_a_total_what_rises_is_what_is_done() -> None:
    guess = number("x", (0, 50, 1_000), EMPTY)
    assert guess is not None
    assert guess.value == "{job.processed}"
    assert number("of", (9, 9), EMPTY) is None


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("created_at", "{job.accepted}"),
        ("startedAt", "{job.started}"),
        ("last_update", "{job.updated}"),
        ("ended", "{job.finished}"),
    ],
)
def test_a_time_goes_by_its_name(name: str, told: str) -> None:
    assert moment(name, "iso", stays=False).value == told
