"""Live regions: what a screen reader is given to say, in which tone, and whether it could have known the region."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.drive.page.lab import appear, change
from tests.drive.page.screens import Replay

pytestmark = pytest.mark.browser


def announced(told: str) -> list[dict[str, Any]]:
    return [
        {key: value for key, value in one.items() if key not in {"record", "at_ms"}}
        for one in Replay().take_announcements(told).announced
    ]


def said(text: str, politeness: str = "polite", *, existed_before: bool = True) -> dict[str, Any]:
    return {"politeness": politeness, "text": text, "existed_before": existed_before}


@pytest.mark.parametrize(
    ("region", "politeness"),
    [
        ("<div class=live role=status></div>", "polite"),
        ("<output class=live></output>", "polite"),
        ("<div class=live role=log></div>", "polite"),
        ("<div class=live role=alert></div>", "assertive"),
        ("<div class=live aria-live=assertive></div>", "assertive"),
        ("<div class=live role=alert aria-live=polite></div>", "polite"),
        ("<div class=live role=status style='position: absolute; width: 1px; overflow: hidden'></div>", "polite"),
    ],
)
def test_a_region_that_was_there_speaks(page: Page, region: str, politeness: str) -> None:
    appear(page, region)
    told = change(page, "$('.live').textContent = '3 items failed'")
    assert announced(told) == [said("3 items failed", politeness)]


@pytest.mark.parametrize(
    "region",
    [
        "<div class=live></div>",
        "<div class=live role=timer></div>",
        "<div class=live role=status aria-live=off></div>",
        "<div class=live role=status hidden></div>",
        "<div aria-hidden=true><div class=live role=status></div></div>",
        "<div style='visibility: hidden'><div class=live role=status></div></div>",
    ],
)
def test_what_is_no_region_or_out_of_reach_is_silent(page: Page, region: str) -> None:
    appear(page, region)
    assert announced(change(page, "$('.live').textContent = '3 items failed'")) == []


def test_what_is_there_at_the_start_is_not_announced(page: Page) -> None:
    assert appear(page, "<div role=status>ready</div>").announced == []


def test_a_region_that_comes_with_its_text_did_not_exist_before(page: Page) -> None:
    appear(page, "<p>text</p>")
    told = change(page, "document.body.insertAdjacentHTML('beforeend', '<div role=alert>Failed</div>')")
    assert announced(told) == [said("Failed", "assertive", existed_before=False)]


def test_a_region_that_is_shown_with_its_text_did_not_exist_before(page: Page) -> None:
    appear(page, "<div role=status hidden>Saved</div>")
    told = change(page, "$('div').hidden = false")
    assert announced(told) == [said("Saved", existed_before=False)]


def test_a_status_is_read_whole_and_a_log_only_where_it_grew(page: Page) -> None:
    body = "<p id=s role=status><b>1</b> of 3</p><ul role=log><li>one</li></ul>"
    appear(page, body)
    told = change(page, "$('b').textContent = '2'")
    assert announced(told) == [said("2 of 3")]
    told = change(page, "$('ul').insertAdjacentHTML('beforeend', '<li>two</li>')", 2)
    assert announced(told) == [said("two")]


def test_the_same_words_again_are_not_news(page: Page) -> None:
    appear(page, "<div role=status>Saved</div>")
    assert announced(change(page, "$('div').innerHTML = '<b>Saved</b>'")) == []
    assert announced(change(page, "$('div').textContent = ''", 2)) == []


def test_a_busy_region_waits(page: Page) -> None:
    appear(page, "<div role=status aria-busy=true></div>")
    assert announced(change(page, "$('div').textContent = 'half'")) == []
    told = change(page, "$('div').removeAttribute('aria-busy')", 2)
    assert announced(told) == [said("half")]


def test_regions_in_shadow_roots_speak(page: Page) -> None:
    appear(page, "<div><template shadowrootmode=open><p role=status></p></template></div>")
    told = change(page, "$('div').shadowRoot.firstChild.textContent = 'Saved'")
    assert announced(told) == [said("Saved")]
