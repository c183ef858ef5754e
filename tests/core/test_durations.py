import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.core.durations import DurationError, compact, parse, spoken


@pytest.mark.parametrize(
    ("text", "expected_ms"),
    [
        ("900ms", 900),
        ("90s", 90_000),
        ("2.8s", 2_800),
        ("3m", 180_000),
        ("1h", 3_600_000),
        ("1m30s", 90_000),
        ("0s", 0),
    ],
)
def test_a_number_and_a_unit_are_milliseconds(text: str, expected_ms: int) -> None:
    assert parse(text) == expected_ms


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (20, '"20" has no unit; write 20s'),
        ("-5", '"-5" has no unit; write 5s'),
        ("soon", '"soon" is not a duration; write a number and a unit, such as 900ms, 90s, 3m or 1h'),
        ("-5s", '"-5s" is not a duration; write a number and a unit, such as 900ms, 90s, 3m or 1h'),
        ("5 s", '"5 s" is not a duration; write a number and a unit, such as 900ms, 90s, 3m or 1h'),
        ("0.4ms", '"0.4ms" is finer than a millisecond; write 0ms'),
    ],
)
def test_what_cannot_be_read_says_why_and_the_way_out(text: object, sentence: str) -> None:
    with pytest.raises(DurationError) as caught:
        parse(text)
    assert str(caught.value) == sentence


@given(st.integers(min_value=0, max_value=10**9))
def test_the_compact_form_is_read_back(duration_ms: int) -> None:
    assert parse(compact(duration_ms)) == duration_ms


@pytest.mark.parametrize(
    ("duration_ms", "words"),
    [(90_000, "90s"), (180_000, "3m"), (900, "900ms"), (7_200_000, "2h"), (0, "0s"), (60_000, "60s")],
)
def test_the_compact_form_is_short(duration_ms: int, words: str) -> None:
    assert compact(duration_ms) == words


@pytest.mark.parametrize(
    ("at_ms", "words"),
    [
        (0, "0.0 s"),
        (12_500, "12.5 s"),
        (184_200, "3 min 04.2 s"),
        (59_960, "1 min 00.0 s"),
        (3_720_000, "1 h 02 min 00.0 s"),
        (3_600_000, "1 h 00 min 00.0 s"),
        (-90_000, "-1 min 30.0 s"),
    ],
)
def test_a_moment_is_said_to_the_tenth_of_a_second(at_ms: int, words: str) -> None:
    assert spoken(at_ms) == words
