"""Guesses as YAML: what is written is read back as it was meant, with its reasons behind it."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.proposal.guess import Guess
from harness.proposal.yaml_text import key, lines, scalar
from harness.scenario import yaml_file
from tests.proposal.given import plain
from tests.told.support import PATH
from tests.tries import tries

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(SCALARS, lambda below: st.lists(below) | st.dictionaries(st.text(), below), max_leaves=12)


def read(guess: Guess) -> Any:
    return plain(yaml_file.tree("\n".join(lines(guess)), PATH))


@settings(max_examples=tries(50))
@given(st.dictionaries(st.text(), VALUES, min_size=1))
def test_what_is_written_is_read_back(value: dict[str, Any]) -> None:
    assert read(Guess(value)) == value


def test_reasons_stand_behind_their_lines() -> None:
    guess = Guess(
        {"a": Guess("{job.id}", "the id"), "b": Guess({"c": Guess(1, "one"), "d": Guess(2, "two")}), "e": Guess([])}
    )
    assert list(lines(guess)) == [
        'a: "{job.id}" # the id',
        "b:",
        "  c: 1 # one",
        "  d: 2 # two",
        "e: []",
    ]


def test_what_is_short_stands_on_one_line_and_in_a_list_behind_its_dash() -> None:
    guess = Guess(
        [Guess({"event": Guess("a"), "data": Guess({"x": Guess(1, "why")})}), Guess({"b": Guess(True)}), Guess(3)]
    )
    assert list(lines(guess)) == ["- event: a", "  data: {x: 1} # why", "- {b: true}", "- 3"]


@pytest.mark.parametrize(
    ("value", "text"),
    [("a b", "a b"), ("true", '"true"'), ("2s", "2s"), ("7", '"7"'), ("http://x:8/", "http://x:8/"), ("a: b", '"a: b"'),
     ("", '""'), ("x ", '"x "'), (None, "null"), ("{x}", '"{x}"')],
)  # fmt: skip
def test_a_text_is_quoted_where_it_must_be(value: Any, text: str) -> None:
    assert scalar(value) == text


def test_routes_are_keys_without_quotes() -> None:
    assert key("POST /jobs/{job}:cancel") == "POST /jobs/{job}:cancel"
    assert key("null") == '"null"'
    assert key("a: b") == '"a: b"'
