"""What appears by any change is noticed; what did not change is not told again."""

import pytest
from playwright.sync_api import Page

from tests.drive.page.lab import appear, change, flush, shown
from tests.drive.page.screens import Replay

pytestmark = pytest.mark.browser


OVER = "#o { position: fixed; inset: 0; background: red }"
REVEALED = {
    "class": ("<p class=it>now here</p>", ".it { display: none }", "$('p').className = ''"),
    "hidden": ("<p hidden>now here</p>", "", "$('p').hidden = false"),
    "style": ("<p style='opacity: 0'>now here</p>", "", "$('p').style.opacity = 1"),
    "colour": ("<p style='color: white'>now here</p>", "", "$('p').style.color = 'black'"),
    "details": ("<details><summary>a</summary>now here</details>", "", "$('details').open = true"),
    "popover": ("<p popover>now here</p>", "", "$('p').showPopover()"),
    "sibling": ("<i></i><p>now here</p>", "i:not(.on) + p { display: none }", "$('i').className = 'on'"),
    "has": ("<p>now here</p><i></i>", "body:not(:has(.on)) p { filter: opacity(0) }", "$('i').className = 'on'"),
    "data": (
        "<p data-state=off>now here</p>",
        "[data-state=off] { color: transparent }",
        "$('p').dataset.state = 'on'",
    ),
    "empty": ("<i></i><p>now here</p>", "i:empty + p { display: none }", "$('i').textContent = 'on'"),
    "rule": (
        "<p>now here</p>",
        "p { font-size: 0 }",
        "document.styleSheets[0].deleteRule(0); document.body.append('x')",
    ),
    "overlay": ("<p>now here</p><div id=o></div>", OVER, "$('#o').remove()"),
    "overlay-class": ("<p>now here</p><div id=o></div>", OVER, "$('#o').style.display = 'none'"),
    "shadow": ("<div id=d></div>", "", "$('#d').attachShadow({mode: 'open'}).innerHTML = 'now here'"),
    "slot": (
        "<div><template shadowrootmode=open><slot name=a></slot></template><p>now here</p></div>",
        "",
        "$('p').slot = 'a'",
    ),
    "value": ("<input>", "", "$('input').value = 'now here'"),
    "chosen": ("<select><option>a<option>now here</select>", "", "$('select').selectedIndex = 1"),
    "fade": (
        "<p>now here</p>",
        "p { opacity: 0; transition: opacity 60s } .on { opacity: 1 }",
        "$('p').className = 'on'",
    ),
    "written": ("<p></p>", "", "$('p').textContent = 'now here'"),
    "contents": ("<div hidden><span style='display: contents'>now here</span></div>", "", "$('div').hidden = false"),
    "focus": (
        "<button>b</button><p>now here</p>",
        "p { display: none } button:focus + p { display: block }",
        "$('button').focus()",
    ),
    "counted": (
        "<ul><li>now here</li></ul>",
        "li:only-child { display: none }",
        "$('ul').append(document.createElement('li'))",
    ),
}


@pytest.mark.parametrize("way", REVEALED)
def test_notices_what_appears_by(page: Page, way: str) -> None:
    body, style, script = REVEALED[way]
    screen = appear(page, body, style)
    assert "now here" not in screen.text()
    assert "now here" in screen.take(change(page, script)).text()
    assert screen.lines() == shown(page).lines()


def test_says_nothing_when_nothing_changed(page: Page) -> None:
    appear(page, "<p>124 of 200</p><input value=a>")
    assert flush(page, 1) == "[]"
    assert page.evaluate("lab.recorder.dirty()") is False
    assert change(page, "$('p').firstChild.data = '124 of 200'", 2) == "[]"


def test_a_changed_text_is_one_node(page: Page) -> None:
    screen = appear(page, "<main><p>124 of <b>200</b></p><p>other</p></main>")
    told = change(page, "$('b').textContent = '300'", 7)
    assert told == '[{"record":"screen","at_ms":7,"set":{"3":{"role":"paragraph","kids":["124 of 300"]}},"del":[]}]'
    assert "124 of 300" in screen.take(told).text()


def test_numbers_follow_the_order_in_which_nodes_were_first_seen(page: Page) -> None:
    screen = appear(page, "<ul><li>a<li>b</ul>")
    screen.take(change(page, "$('ul').prepend(document.querySelectorAll('li')[1])"))
    assert screen.nodes["2"]["kids"] == [4, 3]
    screen.take(change(page, "$('ul').insertAdjacentHTML('afterbegin', '<li>c')", 2))
    assert screen.nodes["2"]["kids"] == [5, 4, 3]


def test_title_address_and_focus(page: Page) -> None:
    screen = appear(page, "<button>Cancel</button>")
    assert screen.outside == {"url": "blank", "title": "one"}
    screen.take(change(page, "document.title = '[30%] one'; $('button').focus()"))
    assert screen.outside == {"url": "blank", "title": "[30%] one", "focus": "2"}
    screen.take(change(page, "location.hash = 'job'; document.activeElement.blur()", 2))
    assert screen.outside == {"url": "blank#job", "title": "[30%] one", "focus": None}


def test_the_language_that_the_page_says_it_is_in(page: Page) -> None:
    screen = appear(page, "<p>eins</p>")
    assert "lang" not in screen.outside
    assert screen.take(change(page, "document.documentElement.lang = 'de'")).outside["lang"] == "de"
    assert "lang" not in change(page, "$('p').textContent = 'zwei'", 2)
    assert shown(page).outside["lang"] == "de"


def test_another_body_is_another_page(page: Page) -> None:
    appear(page, "<p>one</p>")
    replaced = "document.body = document.createElement('body'); document.body.append('two')"
    assert Replay().take(change(page, replaced)).lines() == ["document", '  "two"']
