"""As-of times: of the day and ago, as exact as they were written."""

import pytest

from harness.microcopy.moments import RECENT_S, Moment, moment
from harness.microcopy.reader import read
from harness.microcopy.reading import Kind

NINE_S = 9 * 3_600


def of_day(least_s: float, most_s: float) -> Moment:
    return Moment(least_s=NINE_S + least_s, most_s=NINE_S + most_s, ago=False)


def ago(least_s: float, most_s: float) -> Moment:
    return Moment(least_s=least_s, most_s=most_s, ago=True)


@pytest.mark.parametrize(
    ("when", "meant"),
    [
        ("09:03:20", of_day(200, 201)),
        ("9:03:20 am", of_day(200, 201)),
        ("9:03", of_day(180, 240)),
        ("9 am", of_day(0, 3_600)),
        ("2026-01-05T09:03:20.500Z", of_day(200.5, 201.5)),
        ("2026-01-05 09:03:20", of_day(200, 201)),
        ("5 Jan 2026 09:03:20", of_day(200, 201)),
        ("9:03:20 pm", of_day(12 * 3_600 + 200, 12 * 3_600 + 201)),
        ("12:00:05 am", Moment(least_s=5, most_s=6, ago=False)),
        ("12 s ago", ago(11.5, 13)),
        ("12 seconds old", ago(11.5, 13)),
        ("1 min 5 s ago", ago(64.5, 66)),
        ("2 minutes ago", ago(90, 180)),
        ("a minute ago", ago(30, 120)),
        ("an hour ago", ago(1_800, 7_200)),
        ("500 ms ago", ago(0, 1.5)),
        ("just now", ago(0, RECENT_S)),
        ("a few seconds ago", ago(0, RECENT_S)),
        ("moments ago", ago(0, RECENT_S)),
        ("less than a minute ago", ago(0, RECENT_S)),
        ("2026-01-05", None),
    ],
)
def test_a_time_means_what_its_words_leave_open(when: str, meant: Moment | None) -> None:
    assert moment(when) == meant


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Updated 09:03:20", "09:03:20"),
        ("Last updated: 2 minutes ago", "2 minutes ago"),
        ("No news since 09:03:20. What you see may be old.", "09:03:20"),
        ("You are offline. What you see is from 09:05:00.", "09:05:00"),
        ("Connection lost 12 s ago", "12 s ago"),
        ("Lost contact at 09:03:20", "09:03:20"),
        ("The figures below are 12 seconds old", "12 seconds old"),
        ("Updated at 5 Jan 2026, 09:03:20", "5 Jan 2026 09:03:20"),
        ("Updated 2026-01-05T09:03:20Z", "2026-01-05T09:03:20Z"),
        ("Updated just now", "just now"),
    ],
)
def test_the_reader_gives_the_time_as_it_was_written(text: str, when: str) -> None:
    assert [reading.when for reading in read(text).readings if reading.kind is Kind.AS_OF] == [when]


def test_texts_that_differ_in_digits_only_keep_their_own_times() -> None:
    assert [read(f"Updated 09:03:{second}").readings[0].when for second in (20, 25)] == ["09:03:20", "09:03:25"]
