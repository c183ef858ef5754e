"""A browser is looked for in a fixed order, and counts only once it has opened a page."""

import asyncio
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.async_api import Error, async_playwright

from harness.core.errors import HarnessTrouble, UsageError
from harness.drive import browser as module
from harness.drive.browser import (
    Candidate,
    FoundBrowser,
    NoBrowser,
    NotOpening,
    candidates,
    find_browser,
    find_browser_now,
    forget_browser,
    launch_arguments,
    launched,
    look,
)


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder with both browsers that are looked for on PATH."""
    for name in ("chromium-headless-shell", "chromium", "mine"):
        (tmp_path / name).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    return tmp_path


def only_opens(*origins: str) -> module.Opens:
    async def opens(candidate: Candidate) -> str:
        if candidate.origin not in origins:
            raise NotOpening("it is a stub")
        return "156.0"

    return opens


def look_now(environment: Mapping[str, str], opens: module.Opens) -> FoundBrowser:
    return asyncio.run(look(environment, opens))


def test_the_order_is_playwrights_own_then_headless_shell_then_chromium(programs: Path) -> None:
    origins = [candidate.origin for candidate in candidates({"PATH": str(programs)})]
    assert origins == ["Playwright's own", "chromium-headless-shell on PATH", "chromium on PATH"]


def test_a_window_needs_a_browser_that_has_windows(programs: Path) -> None:
    origins = [candidate.origin for candidate in candidates({"PATH": str(programs)}, headed=True)]
    assert origins == ["Playwright's own", "chromium on PATH"]
    with pytest.raises(NoBrowser, match=r"no browser found that opens a window .*Debian's package `chromium`"):
        asyncio.run(look({"PATH": str(programs)}, only_opens(), headed=True))


def test_a_named_browser_is_the_only_one_looked_at(programs: Path) -> None:
    environment = {"PATH": str(programs), "MEANWHILE_BROWSER": "mine"}
    assert candidates(environment) == [Candidate(origin="MEANWHILE_BROWSER", executable=programs / "mine")]


def test_a_browser_that_is_not_there_is_not_a_candidate(tmp_path: Path) -> None:
    assert [candidate.executable for candidate in candidates({"PATH": str(tmp_path)})] == [None]


def test_a_stub_is_passed_over(programs: Path) -> None:
    found = look_now({"PATH": str(programs)}, only_opens("chromium on PATH"))
    assert found.executable == programs / "chromium"
    assert found.describe() == "Chromium 156.0 (chromium on PATH)"


def test_the_first_that_opens_is_taken(programs: Path) -> None:
    found = look_now({"PATH": str(programs)}, only_opens("chromium-headless-shell on PATH", "chromium on PATH"))
    assert found.executable == programs / "chromium-headless-shell"


def test_none_says_why_and_what_to_run(programs: Path) -> None:
    with pytest.raises(NoBrowser, match=r"chromium on PATH: it is a stub\); run `meanwhile install`"):
        look_now({"PATH": str(programs)}, only_opens())


def test_a_wrong_name_is_the_persons_to_mend(programs: Path) -> None:
    with pytest.raises(UsageError, match=r'MEANWHILE_BROWSER: "no-such" is not a program; name a Chromium'):
        look_now({"PATH": str(programs), "MEANWHILE_BROWSER": "no-such"}, only_opens())
    with pytest.raises(UsageError, match=r'MEANWHILE_BROWSER: "mine" opens no page'):
        look_now({"PATH": str(programs), "MEANWHILE_BROWSER": "mine"}, only_opens())


@pytest.mark.parametrize(("user", "expected"), [(0, True), (1000, False)])
def test_only_root_goes_without_a_sandbox(monkeypatch: pytest.MonkeyPatch, user: int, expected: bool) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert ("--no-sandbox" in launch_arguments()) is expected
    assert "--disable-background-networking" in launch_arguments()


def test_the_answer_is_kept_until_it_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []

    async def look_alone() -> FoundBrowser:
        looked.append(1)
        return FoundBrowser(origin="x", executable=None, arguments=(), version="1")

    monkeypatch.setattr(module, "look_alone", look_alone)
    monkeypatch.setattr(module, "_found", {})
    assert find_browser_now() is asyncio.run(find_browser())
    assert len(looked) == 1
    forget_browser()
    find_browser_now()
    assert len(looked) == 2


@pytest.mark.browser
def test_this_machines_browser_opens_a_page() -> None:
    forget_browser()
    found = find_browser_now()
    assert int(found.version.split(".")[0]) > 100


@pytest.mark.browser
def test_the_browser_that_was_tried_is_the_one_that_runs_and_the_next_is_another() -> None:
    async def play() -> tuple[bool, bool, int]:
        async with async_playwright() as playwright:
            first = await launched(playwright)
            second = await launched(playwright)
            connected, pages = first.is_connected(), sum(len(context.pages) for context in first.contexts)
            await first.close()
            await second.close()
            return connected, first is second, pages

    forget_browser()
    assert asyncio.run(play()) == (True, False, 0)


@pytest.mark.browser
def test_a_browser_that_does_not_start_any_more_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise Error("it is a stub\nand more")

    async def play() -> None:
        async with async_playwright() as playwright:
            found = await find_browser(playwright)
            monkeypatch.setattr(module, "open_browser", fail)
            with pytest.raises(HarnessTrouble) as told:
                await launched(playwright)
            assert str(told.value) == f"{found.describe()} did not start: it is a stub"

    asyncio.run(play())


@pytest.mark.browser
def test_a_program_that_is_no_browser_is_told(monkeypatch: pytest.MonkeyPatch, programs: Path) -> None:
    monkeypatch.setenv("MEANWHILE_BROWSER", str(programs / "mine"))
    with pytest.raises(UsageError, match="opens no page"):
        find_browser_now()
