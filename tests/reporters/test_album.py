"""A report of many trials holds every finding's picture, and the states of the job once for trials that are alike."""

from dataclasses import replace

from harness.reporters.album import MOST_ALIKE, Page, album
from harness.trace.result import Picture, TrialResult
from tests.reporters.sample import FINDING, result_of

STATE = Picture(at_ms=5, label="running", why="it runs", file="running.png")
MOMENT = Picture(at_ms=9, label="count-true", why="it said so", file="said.png", finding=FINDING.fingerprint)


def repeated(times: int, *, stuck: bool) -> list[TrialResult]:
    pictures = (STATE, MOMENT) if stuck else (STATE,)
    one = result_of(stuck=stuck, pictures=pictures)
    return [replace(one, id=f"{one.id}-{number}", repeat=number) for number in range(1, times + 1)]


def test_trials_alike_show_the_states_of_the_job_once() -> None:
    first, *rest = repeated(50, stuck=False)
    assert album([first, *rest]) == [Page(pictures=(STATE,)), *[Page(pictures=(), pictured_in=first.id)] * 49]


def test_the_moment_of_a_finding_is_shown_in_each_trial_of_the_first_few() -> None:
    first, *rest = repeated(MOST_ALIKE + 5, stuck=True)
    moment = Page(pictures=(MOMENT,), pictured_in=first.id)
    nothing = Page(pictures=(), pictured_in=first.id)
    assert album([first, *rest]) == [Page(pictures=(STATE, MOMENT)), *[moment] * (MOST_ALIKE - 1), *[nothing] * 5]


def test_a_trial_that_failed_is_not_like_one_that_passed() -> None:
    passed, failed = repeated(1, stuck=False)[0], replace(repeated(1, stuck=True)[0], defect=None)
    other = replace(passed, scenario="black-hole")
    assert [page.pictured_in for page in album([replace(passed, defect=None), failed, other])] == [None] * 3


def test_a_trial_without_pictures_points_nowhere() -> None:
    first, second = repeated(2, stuck=False)
    assert album([first, replace(second, pictures=())])[1] == Page(pictures=())
