"""celery-progress 0.5, unmodified, a page that we did not write: healthy, and broken as ``docs/findings.md`` tells."""

from pathlib import Path

import pytest

from harness.core.verdicts import Verdict
from harness.engine.spec import REAL, TrialSpec
from harness.targets.load import load
from harness.trace.result import TrialResult
from tests.engine.player import Player
from tests.findings import MOST_BYTES, PAGE, PICTURES, Section, sections, told_by
from tests.findings_real import OF_THE_PAGE, named, rows

SCENARIOS = load("celery-progress").folder / "scenarios"
ALL = sections(PAGE.read_text(encoding="utf-8"))


def judged(scenario: Path, player: Player) -> TrialResult:
    result = player.run(TrialSpec(scenario=str(scenario), target="celery-progress"))
    assert result.error is None
    return result


@pytest.mark.browser
@pytest.mark.parametrize("section", ALL, ids=lambda section: section.picture)
def test_what_the_page_of_findings_quotes_is_what_comes_out(section: Section, player: Player) -> None:
    result = player.run(section.spec)
    assert result.error is None
    told = told_by(result)
    assert section.lines(told) == section.quoted, "run `make findings`"
    assert {law for law, _ in told} - set(section.laws) <= OF_THE_PAGE


def test_every_scenario_and_every_picture_has_its_place_on_the_page() -> None:
    assert {Path(section.command[0]).name for section in ALL} == {path.name for path in SCENARIOS.iterdir()}
    assert {section.picture for section in ALL} == {path.name for path in PICTURES.iterdir()}
    assert all(path.stat().st_size < MOST_BYTES for path in PICTURES.iterdir())


def test_every_command_of_the_page_is_read() -> None:
    assert PAGE.read_text(encoding="utf-8").count("```\nmeanwhile run") == len(ALL)


@pytest.mark.browser
def test_a_reload_is_no_fault_of_it(player: Player) -> None:
    result = judged(SCENARIOS / "plain-reload.yaml", player)
    assert {finding.law for finding in result.findings} == OF_THE_PAGE
    passed = {verdict.law for verdict in result.verdicts if verdict.verdict is Verdict.PASSED}
    assert {"reload-restores", "count-true", "no-premature-terminal", "terminal-shown-unprompted"} <= passed


@pytest.mark.browser
def test_what_cannot_be_judged_says_why(player: Player) -> None:
    result = judged(SCENARIOS / "plain-reload.yaml", player)
    assert all(verdict.why for verdict in result.verdicts if verdict.verdict not in {Verdict.PASSED, Verdict.FAILED})


@pytest.mark.browser
def test_a_cancellation_that_its_back_end_cannot_tell_of_is_none_of_its_faults(player: Player) -> None:
    result = player.run(TrialSpec(scenario="cancelled-and-undone", target="celery-progress"))
    verdicts = {verdict.law: verdict for verdict in result.verdicts}
    assert verdicts["cancelling-shown"].verdict is Verdict.NOT_OBSERVABLE
    assert "nothing of it before" in (verdicts["cancelling-shown"].why or "")
    assert "did not say how many items" in verdicts["cancelled-summary-true"].findings[0].sentence


@pytest.mark.browser
@pytest.mark.proxy
def test_its_real_back_end_is_judged_in_real_time(player: Player) -> None:
    scenario = str(SCENARIOS / "failed-half-way.yaml")
    result = player.run(TrialSpec(scenario=scenario, target="celery-progress-real", time=REAL, speed=10))
    assert result.error is None
    found = {finding.law for finding in result.findings} - OF_THE_PAGE
    recorded = next(row for row in rows(PAGE.read_text(encoding="utf-8")) if row.finding == "CP3")
    assert found == recorded.both | recorded.real == {"no-early-hundred", "no-vague-phrase"}


def test_every_command_of_the_page_was_repeated_on_the_real_back_end() -> None:
    page = PAGE.read_text(encoding="utf-8")
    recorded = {(row.finding, row.scenario): row for row in rows(page)}
    for (finding, path, _), section in zip(named(page), ALL, strict=True):
        row = recorded.pop((finding, Path(path).stem))
        assert set(section.laws) - OF_THE_PAGE <= row.both | row.impersonated, "run `make findings`"
        assert str(row) in page
    assert not recorded
