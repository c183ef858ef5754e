"""What the tests of the recorder do with a page (see lab.js)."""

from playwright.sync_api import Page

from tests.drive.page.screens import Replay

GREEN = "height: 8px; background: green"
TRACK = "width: 400px; height: 8px; background: #ddd"


def shown(page: Page, without: list[str] | None = None) -> Replay:
    """What a recorder that comes to the page now sees, perhaps without some checks."""
    told: str = page.evaluate("(except) => lab.fresh(except)", without or [])
    return Replay().take(told)


def flush(page: Page, at_ms: int) -> str:
    """What the recorder that was there from the start tells at this moment."""
    told: str = page.evaluate("(atMs) => lab.flush(atMs)", at_ms)
    return told


def appear(page: Page, body: str, style: str = "") -> Replay:
    """A page with this body, recorded at 0 ms."""
    page.goto("about:blank")
    page.set_content(f"<!doctype html><title>one</title><style>{style}</style>{body}")
    return Replay().take(flush(page, 0))


def change(page: Page, script: str, at_ms: int = 1) -> str:
    """What is told after a script, in which `$` finds an element."""
    page.evaluate(f"() => {{ const $ = (selector) => document.querySelector(selector); {script} }}")
    return flush(page, at_ms)
