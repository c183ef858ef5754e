"""The wall clock's one home."""

import re
import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from harness.core import stopwatch
from harness.core.stopwatch import Stopwatch, now_iso, today


class Noon(datetime):
    """A wall clock that stands still, in whichever zone it is asked for."""

    @classmethod
    def now(cls, tz: object = None) -> "Noon":
        """Noon in UTC."""
        assert tz in {UTC, timezone(timedelta(0))}
        return cls(2026, 11, 22, 12, 0, 1, 999_999, tzinfo=UTC)


def test_it_counts_whole_milliseconds_since_it_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([100.0, 100.0004, 101.2346])
    monkeypatch.setattr(time, "perf_counter", lambda: next(moments))
    watch = Stopwatch()
    assert [watch.ms, watch.ms] == [0, 1_235]


def test_now_is_told_in_utc_and_whole_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", now_iso())
    monkeypatch.setattr(stopwatch, "datetime", Noon)
    assert now_iso() == "2026-11-22T12:00:01Z"


def test_a_day_is_that_of_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopwatch, "datetime", Noon)
    assert today() == date(2026, 11, 22)
