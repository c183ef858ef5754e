"""Each sort of value has its forms, and each form is explained."""

from fractions import Fraction
from typing import Any

import pytest

from harness.told.formats import FORMS, MEANINGS, Share, Sort, in_text


@pytest.mark.parametrize(
    ("sort", "form", "held", "told"),
    [
        (Sort.NUMBER, "number", 3, 3),
        (Sort.NUMBER, "text", 3, "3"),
        (Sort.FLAG, "flag", True, True),
        (Sort.FLAG, "number", True, 1),
        (Sort.FLAG, "text", False, "false"),
        (Sort.MOMENT, "iso", 12_345, "2026-01-05T09:00:12.345Z"),
        (Sort.MOMENT, "s", 12_345, 1_767_603_612),
        (Sort.MOMENT, "ms", 12_345, 1_767_603_612_345),
        (Sort.MOMENT, "clock", 3_612_345, "10:00:12"),
        (Sort.DURATION, "s", 65_999, 65),
        (Sort.DURATION, "tenth", 12_399, 12.3),
        (Sort.DURATION, "ms", 65_999, 65_999),
        (Sort.DURATION, "clock", 65_999, "1:05"),
        (Sort.DURATION, "clock", 3_605_000, "1:00:05"),
        (Sort.GIVEN, "text", 7, "7"),
    ],
)
def test_a_value_is_told_in_each_of_its_forms(sort: Sort, form: str, held: Any, told: Any) -> None:
    said = FORMS[sort][form](held)
    assert (said, type(said)) == (told, type(told))


@pytest.mark.parametrize(
    ("share", "whole", "hundredth", "fraction"),
    [
        (Share(done=2, total=7, ended=False), 28, 28.57, 0.2857),
        (Share(done=28, total=28, ended=False), 99, 100.0, 1.0),
        (Share(done=28, total=28, ended=True), 100, 100.0, 1.0),
        (Share(done=0, total=0, ended=False), 0, 0.0, 0.0),
        (Share(done=0, total=0, ended=True), 100, 100.0, 1.0),
    ],
)
def test_a_share_is_whole_and_below_a_hundred_until_the_end_or_the_plain_quotient(
    share: Share, whole: int, hundredth: float, fraction: float
) -> None:
    assert [form(share) for form in FORMS[Sort.PERCENT].values()] == [whole, hundredth, fraction]


def test_nothing_of_a_share_is_rounded_before_it_is_told() -> None:
    assert Share(done=1, total=3, ended=False).percent == Fraction(100, 3)


def test_every_sort_has_forms_and_says_what_they_are() -> None:
    assert set(FORMS) == set(MEANINGS) == set(Sort)
    for sort, forms in FORMS.items():
        assert sort in (Sort.TEXT, Sort.GIVEN) or all(form in MEANINGS[sort] for form in forms if form != sort.value)


def test_in_a_sentence_a_value_stands_as_json_writes_it_and_a_text_without_quotes() -> None:
    assert [in_text(one) for one in ("é", 3, True, None, ["a"])] == ["é", "3", "true", "null", '["a"]']
