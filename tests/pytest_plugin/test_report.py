"""The reports of a session: one folder a target, each trial once."""

from dataclasses import replace
from pathlib import Path

from harness.pytest_plugin.options import Options
from harness.pytest_plugin.report import by_target, summary, write_reports
from harness.trace.result import TrialResult
from harness.trace.results import EndLine, SessionLine, decode_results
from tests.pytest_plugin.given import told


def options(folder: Path) -> Options:
    return Options(targets=("reference",), report=folder, baseline=None, defect=None, pictures=False)


def test_each_target_has_its_own_and_each_trial_is_there_once() -> None:
    lines = [one.encode() for one in (told("b"), told("a"), told("a", target="mine"), told("b"))]
    grouped = [(target, [one.result.id for one in held]) for target, held in by_target(lines)]
    assert grouped == [("mine", ["a"]), ("reference", ["a", "b"])]


def test_the_files_are_those_of_a_run(tmp_path: Path) -> None:
    one = told("a")
    one = replace(one, result=replace(one.result, file=None))
    write_reports(options(tmp_path), [one.encode()])
    first, trial, end = decode_results((tmp_path / "reference/results.jsonl").read_text("utf-8").splitlines())
    assert isinstance(first, SessionLine)
    assert [scenario.id for scenario in first.scenarios] == ["a"]
    assert isinstance(trial, TrialResult)
    assert isinstance(end, EndLine)
    assert (end.exit, end.findings) == (1, 1)
    assert "count-true" in (tmp_path / "reference/index.html").read_text("utf-8")


def test_the_summary_names_the_report_and_what_was_never_put_to_the_test(tmp_path: Path) -> None:
    report, never = summary(options(tmp_path), [told("a").encode(), told("b").encode()])
    assert report == f"Report: {tmp_path / 'reference' / 'index.html'}"
    assert never.startswith("Never put to the test on reference: ")
    assert "submit-once" in never
    assert "count-true" not in never


def test_one_scenario_alone_need_not_put_all_to_the_test(tmp_path: Path) -> None:
    assert len(list(summary(options(tmp_path), [told("a").encode()]))) == 1
