"""The marker, and that nothing at all happens where nobody asks."""

from pathlib import Path

import pytest

from tests.pytest_plugin.project import project, pytest_in

pytestmark = pytest.mark.browser


def test_a_marker_names_the_trial(tmp_path: Path) -> None:
    source = """
import pytest

@pytest.mark.meanwhile("scenarios/mixed.yaml", seed=3)
def test_marked(judged_trial):
    assert judged_trial.passed

def test_not_marked(judged_trial):
    pass
"""
    done = pytest_in(project(tmp_path, source), "test_it.py", "--strict-markers")
    assert "1 passed, 1 error" in done.stdout
    assert "judged_trial: which trial? Mark the test: @pytest.mark.meanwhile('seller-publish')" in done.stdout


def test_a_session_that_does_not_ask_for_it_imports_nothing_of_it(tmp_path: Path) -> None:
    source = """
import sys

def test_nothing():
    heavy = {"playwright", "simpy", "pydantic", "harness.drive", "harness.model"} & set(sys.modules)
    assert not heavy
"""
    (tmp_path / "test_it.py").write_text(source, encoding="utf-8")
    done = pytest_in(tmp_path, "-p", "no:playwright", "-p", "no:hypothesispytest")
    assert "1 passed" in done.stdout, done.stdout
    assert "meanwhile-report" not in done.stdout
    assert not (tmp_path / "meanwhile-report").exists()
