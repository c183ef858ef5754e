"""A trial's page as a place to look: any moment as a link, by mouse and by keyboard, with its words and its truth."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from harness.core.durations import spoken
from harness.reporters import html
from harness.trace.records import Announcement, Page, Record, ScreenDelta
from harness.trace.result import Picture
from harness.trace.trial import write_trial
from tests.reporters.browsing import Watched, written
from tests.reporters.conftest import SessionMaker
from tests.reporters.sample import FINDING, SCENARIO, png, result_of, session_events, trial_records

pytestmark = pytest.mark.browser
CLEAN = "#trial=seller-publish-7"
STUCK = "#trial=seller-publish-7-ignores-snapshot"


@pytest.fixture
def clean(browser: Browser, report: Path) -> Iterator[Watched]:
    """The page of the clean trial, a while after the network was cut."""
    watched = Watched(browser, report, f"{CLEAN}&at=310500")
    yield watched
    assert watched.complaints == []
    watched.page.close()


def test_a_link_opens_exactly_its_moment(clean: Watched) -> None:
    assert clean.moment == "At 5 min 10.5 s"
    assert clean.texts(".truth-clause") == ["Publishing item 102 of 200"]
    assert clean.texts(".truth-counts dt, .truth-counts dd") == "succeeded 100 failed 1 skipped 0 left 99".split()
    assert clean.texts(".truth-around p")[0] == "Nothing arrives, though connections stay open"
    assert "Not updated for 10 seconds. Trying to reconnect." in clean.texts(".line-text")
    assert clean.texts(".picture-title") == ["2 min 00.0 s: Running"]
    assert clean.page.evaluate("scrollY") > 0, "it opens where the moment is shown"


def test_a_picture_tells_its_age_and_whether_the_words_changed_since(clean: Watched) -> None:
    (age,) = clean.texts(".picture-title + .quiet")
    assert age.startswith("Taken 3 min 10.5 s before this moment. Since then its words changed ")
    clean.visit(f"{CLEAN}&at=120000")
    assert clean.texts(".picture-title + .quiet") == ["Taken at this very moment."]
    clean.visit(f"{CLEAN}&at=1000")
    assert clean.texts(".picture-none") == ["No picture before this moment"]


def test_every_picture_can_be_seen(clean: Watched) -> None:
    clean.page.locator(".film").scroll_into_view_if_needed()
    clean.settle()
    widths = clean.page.locator("#app img").evaluate_all("images => images.map(image => image.naturalWidth)")
    assert widths == [8] * 4, "one large, three in the film"


def test_words_say_what_was_read_in_them(clean: Watched) -> None:
    line = clean.page.locator(".line", has_text="97 of 200 items processed")
    assert line.inner_text().endswith("read as: processed 97 of 200")
    assert line.locator("svg").get_attribute("aria-label") == "claim, read"
    plain = clean.page.locator(".line-heading", has_text="Publish 200 items")
    assert plain.locator("svg").count() == 0


def test_what_was_said_aloud_lately_is_told_with_how_long_ago(clean: Watched) -> None:
    assert clean.texts(".heard p") == ["“Not updated for 10 seconds. Trying to reconnect.” 0.5 s ago"]


def test_a_sentence_that_a_law_objects_to_names_the_law_and_leads_to_its_finding(
    browser: Browser, report: Path
) -> None:
    watched = Watched(browser, report, f"{STUCK}&at=336125")
    assert watched.texts(".line-law") == []
    watched.visit(f"{STUCK}&at=336126")
    assert watched.texts(".line-is-false .line-text") == ["97 of 200 items processed"]
    assert watched.texts(".line-law") == ["After the connection returned the page stayed behind"]
    watched.page.locator(".line-law").click()
    watched.settle()
    assert watched.address == f"{STUCK}&at=336126&finding=1"
    watched.page.close()


def test_what_is_missing_from_the_page_is_told_above_its_words(
    browser: Browser, tmp_path: Path, make_session: SessionMaker
) -> None:
    silent = replace(FINDING, said="", sentence="the page did not say that it is behind")
    watched = Watched(browser, written(tmp_path / "silent.html", make_session(finding=silent)), f"{STUCK}&at=400000")
    assert watched.texts("p.line-is-false .line-text") == ["the page did not say that it is behind"]
    watched.page.close()


def test_dragging_moves_the_moment_and_the_address_keeps_where_it_came_to_rest(clean: Watched) -> None:
    page = clean.page
    box = page.locator(".canvas").bounding_box()
    assert box is not None
    length = page.evaluate("history.length")
    page.mouse.move(box["x"] + 400, box["y"] + 90)
    page.mouse.down()
    seen = set()
    for x in range(410, 700, 30):
        page.mouse.move(box["x"] + x, box["y"] + 90)
        seen.add(clean.moment)
    page.mouse.up()
    clean.settle()
    assert len(seen) == 10
    at_ms = int(clean.address.removeprefix(f"{CLEAN}&at="))
    assert clean.moment == f"At {spoken(at_ms)}"
    assert page.evaluate("history.length") == length, "no step of a drag is a step back"


def test_a_finger_points_when_it_is_lifted_and_scrolls_without_pointing(browser: Browser, report: Path) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 420, "height": 800})
    watched = Watched(context, report, f"{CLEAN}&at=310500")
    box = watched.page.locator(".canvas").bounding_box()
    assert box is not None
    watched.page.locator(".canvas").dispatch_event("pointerdown", {"pointerType": "touch", "clientX": 300, "button": 0})
    watched.page.locator(".canvas").dispatch_event("pointercancel", {"pointerType": "touch"})
    assert watched.moment == "At 5 min 10.5 s"
    watched.page.touchscreen.tap(box["x"] + 200, box["y"] + 90)
    assert watched.moment != "At 5 min 10.5 s"
    assert watched.complaints == []
    context.close()


def test_the_pointer_alone_only_glances(clean: Watched) -> None:
    box = clean.page.locator(".canvas").bounding_box()
    assert box is not None
    clean.page.mouse.move(box["x"] + 600, box["y"] + 90)
    assert clean.moment == "At 5 min 10.5 s"
    assert clean.page.locator(".ghost").get_attribute("visibility") == "visible"


def test_shift_and_drag_looks_closer(clean: Watched) -> None:
    page = clean.page
    whole = page.locator(".axis-text").all_inner_texts()
    box = page.locator(".canvas").bounding_box()
    assert box is not None
    page.keyboard.down("Shift")
    page.mouse.move(box["x"] + 500, box["y"] + 90)
    page.mouse.down()
    page.mouse.move(box["x"] + 700, box["y"] + 90, steps=4)
    page.mouse.up()
    page.keyboard.up("Shift")
    assert page.locator(".axis-text").all_inner_texts() != whole
    assert clean.moment == "At 5 min 10.5 s"
    page.get_by_role("button", name="Whole trial").click()
    assert page.locator(".axis-text").all_inner_texts() == whole


@pytest.mark.parametrize(
    ("key", "moment"),
    [
        ("ArrowRight", "At 5 min 16.9 s"),
        ("ArrowUp", "At 5 min 16.9 s"),
        ("ArrowLeft", "At 5 min 04.1 s"),
        ("ArrowDown", "At 5 min 04.1 s"),
        ("PageUp", "At 6 min 14.5 s"),
        ("PageDown", "At 4 min 06.5 s"),
        ("Home", "At 0.0 s"),
        ("End", "At 10 min 40.0 s"),
    ],
)
def test_the_slider_is_moved_by_keys(clean: Watched, key: str, moment: str) -> None:
    slider = clean.page.get_by_role("slider", name="Moment of the trial")
    slider.focus()
    clean.page.keyboard.press(key)
    clean.settle()
    assert clean.moment == moment
    now = slider.get_attribute("aria-valuenow")
    assert clean.address == f"{CLEAN}&at={now}"
    told = slider.get_attribute("aria-valuetext")
    assert told is not None
    assert told.startswith(moment.removeprefix("At ") + ". Truth: ")


def test_the_slider_tells_the_moment_in_words(clean: Watched) -> None:
    assert clean.page.get_by_role("slider").get_attribute("aria-valuetext") == (
        "5 min 10.5 s. Truth: Publish 200 items: publishing item 102 of 200. The page: “97 of 200 items processed”."
    )


def test_jumps_can_be_gone_back_from(clean: Watched) -> None:
    page = clean.page
    for name, address in (("Next state", 600_000), ("Previous state", 46_400), ("Previous step", 0)):
        page.get_by_role("button", name=name).click()
        assert clean.address == f"{CLEAN}&at={address}"
    assert page.get_by_role("button", name="Previous step").is_disabled()
    page.go_back()
    assert clean.moment == "At 46.4 s"
    page.go_back()
    assert clean.moment == "At 10 min 00.0 s"
    page.go_forward()
    assert clean.moment == "At 46.4 s"
    clean.settle()
    assert clean.address == f"{CLEAN}&at=46400"


def test_a_jump_is_told_to_those_who_cannot_see_it(clean: Watched) -> None:
    clean.page.get_by_role("button", name="Next state").click()
    assert "10 min 00.0 s: Publish 200 items: partly succeeded" in clean.texts("[role=status]")


def test_a_copied_link_opens_the_same_moment(browser: Browser, report: Path) -> None:
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    first = Watched(context, report, f"{STUCK}&at=336126&finding=1")
    first.page.get_by_role("button", name="Previous step").click()
    first.page.get_by_role("button", name="Copy link to this moment").click()
    first.page.get_by_role("button", name="Copied").wait_for()
    link = first.page.evaluate("navigator.clipboard.readText()")
    assert link == f"{report.as_uri()}{STUCK}&at=0&finding=1"
    second = Watched(context, report, link.removeprefix(report.as_uri()))
    assert second.moment == first.moment
    context.close()


def test_the_filmstrip_is_one_stop_for_the_keyboard_and_its_arrows_step_through(clean: Watched) -> None:
    page = clean.page
    assert clean.texts(".frame") == ["2.0 s: Queued", "2 min 00.0 s: Running", "10 min 01.0 s: Ended"]
    assert page.locator(".frame[tabindex='0']").count() == 1
    page.locator(".frame[aria-current]").focus()
    page.keyboard.press("ArrowRight")
    assert clean.moment == "At 10 min 01.0 s"
    assert clean.texts(".frame:focus") == clean.texts(".frame[aria-current]") == ["10 min 01.0 s: Ended"]
    page.keyboard.press("Home")
    assert clean.address == f"{CLEAN}&at=2000"


def test_pictures_are_looked_at_large_one_after_the_other(clean: Watched) -> None:
    page = clean.page
    page.get_by_role("button", name="Enlarge: 2 min 00.0 s: Running").click()
    page.keyboard.press("ArrowRight")
    assert clean.texts("dialog p") == ["10 min 01.0 s: Ended"]
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    assert clean.moment == "At 10 min 01.0 s"


def test_each_tab_has_its_lane_its_words_and_its_pictures_and_a_hidden_one_is_marked(
    browser: Browser, tmp_path: Path
) -> None:
    def node(role: str, *kids: str | int) -> dict[str, Any]:
        return {"role": role, "kids": list(kids)}

    second: list[Record] = [
        Page(tab=0, at_ms=100_000, url="/jobs/publish", cause="hide"),
        Page(tab=1, at_ms=100_000, url="/jobs", cause="open"),
        ScreenDelta(tab=1, at_ms=101_000, set_={"1": node("main", 2), "2": node("paragraph", "All jobs")}, del_=()),
        Announcement(tab=1, at_ms=101_000, politeness="assertive", text="Here are all jobs", existed_before=True),
    ]
    result = result_of(stuck=False)
    write_trial(tmp_path / str(result.file), [*trial_records(stuck=False), *second])
    (tmp_path / "a.png").write_bytes(png(10))
    (tmp_path / "b.png").write_bytes(png(90))
    shown = tuple(
        Picture(at_ms=101_000 + tab, label="running", why="", file=f"{name}.png", tab=tab)
        for tab, name in enumerate("ab")
    )
    report = written(tmp_path / "tabs.html", session_events((replace(result, pictures=shown),)))
    watched = Watched(browser, report, f"{CLEAN}&at=120000")
    assert [title for title in watched.texts(".lane-title") if title.startswith("Tab")] == ["Tab 1", "Tab 2"]
    assert watched.texts(".stage-words h3") == ["Tab 1: what the page said", "Tab 2: what the page said"]
    assert watched.texts(".address") == ["Hidden: nobody could see this tab. /jobs/publish", "/jobs"]
    assert watched.texts(".picture-title") == ["1 min 41.0 s, tab 1: Running", "1 min 41.0 s, tab 2: Running"]
    assert watched.texts(".heard p")[-1] == "“Here are all jobs” 19.0 s ago, interrupting"
    watched.visit(f"{CLEAN}&at=90000")
    assert watched.texts(".stage-words h3") == ["Tab 1: what the page said"]
    assert watched.complaints == []
    watched.page.close()


UNREAD: list[dict[str, Any]] = [
    {"text": "Left out", "at_ms": 46_700, "tab": 0, "role": "listitem", "job": "publish", "times": 3,
     "where": "Steps", "phrase": '"Left out": "skipped"'},
    {"text": "Flux at 88 quanta", "at_ms": 50_000, "tab": 1, "role": "status", "job": "publish"},
]  # fmt: skip


@pytest.fixture
def unread(tmp_path: Path, make_session: SessionMaker, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A report whose clean trial says what nobody could read."""
    report_data = html.report_data

    def told(*given: Any) -> dict[str, Any]:
        data = report_data(*given)
        data["trials"][0]["result"]["unread"] = UNREAD
        return data

    monkeypatch.setattr(html, "report_data", told)
    return written(tmp_path / "unread.html", make_session())


def test_what_could_not_be_read_is_shown_with_its_place_its_moment_and_the_line_that_teaches_it(
    browser: Browser, unread: Path
) -> None:
    watched = Watched(browser, unread, "#summary")
    assert watched.texts(".unread-text") == ["“Left out”", "“Flux at 88 quanta”"]
    assert watched.texts(".unread .quiet") == [
        f"List item, Steps · 3 times in 1 trial · first at 46.7 s of “{SCENARIO.title}”",
        f"Status, tab 2 · once in 1 trial · first at 50.0 s of “{SCENARIO.title}”",
    ]
    assert watched.texts(".unread code") == ['"Left out": "skipped"', '"Flux at 88 quanta": ""']
    watched.page.locator(".unread a").first.click()
    watched.settle()
    assert watched.address == f"{CLEAN}&at=46700"
    assert watched.texts(".unread-text") == ["“Left out”", "“Flux at 88 quanta”"]
    watched.page.close()


def test_where_all_could_be_read_nothing_is_said_of_it(clean: Watched) -> None:
    assert clean.page.locator(".unread").count() == 0
