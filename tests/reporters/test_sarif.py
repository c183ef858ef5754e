"""SARIF: it fits the published schema; a finding is known again, placed, and told with what the gate makes of it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.core.verdicts import Severity
from harness.reporters.sarif import KEY, sarif
from harness.reporters.session import Session
from tests.reporters.graded import ACCEPTED, ALL_THREE, NEW, WARNED, session, trial
from tests.reporters.sample import result_of
from tests.schemas import complaints, sarif_schema

OWN = "scenarios/own/seller publish.yaml"


def run_of(whole: Session) -> dict[str, Any]:
    (run,) = json.loads(sarif(whole))["runs"]
    assert isinstance(run, dict)
    return run


def placed(whole: Session) -> tuple[dict[str, Any], int]:
    place = run_of(whole)["results"][0]["locations"][0]["physicalLocation"]
    return place["artifactLocation"], place["region"]["startLine"]


@pytest.mark.parametrize(
    "whole",
    [
        session(ALL_THREE),
        session(ALL_THREE, scenario_file=OWN, baseline=""),
        session(
            replace(result_of(stuck=False), error="it \x00 broke \ud800"), exit_code=3, broken_off="the disk is full"
        ),
        session(),
    ],
)
def test_it_fits_the_published_schema(tmp_path: Path, whole: Session) -> None:
    file = tmp_path / "results.sarif"
    file.write_text(sarif(whole), encoding="utf-8")
    assert complaints(file, "--schemafile", sarif_schema()) == ""


def test_the_schema_would_refuse_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "results.sarif"
    file.write_text(sarif(session(ALL_THREE)).replace('"ruleId"', '"rule"'), encoding="utf-8")
    assert "'reconnect-catches-up' is not of type 'object'" in complaints(file, "--schemafile", sarif_schema())


def test_a_rule_a_law_with_what_it_is_for() -> None:
    rules = {rule["id"]: rule for rule in run_of(session(ALL_THREE))["tool"]["driver"]["rules"]}
    assert rules["count-true"]["shortDescription"]["text"] == "Every number on the page is true"
    assert "`meanwhile laws count-true` says more" in rules["count-true"]["help"]["text"]
    assert rules["count-true"]["defaultConfiguration"] == {"level": "error", "enabled": True}
    assert rules["no-premature-terminal"]["defaultConfiguration"] == {"level": "note", "enabled": True}
    assert rules["reload-restores"]["defaultConfiguration"]["enabled"] is False
    assert rules["reload-restores"]["properties"] == {
        "severity": "blocker",
        "gate": "off",
        "reason": "nobody reloads",
    }


def test_a_finding_is_known_again_by_our_fingerprint_and_by_nothing_else() -> None:
    results = run_of(session(ALL_THREE))["results"]
    assert [one["partialFingerprints"] for one in results] == [{KEY: one.fingerprint} for one in ALL_THREE.findings]
    rules = [rule["id"] for rule in run_of(session(ALL_THREE))["tool"]["driver"]["rules"]]
    assert [rules[one["ruleIndex"]] for one in results] == [one["ruleId"] for one in results]


def test_what_the_gate_makes_of_it() -> None:
    new, accepted, warned = run_of(session(ALL_THREE))["results"]
    assert [one["level"] for one in (new, accepted, warned)] == ["error", "error", "note"]
    assert [one.get("baselineState") for one in (new, accepted, warned)] == ["new", "unchanged", "new"]
    assert "suppressions" not in new
    told = {"kind": "external", "status": "accepted", "justification": "until 2027-01-31: SHOP-12"}
    assert accepted["suppressions"] == [told]
    assert warned["message"]["text"].endswith("(warned: is being rebuilt)")
    assert "baselineState" not in run_of(session(ALL_THREE, baseline=""))["results"][0]


def test_what_costs_little_is_a_warning() -> None:
    (result,) = run_of(session(trial(replace(NEW, severity=Severity.MINOR))))["results"]
    assert result["level"] == "warning"


def test_it_stands_at_the_step_that_came_before_it_in_the_scenario_file() -> None:
    assert placed(session(trial(NEW), scenario_file=OWN)) == ({"uri": "scenarios/own/seller%20publish.yaml"}, 22)


def test_where_the_scenario_ships_with_us_it_stands_in_the_target_file() -> None:
    whole = session(trial(NEW), scenario_file="/usr/lib/meanwhile/scenarios/sellers/seller-publish.yaml")
    target = replace(whole.started.target, file="web/target.yaml")
    mine = replace(whole, started=replace(whole.started, target=target))
    assert placed(mine) == ({"uri": "web/target.yaml"}, 1)
    shipped = {"uri": "scenarios/sellers/seller-publish.yaml", "uriBaseId": "MEANWHILE"}
    assert placed(whole) == (shipped, 1)
    assert placed(session(trial(NEW), scenario_file="../elsewhere/x.yaml"))[0]["uriBaseId"] == "MEANWHILE"


def test_the_picture_is_attached() -> None:
    new, accepted, _ = run_of(session(ALL_THREE))["results"]
    assert new["attachments"][0]["artifactLocation"] == {"uri": "report/pictures/a%20b.jpeg"}
    assert "attachments" not in accepted


def test_the_call_is_told_with_what_else_a_person_should_know() -> None:
    (call,) = run_of(session(ALL_THREE))["invocations"]
    assert (call["exitCode"], call["executionSuccessful"]) == (1, True)
    told = [one["message"]["text"] for one in call["toolExecutionNotifications"]]
    assert "not judged: reload-restores is off: nobody reloads" in told
    assert any(one.startswith("gone: count-true in seller-publish") for one in told)
    broken = session(replace(ALL_THREE, error="it broke"), exit_code=3, broken_off="the disk is full")
    (call,) = run_of(broken)["invocations"]
    assert (call["exitCode"], call["executionSuccessful"]) == (3, False)
    errors = [one["message"]["text"] for one in call["toolExecutionNotifications"] if one["level"] == "error"]
    assert errors == [f"{ALL_THREE.id}: it broke", "the disk is full"]


def test_a_session_that_could_not_judge_all_did_not_succeed() -> None:
    misfit = session(replace(ALL_THREE, error="target.yaml:8: mend it", exit=2), exit_code=2)
    assert run_of(misfit)["invocations"][0]["executionSuccessful"] is False


def test_pages_are_told_apart() -> None:
    assert run_of(session(ALL_THREE))["automationDetails"]["id"] == "meanwhile/reference/"
    assert {ACCEPTED.law, WARNED.law} < {one["ruleId"] for one in run_of(session(ALL_THREE))["results"]}
