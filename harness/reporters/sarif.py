"""SARIF 2.1.0, for code scanning: a rule a law, a result a finding, known again by our fingerprint."""

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from harness.core.verdicts import Level, Severity, Status
from harness.reporters.session import Session
from harness.reporters.words import absent_lines, printable, remark_lines, status_words
from harness.trace.about import LawInfo
from harness.trace.fingerprint import VERSION
from harness.trace.result import NOT_JUDGED, TROUBLE, Finding, TrialResult

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
KEY = f"meanwhile/v{VERSION}"
LEVELS = {Severity.BLOCKER: "error", Severity.MAJOR: "error", Severity.MINOR: "warning"}
SHIPPED = "MEANWHILE"


def sarif(session: Session) -> str:
    """The whole file."""
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(session)]}, indent=2) + "\n"


def _run(session: Session) -> dict[str, Any]:
    started = session.started
    driver = {"name": "Meanwhile", "version": started.version, "rules": [_rule(law) for law in started.laws]}
    return {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"meanwhile/{session.page}/"},
        "originalUriBaseIds": {SHIPPED: {"description": {"text": "what ships with Meanwhile"}}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(session)],
        "results": [_result(finding, result, session) for finding, result in session.findings],
    }


def _rule(law: LawInfo) -> dict[str, Any]:
    told = f"{law.failure_title}. {law.why}"
    off = {"reason": law.reason} if law.reason else {}
    return {
        "id": law.id,
        "shortDescription": {"text": law.title},
        "fullDescription": {"text": told},
        "help": {"text": f"{told} Source: {law.source}. `meanwhile laws {law.id}` says more."},
        "defaultConfiguration": {"level": _level(law), "enabled": law.level is not Level.OFF},
        "properties": {"severity": law.severity.value, "gate": law.level.value, **off},
    }


def _level(law: LawInfo) -> str:
    return LEVELS[law.severity] if law.level is not Level.WARN else "note"


def _result(finding: Finding, result: TrialResult, session: Session) -> dict[str, Any]:
    laws = [law.id for law in session.started.laws]
    told = [finding.sentence, f"{finding.why} See it again: {result.replay}"]
    status = status_words(finding)
    return {
        "ruleId": finding.law,
        "ruleIndex": laws.index(finding.law),
        "level": "note" if finding.status is Status.WARNED else LEVELS[finding.severity],
        "message": {"text": printable(" ".join([*told, *([f"({status})"] if status else [])]))},
        "locations": [_location(finding, result, session)],
        "partialFingerprints": {KEY: finding.fingerprint},
        "properties": {"status": finding.status.value, "scenario": result.scenario, "trial": result.id},
        **_known(finding, session),
        **_attachments(finding, result, session),
    }


def _known(finding: Finding, session: Session) -> dict[str, Any]:
    if finding.status is not Status.ACCEPTED:
        return {"baselineState": "new"} if session.started.baseline else {}
    why = printable(finding.note)
    return {
        "baselineState": "unchanged",
        "suppressions": [{"kind": "external", "status": "accepted", "justification": why}],
    }


def _location(finding: Finding, result: TrialResult, session: Session) -> dict[str, Any]:
    """The step of the journey that came last before the finding; where that file ships with us, the target's."""
    scenario, target = session.scenario(result.scenario), session.started.target
    lines = [step.line for step in scenario.steps if step.at_ms <= finding.at_ms]
    place, line = (scenario.file, max(lines, default=1)) if _is_own(scenario.file) else (target.file, 1)
    artifact = {"uri": quote(place)} if _is_own(place) else {"uri": quote(_below(scenario.file)), "uriBaseId": SHIPPED}
    where = {"artifactLocation": artifact, "region": {"startLine": line}}
    return {"physicalLocation": where, "logicalLocations": [{"name": result.scenario, "kind": "scenario"}]}


def _is_own(file: str) -> bool:
    """Whether the file lies below the folder that the command was called in."""
    return bool(file) and not PurePath(file).is_absolute() and ".." not in PurePath(file).parts


def _below(file: str) -> str:
    """The last parts of a path: family and name."""
    return "/".join(PurePath(file).parts[-3:]) or "unknown"


def _attachments(finding: Finding, result: TrialResult, session: Session) -> dict[str, Any]:
    picture = session.picture(finding, result)
    if picture is None:
        return {}
    shown = {"description": {"text": "the page at that moment"}, "artifactLocation": {"uri": quote(picture)}}
    return {"attachments": [shown]}


def _invocation(session: Session) -> dict[str, Any]:
    started, finished = session.started, session.finished
    errors = [f"{result.id}: {result.error}" for result in session.results if result.error]
    broken = [finished.broken_off] if finished.broken_off else []
    notes = [*remark_lines(started), *absent_lines(finished.totals)]
    return {
        "commandLine": printable(started.command),
        "startTimeUtc": started.started,
        "exitCode": finished.exit_code,
        "executionSuccessful": finished.exit_code not in (NOT_JUDGED, TROUBLE),
        "toolExecutionNotifications": [
            *(_notification(text, "error") for text in [*errors, *broken]),
            *(_notification(text, "note") for text in notes),
        ],
    }


def _notification(text: str, level: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": printable(text)}}
