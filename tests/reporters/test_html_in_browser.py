"""The report in a browser, opened from disk as a person would: nothing asked of anyone, nothing run from its text."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from harness.core.verdicts import Severity
from harness.trace.events import Event, SessionFinished, TrialFinished
from tests.reporters.browsing import Watched, written
from tests.reporters.conftest import SessionMaker
from tests.reporters.sample import FINDING, stored_session

pytestmark = pytest.mark.browser
HOSTILE = "</script><!-- <img src=x onerror='document.title=\"owned\"'> & \u2028 \ud800"
SIZES = [(1400, 900, "light"), (420, 900, "dark")]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the sample session, in which the page said something hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    finding = replace(FINDING, said=HOSTILE, sentence=f'job "Publish 200 items": the page said "{HOSTILE}".')
    return written(folder / "report.html", stored_session(folder, finding=finding))


def many(make_session: SessionMaker, times: int) -> list[Event]:
    """The sample session with each trial repeated."""
    started, *rest = make_session()
    finished = next(event for event in rest if isinstance(event, SessionFinished))
    results = [event.result for event in rest if isinstance(event, TrialFinished)]
    again = [
        TrialFinished(result=replace(one, id=f"{one.id}--repeat-{number}", repeat=number))
        for number in range(1, times + 1)
        for one in results
    ]
    return [started, *again, finished]


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_it_reads_from_disk_and_asks_nothing(
    browser: Browser, report: Path, width: int, height: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
    )
    watched = Watched(context, report)
    for address in ("", "summary", "trial=seller-publish-7", "trial=seller-publish-7-ignores-snapshot&at=310500"):
        if address:
            watched.visit(address)
        assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{address} scrolls sideways"
        )
    assert watched.network() == []
    assert watched.complaints == []
    context.close()


@pytest.mark.parametrize("asking", ["new Image().src = URL", "fetch(URL).catch(() => 0)", "new EventSource(URL)"])
def test_it_could_ask_nobody_even_if_it_tried(browser: Browser, report: Path, asking: str) -> None:
    watched = Watched(browser, report)
    watched.page.evaluate(f"() => {{ const URL = 'http://127.0.0.1:9/'; {asking}; }}")
    watched.settle()
    assert watched.network() == []
    assert "violates the following Content Security Policy directive" in watched.complaints[0]
    watched.page.close()


def test_it_opens_on_its_one_finding_with_hostile_text_as_text(browser: Browser, report: Path) -> None:
    watched = Watched(browser, report)
    page = watched.page
    assert watched.address == "#trial=seller-publish-7-ignores-snapshot&at=336126&finding=1"
    assert page.locator("h1").inner_text() == "After the connection returned the page stayed behind"
    shown = page.locator(".versus-said dd").evaluate("node => node.textContent")
    assert shown == HOSTILE.replace("\ud800", shown[-1])
    assert page.title() == "1 finding in 2 trials · Meanwhile"
    assert page.locator("#app img").count() > 0
    assert page.locator("#app img:not([src^='data:image/png;base64,'])").count() == 0
    assert watched.complaints == []
    page.close()


def test_a_session_of_several_findings_opens_on_what_failed_by_law_the_gravest_first(
    browser: Browser, tmp_path: Path, make_session: SessionMaker
) -> None:
    lesser = replace(FINDING, law="count-true", at_ms=310_000, severity=Severity.MINOR, fingerprint="other")
    started, *rest = make_session()
    events: list[Event] = [started]
    for event in rest:
        if isinstance(event, TrialFinished) and event.result.findings:
            found = (replace(lesser, fingerprint="first"), *event.result.findings, lesser)
            events.append(TrialFinished(result=replace(event.result, findings=found)))
        else:
            events.append(event)
    watched = Watched(browser, written(tmp_path / "several.html", events))
    page = watched.page
    assert watched.address == "#summary"
    assert watched.texts(".failure h3") == [
        "After the connection returned the page stayed behind",
        "A number on the page was not true",
    ]
    assert watched.texts(".failure .kicker") == [
        "blocker · 1 finding in 1 scenario",
        "minor · 2 findings in 1 scenario",
    ]
    assert watched.texts(".failure code") == ["meanwhile run seller-publish --seed 7 --defect ignores-snapshot"] * 2
    assert page.locator(".failure-picture img").count() == 2
    page.locator(".failure h3 a").first.click()
    watched.settle()
    assert watched.address == "#trial=seller-publish-7-ignores-snapshot&at=336126&finding=2"
    page.close()


def test_laws_that_judged_nothing_are_said_aloud(browser: Browser, report: Path) -> None:
    watched = Watched(browser, report, "#summary")
    (section,) = watched.texts("section:has(#untested-title)")
    assert "1 law found nothing to judge in this session, so nothing is known about it: A reload brings back" in section
    assert watched.texts("#law-reload-restores .laws-count") == ["0", "0", "2"]
    assert watched.texts(".laws thead .laws-count") == ["failed", "passed", "not exercised"]
    watched.page.close()


def test_on_paper_a_summary_brings_its_findings(browser: Browser, report: Path) -> None:
    watched = Watched(browser, report, "#summary")
    watched.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert watched.page.locator("main").count() == 2
    assert watched.page.locator(".canvas").count() == 1
    watched.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert watched.page.locator("main").count() == 1
    watched.page.close()


def test_a_link_of_another_report_is_said_to_be_one(browser: Browser, report: Path) -> None:
    watched = Watched(browser, report, "#trial=of-yesterday&at=1000")
    assert watched.texts(".opening .trouble") == [
        "This report holds no trial “of-yesterday”: the link is another report’s."
    ]
    watched.page.close()


def test_a_trial_that_was_repeated_says_where_its_pictures_are(
    browser: Browser, tmp_path: Path, make_session: SessionMaker
) -> None:
    path = written(tmp_path / "repeated.html", many(make_session, 3))
    watched = Watched(browser, path, "#trial=seller-publish-7--repeat-3&at=130000")
    page = watched.page
    assert page.locator(".film img").count() == 0
    page.get_by_role("link", name="the trial with seed 7").click()
    watched.settle()
    assert watched.address == "#trial=seller-publish-7--repeat-1&at=130000"
    assert page.locator(".film img").count() == 3
    assert path.read_text(encoding="utf-8").count("data:image/png") == 1, "equal pictures are held once"
    page.close()


def test_a_report_of_a_thousand_trials_draws_what_is_looked_at(
    browser: Browser, tmp_path: Path, make_session: SessionMaker
) -> None:
    looked_at = "seller-publish-7-ignores-snapshot--repeat-400"
    events = [
        TrialFinished(result=replace(event.result, file=None))
        if isinstance(event, TrialFinished) and event.result.id != looked_at
        else event
        for event in many(make_session, 500)
    ]
    watched = Watched(browser, written(tmp_path / "thousand.html", events))
    count = "document.querySelectorAll('#app *').length"
    assert watched.page.evaluate(count) < 600
    watched.visit(f"trial={looked_at}&at=340000")
    assert watched.moment == "At 5 min 40.0 s"
    assert watched.page.evaluate(count) < 1_500
    assert watched.complaints == []
    watched.page.close()
