"""Shapes: what is masked, how clauses part, places that are filled later."""

import pytest

from harness.microcopy.shape import mask, places, sentences


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("1,234 of 10,000 rows", "<n0> of <n1> rows"),
        ("124 / 500", "<n0> of <n1>"),
        ("3 of the 28", "<n0> of <n1>"),
        ("62 % done", "<p0> done"),
        ("$12.99 on 5 January 2026", "<x0> on <x1>"),
        ("SKU-00124 v2.14.0", "<x0> <x1>"),
        ("at 09:03:12 for 5 min 20 s", "at <t0> for <d1>"),
        ("2026-01-05T09:03:12Z and T09:03", "<x0><t1> and <t2>"),
        ("“Blue mug 3” failed", "<q0> failed"),
    ],
)
def test_what_is_no_plain_word_is_masked(text: str, shape: str) -> None:
    assert mask(text).text == shape


def test_numbers_keep_their_value() -> None:
    assert mask("1,234 and 99.6 % and 0.5").values == {"n0": 1234, "p1": 99.6, "n2": 0.5}
    assert mask("1 234 567").values == {"n0": 1_234_567}
    assert mask("1,234 124").values == {"n0": 1234, "n1": 124}


def test_texts_that_differ_in_digits_only_keep_their_own_numbers() -> None:
    assert mask("62 % of 1,240 rows").values == {"p0": 62, "n1": 1240}
    assert mask("17 % of 3,581 rows").values == {"p0": 17, "n1": 3581}
    assert [mask(text).text for text in ("a .5 b", "a .7 b")] == ["a .5 b", "a .7 b"]  # these are nobody's numbers


def test_known_titles_are_names() -> None:
    assert mask("Publish 200 items: 3 failed", ("Publish 200 items",)).text == "<q0>: <n1> failed"


def test_a_place_is_filled_with_the_number_of_the_text_at_hand() -> None:
    held = places("<n0> of <n1> done")
    assert mask("3 of 28 done").number(held.values["n1"]) == 28
    assert mask("3 of 28 done").number(7) == 7
    assert mask("3").number(None) is None


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("20 succeeded, 3 failed", [("<n0> succeeded", ""), ("<n1> failed", "")]),
        ("20 succeeded · 3 failed", [("<n0> succeeded", ""), ("<n1> failed", "")]),
        ("Failed: 3", [("<n0>", "failed")]),
        ("Failed (3)", [("<n0>", "failed")]),
        ("Publishing 3 of 20: https://shop.example/a?b=c", [("publishing <n0> of <n1>", ""), ("<x2>", "")]),
        ("Steps – 2/2 done", [("<n0> of <n1> done", "steps")]),
        ("Ended: 20 succeeded and 3 failed", [("ended", ""), ("<n0> succeeded", ""), ("<n1> failed", "")]),
    ],
)
def test_clauses_part_where_a_reader_would(text: str, clauses: list[tuple[str, str]]) -> None:
    assert [(clause.text, clause.label) for clause in sentences(mask(text))] == clauses


def test_a_question_is_told_by_its_end() -> None:
    assert sentences(mask("Publish 200 items?"))[0].end == "?"


def test_a_piece_of_the_shape_is_given_as_it_was_written() -> None:
    masked = mask("Updated 09:03:12, 12 s ago")
    assert [masked.written(piece) for piece in ("<t0>", "<d1> ago")] == ["09:03:12", "12 s ago"]
