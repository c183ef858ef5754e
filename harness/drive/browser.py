"""Finds a Chromium that works here: one counts only once it has opened a page (Ubuntu's ``chromium`` may be a stub)."""

import asyncio
import os
import shutil
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.async_api import Browser as OpenBrowser
from playwright.async_api import BrowserType, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError

from harness.core.errors import HarnessTrouble, UsageError

VARIABLE = "MEANWHILE_BROWSER"
WINDOWLESS = "chromium-headless-shell"
ON_PATH = (WINDOWLESS, "chromium", "google-chrome", "google-chrome-stable", "microsoft-edge")
OPENING_LIMIT_MS = 20_000
PROBE = "data:text/html,<title>open</title>"
_WITH_WINDOWS = f"install a full Chromium (Debian's package `chromium`), or name one by {VARIABLE}"
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
    "--disable-quic",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A browser that may work. ``executable`` None is the one that Playwright downloaded for itself."""

    origin: str
    executable: Path | None


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundBrowser:
    """A browser that opened a page, and how to launch it."""

    origin: str
    executable: Path | None
    arguments: tuple[str, ...]
    version: str

    def describe(self) -> str:
        """One clause for people: ``Chromium 156.0.8078.73 (chromium-headless-shell on PATH)``."""
        return f"Chromium {self.version} ({self.origin})"

    async def launch(self, playwright: Playwright, *, headed: bool = False) -> OpenBrowser:
        """Starts this browser, without a window unless one is asked for."""
        return await open_browser(playwright.chromium, self.executable, headed=headed)


class NotOpening(Exception):
    """The candidate is not there or opens no page; the words say which."""


class NoBrowser(HarnessTrouble):
    """No candidate opened a page."""


Opens = Callable[[Candidate], Awaitable[str]]


def launch_arguments() -> tuple[str, ...]:
    """What every launch passes: no talk with the vendor's servers, and no sandbox for root, who cannot have one."""
    return (*QUIET, "--no-sandbox") if os.geteuid() == 0 else QUIET


def candidates(environment: Mapping[str, str], *, headed: bool = False) -> list[Candidate]:
    """Where to look, in order. A browser that the person named is the only one looked at."""
    if named := environment.get(VARIABLE):
        return [Candidate(origin=VARIABLE, executable=named_executable(named, environment))]
    path = environment.get("PATH", os.defpath)
    found = [(name, shutil.which(name, path=path)) for name in ON_PATH if not (headed and name == WINDOWLESS)]
    on_path = [Candidate(origin=f"{name} on PATH", executable=Path(where)) for name, where in found if where]
    return [Candidate(origin="Playwright's own", executable=None), *on_path]


def named_executable(named: str, environment: Mapping[str, str]) -> Path:
    """The program that MEANWHILE_BROWSER names, by path or by name."""
    where = shutil.which(named, path=environment.get("PATH", os.defpath))
    if where is None:
        raise UsageError(f'{VARIABLE}: "{named}" is not a program; name a Chromium\'s path, or unset {VARIABLE}')
    return Path(where)


async def open_browser(chromium: BrowserType, executable: Path | None, *, headed: bool = False) -> OpenBrowser:
    """Launches one Chromium the way every launch here goes."""
    return await chromium.launch(
        executable_path=executable, args=list(launch_arguments()), headless=not headed, timeout=OPENING_LIMIT_MS
    )


async def opens(chromium: BrowserType, headed: bool, candidate: Candidate) -> str:
    """The version of a browser that opens a page."""
    running: list[OpenBrowser] = []
    version = await stays_open(chromium, headed, running, candidate)
    await running[0].close()
    return version


async def stays_open(chromium: BrowserType, headed: bool, running: list[OpenBrowser], candidate: Candidate) -> str:
    """The version of a browser that opens a page; it goes on running, and is put into the list."""
    try:
        browser = await open_browser(chromium, candidate.executable, headed=headed)
        try:
            await open_page(browser)
        except BaseException:
            await browser.close()
            raise
    except PlaywrightError as error:
        raise NotOpening(first_line(str(error))) from error
    running.append(browser)
    return browser.version


async def open_page(browser: OpenBrowser) -> None:
    """Opens one page, reads it back and closes it. Raises NotOpening."""
    page = await browser.new_page()
    await page.goto(PROBE, timeout=OPENING_LIMIT_MS)
    if await page.title() != "open":
        raise NotOpening("it launched and showed no page")
    await page.close()


def first_line(words: str) -> str:
    """The first line of a long message that says something."""
    return next((line.strip() for line in words.splitlines() if line.strip()), "no reason given")


async def first_that_opens(looked_at: Iterable[Candidate], test: Opens) -> FoundBrowser:
    """The first candidate that opens a page; where none does, why each did not."""
    reasons = []
    for candidate in looked_at:
        try:
            version = await test(candidate)
        except NotOpening as reason:
            reasons.append(f"{candidate.origin}: {reason}")
            continue
        return FoundBrowser(
            origin=candidate.origin, executable=candidate.executable, arguments=launch_arguments(), version=version
        )
    raise NoBrowser("; ".join(reasons))


async def look(environment: Mapping[str, str], test: Opens, *, headed: bool = False) -> FoundBrowser:
    """Looks for a browser now; the errors say what mends them."""
    try:
        return await first_that_opens(candidates(environment, headed=headed), test)
    except NoBrowser as none:
        if named := environment.get(VARIABLE):
            raise UsageError(f'{VARIABLE}: "{named}" opens no page ({none}); name a Chromium, or unset it') from none
        what, way_out = ("a window", _WITH_WINDOWS) if headed else ("a page", "run `meanwhile install`")
        raise NoBrowser(f"no browser found that opens {what} ({none}); {way_out}") from none


_found: dict[tuple[str | None, str | None, bool], FoundBrowser] = {}


async def find_browser(playwright: Playwright | None = None, *, headed: bool = False) -> FoundBrowser:
    """The browser of this machine. The answer is kept for the rest of the process; a running Playwright saves time.

    ``headed``: one that opens windows, on a machine that has a screen.
    """
    key = _key(headed=headed)
    if key not in _found:
        _found[key] = await look_with(playwright, headed=headed) if playwright else await look_alone()
    return _found[key]


async def launched(playwright: Playwright, *, headed: bool = False) -> OpenBrowser:
    """The browser of this machine, running: where it has to be looked for first, the one that was tried."""
    key, running = _key(headed=headed), list[OpenBrowser]()
    if key not in _found:
        test = partial(stays_open, playwright.chromium, headed, running)
        _found[key] = await look(os.environ, test, headed=headed)
        return running[0]
    found = _found[key]
    try:
        return await found.launch(playwright, headed=headed)
    except PlaywrightError as error:
        raise HarnessTrouble(f"{found.describe()} did not start: {first_line(error.message)}") from error


def _key(*, headed: bool) -> tuple[str | None, str | None, bool]:
    return os.environ.get(VARIABLE), os.environ.get("PATH"), headed


async def look_with(playwright: Playwright, *, headed: bool = False) -> FoundBrowser:
    """Looks for a browser with a Playwright that runs already."""
    return await look(os.environ, partial(opens, playwright.chromium, headed), headed=headed)


async def look_alone() -> FoundBrowser:
    """Looks for a browser with a Playwright of its own."""
    async with async_playwright() as playwright:
        return await look_with(playwright)


def forget_browser() -> None:
    """Looks again at the next call: one may have been installed since."""
    _found.clear()


def find_browser_now() -> FoundBrowser:
    """The same, for callers outside an event loop."""
    return asyncio.run(find_browser())
