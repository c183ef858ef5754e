"""The slots that hold numbers."""

import pytest

from harness.speech.acts import Act
from harness.speech.numbers import WORDS
from harness.speech.situation import Situation
from tests.speech.words import said, so

MIXED = so(Act.MIXED, noun="row", succeeded=20, failed=3, skipped=5)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("20 succeeded, 3 failed, 5 skipped", ("carries", "carries", "carries")),
        ("20 succeeded, 5 failed, 3 skipped", ("carries", "contradicts", "contradicts")),
        ("12 rows created, 8 updated, 3 failed, 5 skipped", ("carries", "carries", "carries")),
        ("20 rows imported", ("carries", "omits", "omits")),
        ("20 of 23 rows imported. 3 bounced. 5 skipped", ("carries", "carries", "carries")),
        ("20 rows imported, 3 duplicates merged", ("carries", "unverifiable", "omits")),
        ("20 rows materialised, 3 were not, 5 skipped", ("carries", "carries", "carries")),
        ("30 rows materialised, 3 were not, 5 skipped", ("unverifiable", "carries", "carries")),
        ("20 of 28 rows. 3 errors. 5 skipped.", ("carries", "carries", "carries")),
        ("20 rows imported, 4 flummoxed", ("carries", "unverifiable", "unverifiable")),
    ],
)
def test_three_numbers(text: str, answer: tuple[str, ...]) -> None:
    told = said(MIXED, text)
    assert tuple(told[slot] for slot in ("succeeded", "failed", "skipped")) == answer


def test_none_skipped_need_not_be_told() -> None:
    assert said(so(Act.SUCCEEDED, succeeded=23, skipped=5), "Published 23 items")["skipped"] == "omits"
    assert said(so(Act.SUCCEEDED, succeeded=23, skipped=5), "Published 23 items, 5 skipped")["skipped"] == "carries"
    assert "skipped" not in said(so(Act.MIXED, succeeded=20, failed=3, skipped=0), "20 succeeded, 3 failed")


def test_what_is_not_asked_for_must_not_be_wrong() -> None:
    working = so(Act.WORKING, done=3, total=10, left=7)
    assert "left" not in said(working, "3 of 10 done")
    assert said(working, "3 of 10 done, 6 left")["left"] == "contradicts"
    assert said(working, "3 of 12 done")["total"] == "contradicts"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("3 rows failed", "carries"),
        ("3 rows have no SKU", "carries"),
        ("4 rows failed", "contradicts"),
        ("4 rows have no SKU", "contradicts"),
        ("Some rows failed", "omits"),
        ("No rows were imported.", "carries"),
    ],
)
def test_how_many_a_failure_concerns(text: str, answer: str) -> None:
    assert said(so(Act.FAILED, failed=3, causes={"missing-id": 3}), text)["count"] == answer


@pytest.mark.parametrize(
    ("facts", "text", "slot", "answer"),
    [
        ({"done": 40, "kept": 40}, "Cancelled after 40 of 90 rows. They are kept.", "kept", "carries"),
        ({"done": 40, "kept": 40}, "Cancelled after 40 of 90 rows.", "kept", "omits"),
        ({"done": 40, "kept": 0, "undone": 40}, "Cancelled. 40 rows were taken back.", "undone", "carries"),
        ({"done": 40, "kept": 0, "undone": 40}, "Cancelled. All 40 rows were taken back.", "done", "carries"),
        ({"done": 0}, "Cancelled before the first row.", "done", "carries"),
        ({"done": 0}, "Cancelled.", "done", "omits"),
        ({"done": 40, "kept": 0, "undone": 40}, "Cancelled. 30 rows were taken back.", "undone", "contradicts"),
        ({"done": 8, "succeeded": 7, "failed": 1}, "Cancelled. 7 succeeded, 1 failed.", "done", "carries"),
        ({"done": 8, "succeeded": 6, "failed": 2}, "Cancelled. 7 succeeded, 1 failed.", "done", "contradicts"),
    ],
)
def test_what_a_cancelled_job_leaves(facts: dict[str, int], text: str, slot: str, answer: str) -> None:
    assert said(so(Act.CANCELLED, total=90, **facts), text)[slot] == answer


@pytest.mark.parametrize(
    ("succeeded", "text", "answer"),
    [
        (17, "12 products imported, 5 products updated", "carries"),
        (18, "12 products imported, 5 products updated", "contradicts"),
        (1, "Your product is live", None),
        (2, "Your products are live", "omits"),
    ],
)
def test_how_many_a_success_concerns(succeeded: int, text: str, answer: str | None) -> None:
    assert said(so(Act.SUCCEEDED, noun="product", succeeded=succeeded), text).get("count") == answer


def test_every_number_slot_is_a_fact() -> None:
    assert set(WORDS) <= set(Situation.__dataclass_fields__)
