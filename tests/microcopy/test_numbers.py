"""Numbers are bound by verb and noun, the nearest verb first; unknown words in between break the tie."""

import pytest

from harness.microcopy.english import ENGLISH
from harness.microcopy.numbers import bind, gerund, leading_activity, participle, stem
from harness.microcopy.shape import mask, sentences


def codes(text: str) -> list[str]:
    masked = mask(text)
    return [reading.code for clause in sentences(masked) for reading in bind(clause, masked, ENGLISH, text).readings]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3 items failed", ["count:failed=3"]),
        ("45 published 2 failed", ["count:succeeded=45", "count:failed=2"]),
        ("done 45 failed 2", ["count:finished=45", "count:failed=2"]),
        ("3 failed items were not published", ["count:failed=3"]),
        ("5 skipped because already published", ["count:skipped=5"]),
        ("7 of 9 rows validated", ["count:validated=7/9"]),
        ("200 items", []),
        ("3 jobs running", []),
        ("20 % off", []),
    ],
)
def test_a_number_takes_its_own_verb(text: str, wanted: list[str]) -> None:
    assert codes(text) == wanted


def test_a_number_too_far_from_its_verb_is_not_bound() -> None:
    masked = mask("17 blue widgets lying around somewhere failed")
    assert not bind(sentences(masked)[0], masked, ENGLISH, "").done


def test_a_cause_narrows_a_count() -> None:
    masked = mask("3 items failed because of a missing ID")
    (reading,) = bind(sentences(masked)[0], masked, ENGLISH, "").readings
    assert reading.cause == "a missing id"


def test_forms_of_a_verb_lead_to_its_stem() -> None:
    assert (participle("published", ENGLISH), gerund("publishing", ENGLISH), stem("your upload", ENGLISH)) == (
        "publish",
        "publish",
        "upload",
    )
    assert leading_activity("now publishing your items", ENGLISH) == "publish"
    assert leading_activity("your items", ENGLISH) is None
