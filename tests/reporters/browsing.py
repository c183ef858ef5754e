"""A report opened from disk, as a person opens it, with all that it asked for and complained about."""

from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from harness.reporters.html import HtmlReporter
from harness.trace.events import Event


def written(path: Path, events: Iterable[Event]) -> Path:
    """The report of these events; results name their files from the report's folder."""
    with path.open("w", encoding="utf-8") as stream:
        reporter = HtmlReporter(stream, path.parent)
        for event in events:
            reporter.handle(event)
        reporter.close()
    return path


class Watched:
    """A page of the browser, on the report."""

    def __init__(self, opener: Browser | BrowserContext, report: Path, address: str = "") -> None:
        self.page: Page = opener.new_page()
        self.asked: list[str] = []
        self.stopped: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("requestfailed", lambda one: self.stopped.append(one.url) if one.failure == "csp" else None)
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(report.as_uri() + address)

    def network(self) -> list[str]:
        """What it asked of others: neither the file itself nor inside it, nor stopped by the page's own policy."""
        return [url for url in self.asked if not url.startswith(("file:", "data:")) and url not in self.stopped]

    def visit(self, address: str) -> None:
        """Another place of the report, by its address."""
        self.page.evaluate("address => { location.hash = address }", address)
        self.settle()

    def settle(self) -> None:
        """Wait until the address has come to rest and everything is drawn."""
        self.page.wait_for_timeout(300)

    @property
    def address(self) -> str:
        """What the address bar holds after the file."""
        return str(self.page.evaluate("location.hash"))

    @property
    def moment(self) -> str:
        """The moment that is looked at."""
        return self.page.locator(".moment-time").inner_text()

    def texts(self, selector: str) -> list[str]:
        """The texts of the elements, in order; those of a drawing too."""
        held = self.page.locator(selector).evaluate_all(
            "nodes => nodes.map(node => node.innerText ?? node.textContent)"
        )
        return [" ".join(text.split()) for text in held]
