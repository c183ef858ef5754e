"""What the person asked for, with the run that came of it."""

import pytest

from harness.core.words import RunKey
from harness.facts.asked import asked, begun, name_of
from tests.laws.test_retry_failed_only import again, ended
from tests.tiny import Tiny


def pressed(do: str, run: int = 2, answered: float | None = 10.6, refused: str | None = None) -> Tiny:
    tiny = ended().step(10, do, "publish").press(10, "Do it")
    return again(tiny, 10.1, (2,)).command(10, do, run=run, answered=answered, refused=refused)


@pytest.mark.parametrize(("do", "name"), [("retry-failed", "retry"), ("rerun", "re-run")])
def test_what_runs_again_begins_a_run(do: str, name: str) -> None:
    [one] = begun(pressed(do).case())
    assert (one.run, one.accepted_ms, one.answered_ms, name_of(one)) == (RunKey("publish", 2), 10_100, 10_600, name)


@pytest.mark.parametrize(("do", "name"), [("cancel", "cancellation"), ("continue", "wish to go on")])
def test_what_is_done_to_a_run_begins_none(do: str, name: str) -> None:
    case = pressed(do, run=1).case()
    assert begun(case) == []
    assert [(one.run, name_of(one)) for one in asked(case)] == [(RunKey("publish", 1), name)]


def test_what_was_refused_or_dismissed_was_not_asked_for() -> None:
    assert asked(pressed("rerun", refused="not ended").case()) == []
    assert asked(ended().step(10, "rerun", "publish").press(10).press(10.5, "No", "dismiss").case()) == []


def test_what_is_sent_until_it_is_answered_is_one_wish() -> None:
    case = pressed("rerun", answered=None).request(14, 14.4, path="/api/jobs/publish:rerun", body="{}").case()
    [one] = begun(case)
    assert (one.sent_ms, one.answered_ms, len(one.requests), len(one.unanswered)) == (10_000, 14_400, 2, 1)
