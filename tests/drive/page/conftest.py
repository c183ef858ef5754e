"""The recorder, bundled alone, in a real browser."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from harness.drive.browser import FoundBrowser, find_browser_now

ROOT = Path(__file__).resolve().parents[3]
BUNDLE = """
import { build } from "vite";
const [entry, outDir] = process.argv.slice(1);
const lib = { entry, formats: ["iife"], name: "meanwhileRecorder", fileName: () => "recorder.js" };
await build({ configFile: false, logLevel: "warn", build: { lib, outDir, target: "chrome120", minify: false } });
"""


def node() -> str:
    """The Node.js that the build uses."""
    command = [sys.executable, "hatch_build.py", "--node"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture(scope="session")
def recorder_script(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The recorder as one classic script that sets ``meanwhileRecorder``."""
    folder = tmp_path_factory.mktemp("recorder")
    entry = ROOT / "harness/drive/page/src/recorder/index.ts"
    command = [node(), "--input-type=module", "-e", BUNDLE, str(entry), str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)
    return (folder / "recorder.js").read_text() + "\nwindow.meanwhileRecorder = meanwhileRecorder;"


@pytest.fixture(scope="session")
def found_browser() -> FoundBrowser:
    """The browser of this machine."""
    return find_browser_now()


# Playwright's own loop runs for as long as this is open: no longer than a module, or other tests could not run theirs.
@pytest.fixture(scope="module")
def browser(found_browser: FoundBrowser) -> Iterator[Browser]:
    """One browser for the tests of a file."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=found_browser.executable, args=list(found_browser.arguments)
        )
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def page(browser: Browser, recorder_script: str) -> Iterator[Page]:
    """One page for all, for each test goes elsewhere first. It has `lab` (lab.js): a recorder that was there first."""
    context = browser.new_context()
    lab = (Path(__file__).parent / "lab.js").read_text()
    context.add_init_script(f"{{{recorder_script}\n{lab}}}")
    opened = context.new_page()
    opened.on("pageerror", lambda error: pytest.fail(json.dumps(str(error))))
    yield opened
    context.close()
