"""The recorder stores what a person could perceive, and only that; deltas add up to the whole."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.drive.page.screens import Replay

PAGES = Path(__file__).resolve().parents[3] / "fixtures" / "pages"
SECRET = "SECRET 41 of 97 rows"
VISIBLE = "visible 12 of 34 rows"

pytestmark = pytest.mark.browser


def ways(kind: str) -> list[str]:
    return sorted(path.stem for path in (PAGES / kind).glob("*.html"))


def visit(page: Page, kind: str, way: str) -> None:
    page.goto((PAGES / kind / f"{way}.html").as_uri())


def checks(way: str) -> list[str]:
    """The checks that hide the secret of a page, as the page states them."""
    stated = re.search(r'name="checks" content="([^"]+)"', (PAGES / "hidden" / f"{way}.html").read_text())
    assert stated
    return stated[1].split()


def shown(page: Page, without: list[str] | None = None) -> Replay:
    told: str = page.evaluate("(except) => lab.fresh(except)", without or [])
    return Replay().take(told)


def flush(page: Page, at_ms: int) -> str:
    told: str = page.evaluate("(atMs) => lab.flush(atMs)", at_ms)
    return told


@pytest.mark.parametrize("way", ways("hidden"))
def test_does_not_record_what_is_hidden_by(page: Page, way: str) -> None:
    visit(page, "hidden", way)
    screen = shown(page)
    assert "SECRET" not in screen.text(), "\n".join(screen.lines())
    assert screen.text().count(VISIBLE) == 1, "\n".join(screen.lines())


@pytest.mark.parametrize("way", ways("hidden"))
def test_each_check_is_needed_for(page: Page, way: str) -> None:
    """The page proves something: without the checks that it names the secret is recorded, and with any one of them it is not."""
    visit(page, "hidden", way)
    named = checks(way)
    assert SECRET in shown(page, named).text()
    for one in named:
        assert SECRET not in shown(page, [other for other in named if other != one]).text(), f"{one} alone suffices"


@pytest.mark.parametrize("way", ways("visible"))
def test_records_what_is_visible_in_spite_of(page: Page, way: str) -> None:
    visit(page, "visible", way)
    screen = shown(page)
    assert screen.text().count(VISIBLE) == 1, "\n".join(screen.lines())


@pytest.mark.parametrize("kind", ["hidden", "visible"])
def test_the_recorder_that_was_there_from_the_start_sees_the_same(page: Page, kind: str) -> None:
    for way in ways(kind):
        visit(page, kind, way)
        assert Replay().take(flush(page, 0)).lines() == shown(page).lines(), way


def appear(page: Page, body: str, style: str = "") -> Replay:
    """A page with this body, recorded at 0 ms."""
    page.goto("about:blank")
    page.set_content(f"<!doctype html><title>one</title><style>{style}</style>{body}")
    return Replay().take(flush(page, 0))


def change(page: Page, script: str, at_ms: int = 1) -> str:
    page.evaluate(script)
    return flush(page, at_ms)


REVEALED = {
    "class": ("<p class=it>now here</p>", ".it { display: none }", "document.querySelector('p').className = ''"),
    "hidden": ("<p hidden>now here</p>", "", "document.querySelector('p').hidden = false"),
    "style": ("<p style='opacity: 0'>now here</p>", "", "document.querySelector('p').style.opacity = 1"),
    "colour": ("<p style='color: white'>now here</p>", "", "document.querySelector('p').style.color = 'black'"),
    "details": ("<details><summary>a</summary>now here</details>", "", "document.querySelector('details').open = true"),
    "popover": ("<p popover>now here</p>", "", "document.querySelector('p').showPopover()"),
    "sibling": ("<i></i><p>now here</p>", "i:not(.on) + p { display: none }", "document.querySelector('i').className = 'on'"),
    "has": ("<p>now here</p><i></i>", "body:not(:has(.on)) p { filter: opacity(0) }", "document.querySelector('i').className = 'on'"),
    "data": ("<p data-state=off>now here</p>", "[data-state=off] { color: transparent }", "document.querySelector('p').dataset.state = 'on'"),
    "empty": ("<i></i><p>now here</p>", "i:empty + p { display: none }", "document.querySelector('i').textContent = 'on'"),
    "rule": ("<p>now here</p>", "", "document.styleSheets[0].insertRule('p { font-size: 20px }')"),
    "overlay": ("<p>now here</p><div id=o></div>", "#o { position: fixed; inset: 0; background: red }", "document.querySelector('#o').remove()"),
    "overlay-class": ("<p>now here</p><div id=o></div>", "#o { position: fixed; inset: 0; background: red }", "document.querySelector('#o').style.display = 'none'"),
    "shadow": ("<div id=d></div>", "", "document.querySelector('#d').attachShadow({mode: 'open'}).innerHTML = 'now here'"),
    "slot": ("<div><template shadowrootmode=open><slot name=a></slot></template><p>now here</p></div>", "", "document.querySelector('p').slot = 'a'"),
    "value": ("<input>", "", "document.querySelector('input').value = 'now here'"),
    "chosen": ("<select><option>a<option>now here</select>", "", "document.querySelector('select').selectedIndex = 1"),
    "fade": ("<p>now here</p>", "p { opacity: 0; transition: opacity 60s } .on { opacity: 1 }", "document.querySelector('p').className = 'on'"),
    "written": ("<p></p>", "", "document.querySelector('p').textContent = 'now here'"),
    "contents": ("<div hidden><span style='display: contents'>now here</span></div>", "", "document.querySelector('div').hidden = false"),
    "focus": ("<button>b</button><p>now here</p>", "p { display: none } button:focus + p { display: block }", "document.querySelector('button').focus()"),
    "counted": ("<ul><li>now here</li></ul>", "li:only-child { display: none }", "document.querySelector('ul').append(document.createElement('li'))"),
}


@pytest.mark.parametrize("way", REVEALED)
def test_notices_what_appears_by(page: Page, way: str) -> None:
    body, style, script = REVEALED[way]
    if way == "rule":
        style = "p { font-size: 0 }"
        script = "document.styleSheets[0].deleteRule(0); document.body.append('x')"
    screen = appear(page, body, style)
    assert "now here" not in screen.text()
    assert "now here" in screen.take(change(page, script)).text()
    assert screen.lines() == shown(page).lines()


def test_says_nothing_when_nothing_changed(page: Page) -> None:
    appear(page, "<p>124 of 200</p><input value=a>")
    assert flush(page, 1) == "[]"
    assert page.evaluate("lab.recorder.dirty()") is False
    assert change(page, "document.querySelector('p').firstChild.data = '124 of 200'", 2) == "[]"


def test_a_changed_text_is_one_node(page: Page) -> None:
    screen = appear(page, "<main><p>124 of <b>200</b></p><p>other</p></main>")
    told = change(page, "document.querySelector('b').textContent = '300'", 7)
    assert told == '[{"record":"screen","at_ms":7,"set":{"3":{"role":"paragraph","kids":["124 of 300"]}},"del":[]}]'
    assert "124 of 300" in screen.take(told).text()


def test_numbers_follow_the_order_in_which_nodes_were_first_seen(page: Page) -> None:
    screen = appear(page, "<ul><li>a<li>b</ul>")
    screen.take(change(page, "document.querySelector('ul').prepend(document.querySelectorAll('li')[1])"))
    assert screen.nodes["2"]["kids"] == [4, 3]
    screen.take(change(page, "document.querySelector('ul').insertAdjacentHTML('afterbegin', '<li>c')", 2))
    assert screen.nodes["2"]["kids"] == [5, 4, 3]


def test_title_address_and_focus(page: Page) -> None:
    screen = appear(page, "<button>Cancel</button>")
    assert screen.outside == {"url": "blank", "title": "one"}
    screen.take(change(page, "document.title = '[30%] one'; document.querySelector('button').focus()"))
    assert screen.outside == {"url": "blank", "title": "[30%] one", "focus": "2"}
    screen.take(change(page, "location.hash = 'job'; document.activeElement.blur()", 2))
    assert screen.outside == {"url": "blank#job", "title": "[30%] one", "focus": None}


def test_another_body_is_another_page(page: Page) -> None:
    appear(page, "<p>one</p>")
    replaced = "document.body = document.createElement('body'); document.body.append('two')"
    assert Replay().take(change(page, replaced)).lines() == ["document", '  "two"']


STATES = {
    "<h3>Jobs</h3>": ["heading level=3", '  "Jobs"'],
    "<button disabled>Cancel</button>": ["button enabled=False", '  "Cancel"'],
    "<button aria-label='Close dialog'>x</button>": ["button name='Close dialog'", '  "x"'],
    "<label>Email <input value=a></label>": ['"Email"', "textbox name='Email' value={'text': 'a'}"],
    "<input type=checkbox checked>": ["checkbox checked=True"],
    "<button aria-expanded=false>More</button>": ["button expanded=False", '  "More"'],
    "<a href=/jobs?x=1 aria-current=page>Jobs</a>": ["link current='page' href='/jobs?x=1'", '  "Jobs"'],
    "<div role=status>Saved</div>": ["status live='polite'", '  "Saved"'],
    "<img alt='Failed'>": ["img name='Failed'"],
    "<svg width=9 height=9><title>Done</title></svg>": ["img name='Done'"],
    "<section aria-labelledby=h><h2 id=h>Rows</h2></section>": ["region name='Rows'", "  heading level=2", '    "Rows"'],
    "<table><tr><td></td><td>3</td></tr></table>": [
        "table", "  rowgroup", "    row", "      cell", "      cell", '        "3"',
    ],
    "<p>3 failed<br>2 skipped</p>": ["paragraph", '  "3 failed"', '  "2 skipped"'],
    "<p>See <a href=#j>job</a> 7</p>": ["paragraph", '  "See"', "  link href='blank#j'", '    "job"', '  "7"'],
}  # fmt: skip


@pytest.mark.parametrize("body", STATES)
def test_what_a_node_says(page: Page, body: str) -> None:
    assert appear(page, body).lines() == ["document", *("  " + line for line in STATES[body])]


GREEN = "height: 8px; background: green"
TRACK = "width: 400px; height: 8px; background: #ddd"
BARS = {
    f"<div style='{TRACK}'><div style='width: 41%; {GREEN}'></div></div>": ("generic", 0.41),
    f"<div style='{TRACK}'><div style='width: 0%; {GREEN}'></div></div>": ("generic", 0),
    f"<div style='{TRACK}; overflow: hidden'><div style='transform: translateX(-75%); {GREEN}'></div></div>": ("generic", 0.25),
    f"<div style='{TRACK}'><div style='transform-origin: left; transform: scaleX(.3); {GREEN}'></div></div>": ("generic", 0.3),
    f"<div role=progressbar aria-valuenow=30 style='{TRACK}'><div style='width: 120px; {GREEN}'></div></div>": ("progressbar", 0.3),
    f"<div style='{TRACK}'><div role=progressbar aria-valuenow=30 style='width: 30%; {GREEN}'></div></div>": ("progressbar", 0.3),
    f"<div role=progressbar><div style='{TRACK}'><div style='width: 50%; {GREEN}'></div></div></div>": ("progressbar", 0.5),
    f"<div style='{TRACK}; display: flex'><i style='width: 20%; {GREEN}'></i><i style='width: 5%; {GREEN}'></i></div>": ("generic", 0.25),
    f"<div style='{TRACK}'><div style='width: 41%; {GREEN}'>&nbsp;</div></div>": ("generic", 0.41),
    "<progress value=3 max=4></progress>": ("progressbar", 0.75),
    "<meter value=3 min=2 max=4></meter>": ("meter", 0.5),
}


@pytest.mark.parametrize("body", BARS)
def test_what_is_drawn_as_a_bar(page: Page, body: str) -> None:
    role, drawn = BARS[body]
    bar = appear(page, body).only(role)
    assert bar["drawn"] == drawn
    assert bar["box"][2] > 100 or role == "meter"


NO_BARS = [
    "<progress></progress>",
    "<div style='width: 400px; height: 300px; border: 1px solid'><div style='width: 40%; height: 300px; background: red'></div></div>",
    "<div style='width: 400px'><div style='height: 2px; background: #ddd'></div></div>",
    f"<div style='{TRACK}'><div style='width: 41%; {GREEN}'>words</div></div>",
]


@pytest.mark.parametrize("body", NO_BARS)
def test_what_is_not_drawn_as_a_bar(page: Page, body: str) -> None:
    assert all("drawn" not in node for node in appear(page, body).nodes.values())


def test_a_bar_is_followed(page: Page) -> None:
    screen = appear(page, f"<div style='{TRACK}'><div style='width: 41%; {GREEN}'></div></div>")
    for at_ms, percent in enumerate((42, 50, 99, 100, 0, 73), start=1):
        screen.take(change(page, f"document.querySelector('div > div').style.width = '{percent}%'", at_ms))
        assert screen.only("generic")["drawn"] == percent / 100
    screen.take(change(page, "document.querySelector('div > div').style.maxWidth = '200px'", 9))
    assert screen.only("generic")["drawn"] == 0.5


STYLE = """
.gone { display: none } .dim { opacity: 0 } .quiet, [data-quiet] { visibility: hidden } .inline { display: inline }
.shout { text-transform: uppercase } .noted::after { content: " (noted)" } .low { font-size: 0 }
.folded { height: 0; overflow: hidden } .away { position: absolute; left: -9999px } i:empty + p { display: none }
"""
SIBLINGS = ".noted + * { color: transparent } .shout ~ .inline { display: none }"
HAS = "section:has(.shout) { filter: opacity(0) }"
BODY = f"""
<main><h1>Publish</h1><section><p>124 of <b>200</b> items</p><ul><li>one</li><li>two <a href=#>link</a></li></ul></section>
<div id=bar style='{TRACK}'><div style='width: 40%; {GREEN}'></div></div><x-a>text<p>more</p></x-a></main>
<aside aria-labelledby=l><h2 id=l>Notes</h2><i></i><p>noted</p><div role=status></div><label>Name <input></label></aside>
"""


@pytest.mark.parametrize("style", [STYLE, STYLE + SIBLINGS, STYLE + HAS], ids=["plain", "siblings", "has"])
@pytest.mark.parametrize("seed", range(12))
def test_deltas_add_up_to_the_whole(page: Page, seed: int, style: str) -> None:
    screen = appear(page, BODY, style)
    page.evaluate((Path(__file__).parent / "mutate.js").read_text())
    page.evaluate("(seed) => { window.mutate = mutator(seed) }", seed)
    for at_ms in range(1, 60):
        screen.take(change(page, f"mutate({1 + at_ms % 4})", at_ms))
        assert without_places(screen.lines()) == without_places(shown(page).lines()), f"at {at_ms} ms"
        assert not screen.unreachable()


def without_places(lines: list[str]) -> list[str]:
    """A bar is measured when it changes, not when something above it moves it."""
    return [re.sub(r"box=\[-?\d+, -?\d+, ", "box=[", line) for line in lines]


def test_the_same_history_gives_the_same_bytes(page: Page) -> None:
    told = []
    for _ in range(2):
        appear(page, BODY, STYLE)
        page.evaluate((Path(__file__).parent / "mutate.js").read_text())
        page.evaluate("() => { window.mutate = mutator(3) }")
        told.append([change(page, "mutate(5)", at_ms) for at_ms in range(1, 40)])
    assert told[0] == told[1]
