"""When something began, as a page writes it."""

import pytest

from harness.microcopy.beginnings import beginnings


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Began at 09:00:02", ["09:00:02"]),
        ("Started 5 Jan 2026, 09:00 · running for 57 s", ["09:00"]),
        ("Ordered 09:00:02 · started 09:00:05 (your local time)", ["09:00:02", "09:00:05"]),
        ("Running since 9:05 am", ["9:05 am"]),
        ("Start time: 09:00:02", ["09:00:02"]),
        ("Expected to start at 09:10", []),
        ("Not started. Updated 09:10", []),
        ("Started 12 s ago", []),
        ("Updated 09:00:02", []),
        ("Started. Updated at 09:10:00", []),
    ],
)
def test_the_times_of_beginnings(text: str, times: list[str]) -> None:
    assert list(beginnings(text)) == times
