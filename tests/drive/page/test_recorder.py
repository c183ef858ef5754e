"""The recorder stores what a person could perceive, and only that; deltas add up to the whole."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.drive.page.lab import flush, shown
from tests.drive.page.screens import Replay

PAGES = Path(__file__).resolve().parents[3] / "fixtures" / "pages"
SECRET = "SECRET 41 of 97 rows"
VISIBLE = "visible 12 of 34 rows"

pytestmark = pytest.mark.browser


def ways(kind: str) -> list[str]:
    return sorted(path.stem for path in (PAGES / kind).glob("*.html"))


def visit(page: Page, kind: str, way: str) -> None:
    page.goto((PAGES / kind / f"{way}.html").as_uri())


def seen(page: Page, kind: str, way: str) -> Replay:
    """What is recorded; a recorder that was there from the start sees the same."""
    visit(page, kind, way)
    from_the_start = Replay().take(flush(page, 0)).lines()
    screen = shown(page)
    assert from_the_start == screen.lines()
    return screen


def checks(way: str) -> list[str]:
    """The checks that hide the secret of a page, as the page states them."""
    stated = re.search(r'name="checks" content="([^"]+)"', (PAGES / "hidden" / f"{way}.html").read_text())
    assert stated
    return stated[1].split()


@pytest.mark.parametrize("way", ways("hidden"))
def test_does_not_record_what_is_hidden_by(page: Page, way: str) -> None:
    screen = seen(page, "hidden", way)
    assert "SECRET" not in screen.text(), "\n".join(screen.lines())
    assert screen.text().count(VISIBLE) == 1, "\n".join(screen.lines())


@pytest.mark.parametrize("way", ways("hidden"))
def test_each_check_is_needed_for(page: Page, way: str) -> None:
    """The page proves something: its secret is recorded without the checks that it names, and hidden by any one."""
    visit(page, "hidden", way)
    named = checks(way)
    assert SECRET in shown(page, named).text()
    for one in named:
        assert SECRET not in shown(page, [other for other in named if other != one]).text(), f"{one} alone suffices"


@pytest.mark.parametrize("way", ways("visible"))
def test_records_what_is_visible_in_spite_of(page: Page, way: str) -> None:
    screen = seen(page, "visible", way)
    assert screen.text().count(VISIBLE) == 1, "\n".join(screen.lines())
