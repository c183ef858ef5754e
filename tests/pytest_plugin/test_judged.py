"""A judged trial: whether it passed, what was found, and what was so and was said at any moment."""

from dataclasses import replace

import pytest

from harness.core.durations import DurationError
from harness.pytest_plugin.judged import JudgedTrial, NotPassed, Trouble, in_ms
from tests.pytest_plugin.given import FINDING, recorded, result


def test_one_that_passed_is_asked_about_any_moment() -> None:
    trial = JudgedTrial(result("mixed"), recorded())
    trial.check()
    assert trial.passed
    assert trial.verdicts == {"count-true": "passed"}
    ended = trial.truth.at("5m")
    assert ended["publish"].counts.failed == 3
    assert str(ended) == "Publish 28 items: ended: 20 succeeded, 3 failed, 5 skipped"
    assert "20 succeeded, 3 failed, 5 skipped" in trial.screen.text_at("5m")
    assert trial.truth.at(0).jobs == {}


def test_one_that_did_not_says_what_was_found_how_to_replay_it_and_where_it_is_shown() -> None:
    trial = JudgedTrial(result("mixed", FINDING), recorded())
    assert not trial.passed
    with pytest.raises(NotPassed) as raised:
        trial.check()
    assert str(raised.value).splitlines() == [
        "1 finding in mixed on reference",
        f"  {FINDING.sentence}",
        "    count-true (blocker): People plan by these numbers.",
        "Replay: meanwhile run mixed --seed 1",
        f"Report: {recorded() / 'index.html'}",
    ]


def test_a_law_that_was_not_put_to_the_test_is_no_pass() -> None:
    trial = JudgedTrial(replace(result("mixed"), exit=1, unmet=("submit-once",)), recorded())
    with pytest.raises(NotPassed, match="not put to the test, though the scenario exists for it: submit-once"):
        trial.check()


def test_what_cannot_be_answered_says_why() -> None:
    with pytest.raises(Trouble, match="the browser died"):
        _ = JudgedTrial(result("mixed", error="the browser died"), recorded()).truth.at("1m")
    with pytest.raises(KeyError, match='no job "import" at that moment; jobs are publish'):
        _ = JudgedTrial(result("mixed"), recorded()).truth.at("5m")["import"]
    with pytest.raises(DurationError, match="write 3s"):
        in_ms("3")
    assert (in_ms("3m"), in_ms(250)) == (180_000, 250)
