"""The reporter that writes at the end gives its renderer the whole session, and writes once."""

import io
from pathlib import Path

import pytest

from harness.core.errors import HarnessTrouble
from harness.reporters.session import Session, SessionReporter
from harness.trace.events import SessionFinished
from tests.reporters.graded import ACCEPTED, ALL_THREE, NEW, session, trial
from tests.reporters.sample import result_of, session_events


def test_it_writes_once_the_session_has_ended() -> None:
    stream, given = io.StringIO(), list[Session]()

    def render(whole: Session) -> str:
        given.append(whole)
        return "all of it"

    reporter = SessionReporter(stream, Path("report"), render)
    results = (result_of(stuck=False), result_of(stuck=True))
    *before, last = session_events(results)
    for event in before:
        reporter.handle(event)
    assert stream.getvalue() == ""
    reporter.handle(last)
    reporter.close()
    assert stream.getvalue() == "all of it"
    assert (given[0].started, given[0].results, given[0].finished) == (before[0], list(results), last)


def test_a_session_that_never_started_is_trouble() -> None:
    finished = session(ALL_THREE).finished
    assert isinstance(finished, SessionFinished)
    with pytest.raises(HarnessTrouble, match="ended before it started"):
        SessionReporter(io.StringIO(), Path(), lambda whole: "").handle(finished)


def test_what_is_named_is_found() -> None:
    whole = session(ALL_THREE)
    assert whole.law("count-true").title == "Every number on the page is true"
    assert whole.scenario("seller-publish").steps[1].line == 22
    assert whole.page == "reference"
    assert [finding.law for finding, _ in whole.findings] == [one.law for one in ALL_THREE.findings]


def test_a_finding_has_the_picture_of_its_moment() -> None:
    whole = session(ALL_THREE)
    assert whole.picture(NEW, ALL_THREE) == "report/pictures/a b.jpeg"
    assert whole.picture(ACCEPTED, ALL_THREE) is None
    assert whole.picture(NEW, trial()) == "report/pictures/a b.jpeg"
