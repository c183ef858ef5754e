"""Deltas add up to the whole, after anything that scripts do to a page."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.drive.page.lab import GREEN, TRACK, appear, change, shown

pytestmark = pytest.mark.browser


STYLE = """
.gone { display: none } .dim { opacity: 0 } .quiet, [data-quiet] { visibility: hidden } .inline { display: inline }
.shout { text-transform: uppercase } .noted::after { content: " (noted)" } .low { font-size: 0 }
.folded { height: 0; overflow: hidden } .away { position: absolute; left: -9999px } i:empty + p { display: none }
"""
SIBLINGS = ".noted + * { color: transparent } .shout ~ .inline { display: none }"
HAS = "section:has(.shout) { filter: opacity(0) }"
BODY = f"""
<main><h1>Publish</h1><section><p>124 of <b>200</b> items</p><ul><li>one</li><li>two <a href=#>link</a></li></ul>
</section><div id=bar style='{TRACK}'><div style='width: 40%; {GREEN}'></div></div><x-a>text<p>more</p></x-a></main>
<aside aria-labelledby=l><h2 id=l>Notes</h2><i></i><p>noted</p><div role=status></div>
<label>Name <input></label></aside>
"""


@pytest.mark.parametrize("style", [STYLE, STYLE + SIBLINGS, STYLE + HAS], ids=["plain", "siblings", "has"])
@pytest.mark.parametrize("seed", range(12))
def test_deltas_add_up_to_the_whole(page: Page, seed: int, style: str, deep: bool) -> None:
    screen = appear(page, BODY, style)
    page.evaluate((Path(__file__).parent / "mutate.js").read_text())
    page.evaluate("(seed) => { window.mutate = mutator(seed) }", seed)
    for at_ms in range(1, 60 if deep else 25):
        screen.take(change(page, f"mutate({1 + at_ms % 4})", at_ms))
        assert screen.lines() == shown(page).lines(), f"at {at_ms} ms"
        assert not screen.unreachable()


def test_the_same_history_gives_the_same_bytes(page: Page) -> None:
    told = []
    for _ in range(2):
        appear(page, BODY, STYLE)
        page.evaluate((Path(__file__).parent / "mutate.js").read_text())
        page.evaluate("() => { window.mutate = mutator(3) }")
        told.append([change(page, "mutate(5)", at_ms) for at_ms in range(1, 40)])
    assert told[0] == told[1]
