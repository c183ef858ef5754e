"""JUnit XML as GitHub, GitLab and Jenkins read it: a suite a trial, a case a law, failures as sentences."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from harness.core.verdicts import Level, Status, Verdict
from harness.reporters.session import Session
from harness.reporters.words import VERDICT_WORDS, absent_lines, listed, printable, remark_lines, status_words
from harness.trace.about import LawInfo
from harness.trace.result import NOT_JUDGED, Finding, LawVerdict, TrialResult

TRIAL = "trial"
SKIPPED = (Verdict.NOT_EXERCISED, Verdict.NOT_OBSERVABLE, Verdict.CANT_TELL)
_COUNTS = {"failures": "testcase/failure", "errors": "testcase/error", "skipped": "testcase/skipped"}


def junit(session: Session) -> str:
    """The whole file."""
    root = Element("testsuites", name="meanwhile")
    for number, result in enumerate(session.results):
        root.append(_suite(session, result, number))
    if session.finished.broken_off:
        root.append(_broken_off(session, len(session.results)))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    root.set("time", _seconds(session.finished.totals.wall_ms))
    indent(root)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{tostring(root, encoding='unicode')}\n"


def _suite(session: Session, result: TrialResult, number: int) -> Element:
    name = _name(result)
    suite = _new_suite(session, name, number, result.wall_ms)
    _properties(suite, session, result)
    if result.error is not None and not result.verdicts:
        message = f"cannot be judged: {result.error}" if result.exit == NOT_JUDGED else result.error
        error = SubElement(_case(suite, session, name, TRIAL), "error", type=TRIAL, message=printable(message))
        error.text = f"see it again: {result.replay}"
    answers = {verdict.law: verdict for verdict in result.verdicts}
    for law in session.started.laws:
        if law.level is Level.OFF:
            _skip(_case(suite, session, name, law.id), f"off: {law.reason}")
        elif law.id in answers:
            _answer(_case(suite, session, name, law.id), law, answers[law.id], result, session)
    SubElement(suite, "system-out").text = "\n".join(map(printable, _told(session, number)))
    SubElement(suite, "system-err")
    return _counted(suite)


def _told(session: Session, number: int) -> Iterator[str]:
    """What is said of the whole session, in its first suite."""
    if number == 0:
        yield from remark_lines(session.started)
        yield from absent_lines(session.finished.totals)


def _broken_off(session: Session, number: int) -> Element:
    suite = _new_suite(session, "session", number, 0)
    SubElement(suite, "properties")
    message = printable(session.finished.broken_off)
    SubElement(_case(suite, session, "session", "session"), "error", type="broken-off", message=message)
    SubElement(suite, "system-out")
    SubElement(suite, "system-err")
    return _counted(suite)


def _new_suite(session: Session, name: str, number: int, wall_ms: int) -> Element:
    return Element(
        "testsuite",
        name=name,
        package=session.page,
        id=str(number),
        timestamp=session.started.started.removesuffix("Z"),
        hostname="localhost",
        time=_seconds(wall_ms),
    )


def _counted(suite: Element) -> Element:
    for name, path in {"tests": "testcase", **_COUNTS}.items():
        suite.set(name, str(len(suite.findall(path))))
    return suite


def _properties(suite: Element, session: Session, result: TrialResult) -> None:
    properties = SubElement(suite, "properties")
    held = [
        ("scenario", session.scenario(result.scenario).title),
        ("seed", str(result.seed)),
        ("replay", result.replay),
    ]
    shown = [(f"picture of {finding.law}", session.picture(finding, result)) for finding in result.findings]
    held += [(name, picture) for name, picture in shown if picture is not None]
    for name, value in dict(held).items():
        SubElement(properties, "property", name=name, value=printable(value))


def _case(suite: Element, session: Session, trial: str, name: str) -> Element:
    return SubElement(suite, "testcase", name=name, classname=f"{session.page}.{trial}", time="0")


def _answer(case: Element, law: LawInfo, answer: LawVerdict, result: TrialResult, session: Session) -> None:
    reported = [finding for finding in result.findings if finding.law == law.id]
    new = [finding for finding in reported if finding.status is Status.NEW]
    unmet = [f"{law.id} is what this scenario exists for, and it did not pass"] if law.id in result.unmet else []
    if answer.verdict is Verdict.ERROR:
        SubElement(case, "error", type=law.id, message=printable(answer.why or "the law broke"))
    elif new or unmet:
        message = printable(" ".join([*(finding.sentence for finding in new), *unmet]))
        failure = SubElement(case, "failure", type=law.id, message=message)
        failure.text = "\n\n".join([law.failure_title, *(_finding(one, result, session) for one in reported), *unmet])
    elif reported:
        _skip(case, listed(dict.fromkeys(f"{status_words(finding)}. {finding.sentence}" for finding in reported)))
    elif answer.under is not None:
        _skip(case, f"the same fault is told by {answer.under}")
    elif answer.verdict in SKIPPED:
        _skip(case, f"{VERDICT_WORDS[answer.verdict]}: {answer.why}")


def _finding(finding: Finding, result: TrialResult, session: Session) -> str:
    picture = session.picture(finding, result)
    lines = [
        finding.sentence,
        status_words(finding),
        f"why it matters: {finding.why}",
        f"see it again: {result.replay}",
        f"picture: {picture}" if picture else "",
    ]
    return "\n".join(printable(line) for line in lines if line)


def _skip(case: Element, reason: str) -> None:
    SubElement(case, "skipped", type="meanwhile", message=printable(reason))


def _name(result: TrialResult) -> str:
    apart = [f"seed {result.seed}", *([f"repeat {result.repeat}"] if result.repeat > 1 else [])]
    return f"{result.scenario} ({', '.join(apart)})"


def _seconds(wall_ms: int) -> str:
    return f"{wall_ms / 1000:.3f}"
