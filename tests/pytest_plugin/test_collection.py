"""Scenario files are tests, and everything that pytest does with tests it does with them."""

import xml.etree.ElementTree as Xml
from pathlib import Path

import pytest

from harness.trace.result import TrialResult
from harness.trace.results import decode_results
from tests.pytest_plugin.project import FLAW, SHORT, own_target, pytest_in, scenario

pytestmark = pytest.mark.browser


def test_a_scenario_that_fails_says_so_as_pytest_does_and_to_junit(tmp_path: Path) -> None:
    scenario(tmp_path, "good")
    failed = pytest_in(tmp_path, "--meanwhile-defect", FLAW, "--junitxml", "junit.xml")
    assert failed.returncode == 1
    failure = Xml.parse(tmp_path / "junit.xml").getroot().find(".//testcase[@name='reference']/failure")
    assert failure is not None
    assert "the page said" in (failure.text or "")
    assert "FAILED scenarios/good.yaml::reference" in failed.stdout
    told = failed.stdout.split("= FAILURES =")[1]
    assert "3 items published" in told
    assert "in truth it had ended: 3 succeeded, 1 failed." in told
    assert f"Replay: meanwhile run scenarios/good.yaml --defect {FLAW} --seed 5" in told
    assert "Report: meanwhile-report/reference/index.html" in told
    assert "Traceback" not in failed.stdout
    assert (tmp_path / "meanwhile-report/reference/index.html").is_file()


def test_a_test_is_chosen_by_its_name_or_by_a_law_that_it_exists_for(tmp_path: Path) -> None:
    for id in ("first", "second"):
        scenario(tmp_path, id)
    scenario(tmp_path, "third", SHORT + "arms: [partial-named-partial]\n")
    listed = ("--collect-only", "-q")
    assert pytest_in(tmp_path, *listed, "-k", "second").stdout.splitlines()[0] == "scenarios/second.yaml::reference"
    assert (
        pytest_in(tmp_path, *listed, "-k", "partial-named-partial")
        .stdout.splitlines()[0]
        .startswith("scenarios/third.yaml")
    )


def test_workers_share_the_tests_and_their_results_come_together(tmp_path: Path) -> None:
    for id in ("first", "second", "third"):
        scenario(tmp_path, id)
    done = pytest_in(tmp_path, "-n", "2")
    assert done.returncode == 0, done.stdout
    results = list(decode_results((tmp_path / "meanwhile-report/reference/results.jsonl").read_text().splitlines()))
    trials = [one.scenario for one in results if isinstance(one, TrialResult)]
    assert trials == ["first", "second", "third"]


def test_the_first_failure_ends_it_and_what_failed_last_is_run_alone(tmp_path: Path) -> None:
    scenario(tmp_path, "a-good", SHORT.replace(", outcomes: {{failed: {{missing-id: 1}}}}", ""))
    for id in ("b-mixed", "c-mixed"):
        scenario(tmp_path, id)
    first = pytest_in(tmp_path, "-x", "--lf", "--meanwhile-defect", FLAW)
    assert "1 failed, 1 passed" in first.stdout
    again = pytest_in(tmp_path, "--lf", "--meanwhile-defect", FLAW)
    assert "1 failed" in again.stdout
    assert "passed" not in again.stdout.splitlines()[-1]


def test_junit_tells_trouble_from_a_finding(tmp_path: Path) -> None:
    scenario(tmp_path, "mixed")
    home = own_target(tmp_path, "nowhere", "publish")
    home.write_text(home.read_text("utf-8") + "controls: {submit: {role: button, name: ^launch$}}\n", "utf-8")
    assert pytest_in(tmp_path, "--junitxml", "junit.xml", "--meanwhile-target", str(home)).returncode == 1
    error = Xml.parse(tmp_path / "junit.xml").getroot().find(".//testcase[@name='nowhere']/error")
    assert error is not None
    line = len(home.read_text("utf-8").splitlines())
    assert f'target.yaml:{line}: submit: no button named "^launch$"' in (error.text or "")


def test_what_a_target_cannot_show_is_left_out_with_the_reason(tmp_path: Path) -> None:
    scenario(tmp_path, "mixed")
    target = own_target(tmp_path, "importer", "import")
    done = pytest_in(tmp_path, "-rs", "--meanwhile-target", str(target))
    assert 'target "importer" shows no publish job (shows: in its target file)' in done.stdout
    assert done.returncode == 0


def test_what_nobody_can_do_on_a_target_is_left_out_with_the_reason(tmp_path: Path) -> None:
    scenario(tmp_path, "mixed", SHORT + "  - {{at: 2s, do: cancel, job: publish}}\n")
    target = own_target(tmp_path, "starter", "publish")
    with target.open("a", encoding="utf-8") as told:
        told.write("lacks: [cancel]\n")
    done = pytest_in(tmp_path, "-rs", "--meanwhile-target", str(target))
    assert 'target "starter" lets nobody cancel (lacks: in its target file)' in done.stdout
    assert done.returncode == 0


def test_targets_are_set_in_the_configuration_file(tmp_path: Path) -> None:
    scenario(tmp_path, "mixed")
    own_target(tmp_path, "mine", "publish")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmeanwhile_targets=\n reference\n mine/target.yaml\n", "utf-8")
    listed = pytest_in(tmp_path, "--collect-only", "-q").stdout.splitlines()[:2]
    assert listed == ["scenarios/mixed.yaml::reference", "scenarios/mixed.yaml::mine"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SHORT.replace("items: 4", "items: none"), 'scenarios/wrong.yaml:8: items: "none"'),
        (SHORT.replace("at: 1s", "at: 1"), 'scenarios/wrong.yaml:10: at: "1" has no unit; write 1s'),
    ],
)
def test_a_wrong_file_is_a_sentence_with_its_line_and_ends_the_session(tmp_path: Path, text: str, said: str) -> None:
    scenario(tmp_path, "wrong", text)
    done = pytest_in(tmp_path)
    assert done.returncode == 2
    assert said in done.stdout
    assert "Traceback" not in done.stdout


def test_other_peoples_yaml_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "theirs.yaml").write_text("name: a molecule scenario\n", "utf-8")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "good.yaml").write_text(SHORT.format(id="good"), "utf-8")
    assert "collected 0 items" in pytest_in(tmp_path).stdout
    assert "collected 1 item" in pytest_in(tmp_path, "--collect-only", "elsewhere/good.yaml").stdout
