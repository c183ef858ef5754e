"""The report in a browser, opened from disk as a person would: nothing asked of anyone, nothing run from its text."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from harness.drive.browser import find_browser_now, launch_arguments
from harness.reporters.html import HtmlReporter
from harness.trace.events import TrialFinished
from tests.reporters.conftest import SessionMaker
from tests.reporters.sample import FINDING

pytestmark = pytest.mark.browser
HOSTILE = "</script><!-- <img src=x onerror='document.title=\"owned\"'> & \u2028 \ud800"
SIZES = [(1400, 900, "light"), (420, 900, "dark")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser that Meanwhile itself would take."""
    found = find_browser_now()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found.executable, args=list(launch_arguments()))
        yield opened
        opened.close()


@pytest.fixture
def report(tmp_path: Path, make_session: SessionMaker) -> Path:
    """The report of the sample session, in which the page said something hostile."""
    finding = replace(FINDING, said=HOSTILE, sentence=f'job "Publish 200 items": the page said "{HOSTILE}".')
    path = tmp_path / "report.html"
    with path.open("w", encoding="utf-8") as stream:
        reporter = HtmlReporter(stream, tmp_path)
        for event in make_session(finding=finding):
            reporter.handle(event)
    return path


class Watched:
    """A page with all that it asked for and complained about."""

    def __init__(self, page: Page, report: Path) -> None:
        self.page = page
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(report.as_uri())

    def network(self) -> list[str]:
        return [url for url in self.asked if not url.startswith(("file:", "data:"))]

    def visit(self, address: str) -> None:
        self.page.evaluate("address => { location.hash = address }", address)
        self.page.wait_for_timeout(50)


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_it_reads_from_disk_and_asks_nothing(
    browser: Browser, report: Path, width: int, height: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
    )
    watched = Watched(context.new_page(), report)
    for address in ("", "summary", "trial-seller-publish-7", "finding-1"):
        if address:
            watched.visit(address)
        assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{address} scrolls sideways"
        )
    assert watched.network() == []
    assert watched.complaints == []
    context.close()


def test_it_opens_on_the_first_finding_with_hostile_text_as_text(browser: Browser, report: Path) -> None:
    watched = Watched(browser.new_page(), report)
    page = watched.page
    assert page.evaluate("location.hash") == "#finding-1"
    assert page.locator("h1").inner_text() == "After the connection returned the page stayed behind"
    shown = page.locator(".versus-said dd").evaluate("node => node.textContent")
    assert shown == HOSTILE.replace("\ud800", shown[-1])
    assert page.title() == "1 finding in 2 trials · Meanwhile"
    assert page.locator("#app img:not([src^='data:image/png;base64,'])").count() == 0
    assert watched.complaints == []
    page.close()


def test_everything_can_be_reached_and_read_with_the_keyboard(browser: Browser, report: Path) -> None:
    page = Watched(browser.new_page(), report).page
    line = page.locator(".canvas")
    line.focus()
    before = line.get_attribute("aria-valuetext")
    for key in ("+", "Shift+ArrowRight"):
        page.keyboard.press(key)
    after = line.get_attribute("aria-valuetext")
    assert before is not None
    assert before.startswith("5 min 36.1 s. Truth: Publish 200 items: publishing item 111 of 200")
    assert after != before
    assert page.locator(".readout-time").inner_text() == f"At {str(after).partition('. ')[0]}"
    page.close()


def test_on_paper_it_is_all_there(browser: Browser, report: Path) -> None:
    page = Watched(browser.new_page(), report).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("main").count() == 3
    assert page.locator(".canvas").count() == 2
    page.close()


def test_a_dragged_region_is_looked_at_closer(browser: Browser, report: Path) -> None:
    page = Watched(browser.new_page(), report).page
    line = page.locator(".canvas")
    line.scroll_into_view_if_needed()
    box = line.bounding_box()
    assert box is not None
    whole = page.locator(".axis-text").all_inner_texts()
    page.mouse.move(box["x"] + 500, box["y"] + 150)
    page.mouse.down()
    page.mouse.move(box["x"] + 700, box["y"] + 150, steps=4)
    page.mouse.up()
    assert page.locator(".axis-text").all_inner_texts() != whole
    page.locator("button", has_text="Whole trial").click()
    assert page.locator(".axis-text").all_inner_texts() == whole
    page.close()


def test_a_trial_that_was_repeated_says_where_its_pictures_are(
    browser: Browser, tmp_path: Path, make_session: SessionMaker
) -> None:
    path = tmp_path / "repeated.html"
    with path.open("w", encoding="utf-8") as stream:
        reporter = HtmlReporter(stream, tmp_path)
        for event in make_session():
            reporter.handle(event)
            if isinstance(event, TrialFinished) and not event.result.findings:
                first = event.result
                for number in (2, 3):
                    again = replace(first, id=f"{first.id}--repeat-{number}", repeat=number)
                    reporter.handle(TrialFinished(result=again))
    page = browser.new_page()
    page.goto(f"{path.as_uri()}#trial-{first.id}--repeat-3")
    assert page.locator(".strip img").count() == 0
    page.get_by_role("link", name=f"the trial with seed {first.seed}").click()
    page.locator(".strip img").first.wait_for()
    assert page.locator(".strip img").count() == len(first.pictures)
    assert path.read_text(encoding="utf-8").count("data:image/png") == len(first.pictures) * 2
    page.close()
