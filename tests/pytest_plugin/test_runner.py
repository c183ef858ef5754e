"""Trials from Python, beside other plugins."""

from pathlib import Path

import pytest

from tests.pytest_plugin.project import FLAW, project, pytest_in

pytestmark = pytest.mark.browser


def test_a_trial_is_run_and_asked_from_python(tmp_path: Path) -> None:
    source = f"""
def test_clean(meanwhile):
    trial = meanwhile.run("scenarios/mixed.yaml")
    assert trial.passed and not trial.findings
    assert trial.verdicts["partial-named-partial"] == "passed"
    assert trial.truth.at("30s")["publish"].counts.succeeded == 3
    assert "Publish 4 items: ended: 3 succeeded, 1 failed" in str(trial.truth.at("30s"))
    assert "3 succeeded, 1 failed" in trial.screen.text_at("30s")
    assert "3 succeeded" not in trial.screen.text_at(500)

def test_flawed(meanwhile):
    trial = meanwhile.run("scenarios/mixed.yaml", target="reference", defect="{FLAW}", seed=9)
    assert [finding.law for finding in trial.findings] == ["partial-named-partial"]
    assert trial.replay == "meanwhile run scenarios/mixed.yaml --defect {FLAW} --seed 9"
    trial.check()
"""
    done = pytest_in(project(tmp_path, source), "test_it.py")
    assert "1 failed, 1 passed" in done.stdout, done.stdout
    told = done.stdout.split("= FAILURES =")[1]
    assert "E       harness.pytest_plugin.judged.NotPassed: 1 finding in mixed on reference" in told
    # where the message was raised is none of the person's business
    assert "judged.py" not in told.split("NotPassed:")[0]


def test_wrong_words_are_sentences(tmp_path: Path) -> None:
    source = """
import pytest

def test_scenario(meanwhile):
    with pytest.raises(Exception, match='no scenario "mixd"'):
        meanwhile.run("mixd")

def test_moment(meanwhile):
    trial = meanwhile.run("scenarios/mixed.yaml")
    with pytest.raises(ValueError, match='"30" has no unit; write 30s'):
        trial.truth.at("30")
    with pytest.raises(KeyError, match='no job "import" at that moment; jobs are publish'):
        trial.truth.at("30s")["import"]
"""
    assert "2 passed" in pytest_in(project(tmp_path, source), "test_it.py").stdout


def test_it_runs_beside_pytest_playwright_whose_loop_runs_in_the_same_thread(tmp_path: Path) -> None:
    source = """
import asyncio
import pytest
from harness.drive.browser import find_browser
from playwright.async_api import async_playwright

async def found():
    async with async_playwright() as playwright:
        return await find_browser(playwright)

@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    here = asyncio.run(found())
    return {**browser_type_launch_args, "executable_path": here.executable, "args": list(here.arguments)}

def test_page_and_trial(page, meanwhile):
    page.set_content("<h1>theirs</h1>")
    assert meanwhile.run("scenarios/mixed.yaml").passed
    assert page.inner_text("h1") == "theirs"
"""
    done = pytest_in(project(tmp_path, source))
    assert "2 passed" in done.stdout, done.stdout
