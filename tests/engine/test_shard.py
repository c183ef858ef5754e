"""A part of a session is the same everywhere, and all parts together are the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.core.errors import UsageError
from harness.engine.shard import Shard


@given(st.lists(st.integers()), st.integers(1, 9))
def test_the_parts_are_the_whole_and_of_a_size(whole: list[int], of: int) -> None:
    parts = [Shard(number, of).share(whole) for number in range(1, of + 1)]
    assert sorted(one for part in parts for one in part) == sorted(whole)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_neighbours_are_spread() -> None:
    assert Shard(2, 3).share("abcdefg") == ("b", "e")


def test_a_part_is_named_as_it_is_written() -> None:
    assert Shard.parse("2/4") == Shard(2, 4)
    assert str(Shard(2, 4)) == "2/4"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("2", '--shard: "2" is no part of a session; write the part and their number, such as 2/4'),
        ("a/b", '--shard: "a/b" is no part'),
        ("-1/4", '--shard: "-1/4" is no part'),
        ("0/4", '--shard: "0/4" is none of 4 parts; they are counted from 1/4 to 4/4'),
        ("5/4", '--shard: "5/4" is none of 4 parts'),
        ("0/0", '--shard: "0/0" is none of 0 parts'),
    ],
)
def test_what_is_no_part_is_told(word: str, said: str) -> None:
    with pytest.raises(UsageError) as told:
        Shard.parse(word)
    assert str(told.value).startswith(said)
