"""The sample session as fixtures."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from harness.drive.browser import find_browser_now, launch_arguments
from harness.trace.events import Event
from harness.trace.trial import Trial
from tests.reporters.browsing import written
from tests.reporters.sample import stored_session, trial_records

SessionMaker = Callable[..., list[Event]]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser that Meanwhile itself would take."""
    found = find_browser_now()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found.executable, args=list(launch_arguments()))
        yield opened
        opened.close()


@pytest.fixture
def clean_trial() -> Trial:
    """The stored trial of the page that catches up."""
    return Trial.of(trial_records(stuck=False))


@pytest.fixture
def make_session(tmp_path: Path) -> SessionMaker:
    """Stores the two trials with their pictures under tmp_path and gives the events of their session."""
    return partial(stored_session, tmp_path)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the sample session: a clean trial with three pictures, a stuck one with that of its finding."""
    folder = tmp_path_factory.mktemp("report")
    return written(folder / "report.html", stored_session(folder))
