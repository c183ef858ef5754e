"""A page of Markdown for a job summary: new findings first, with the paths of their pictures."""

import re
from collections.abc import Iterator, Sequence

from harness.core.verdicts import Status
from harness.reporters.session import Session
from harness.reporters.words import (
    absent_lines,
    listed,
    never_judged,
    number_of,
    printable,
    remark_lines,
    session_words,
    status_words,
    totals_words,
)
from harness.trace.result import NOT_JUDGED, Finding, TrialResult

MOST = 50
_MARKS = re.compile(r"[\\`*_\[\]<>&#|~@$]|:(?=\S)|(?<=www)\.")
_HEADS = {
    0: "Meanwhile: passed",
    1: "Meanwhile: new findings",
    2: "Meanwhile: not all could be judged",
    3: "Meanwhile: trouble of its own",
}

Told = tuple[Finding, TrialResult]


def summary(session: Session) -> str:
    """The whole page."""
    return "\n".join(_lines(session)) + "\n"


def escaped(text: str) -> str:
    """Text that stays what it is in Markdown, whatever a page said: no link, no mention, no markup, one line."""
    return _MARKS.sub(lambda mark: f"\\{mark[0]}", printable(text))


def _lines(session: Session) -> Iterator[str]:
    code = session.finished.exit_code
    yield f"## {_HEADS.get(code, _HEADS[3])}"
    yield ""
    yield f"{escaped(session_words(session.started))}. {escaped(totals_words(session.finished.totals))}."
    yield from _trouble(session)
    yield from _findings("New", session, Status.NEW)
    yield from _unmet(session)
    yield from _findings("Accepted by the baseline", session, Status.ACCEPTED)
    yield from _findings("Only warned of", session, Status.WARNED)
    yield from _listing("In the baseline, and not found", absent_lines(session.finished.totals))
    yield from _listing("To know", remark_lines(session.started))
    never = never_judged(session.finished.totals, len(session.started.scenarios))
    yield from _listing("Judged nothing in any trial", [listed(never)] if never else [])
    yield ""
    yield f"The report: {_code((session.folder / 'index.html').as_posix())}"


def _trouble(session: Session) -> Iterator[str]:
    misfits = [f"{one.id}: {one.error}" for one in session.results if one.exit == NOT_JUDGED]
    errors = [f"{one.id}: {one.error}" for one in session.results if one.error and one.exit != NOT_JUDGED]
    yield from _listing("Cannot be judged: a file does not fit the page", misfits)
    broken = [f"broken off: {session.finished.broken_off}"] if session.finished.broken_off else []
    yield from _listing("Trouble of Meanwhile itself, which says nothing about the page", [*broken, *errors])


def _findings(head: str, session: Session, status: Status) -> Iterator[str]:
    held = [(finding, result) for finding, result in session.findings if finding.status is status]
    if not held:
        return
    yield from ("", f"### {head} ({len(held)})", "")
    for told in held[:MOST]:
        yield from _finding(told, session)
    yield from _left_out(held)


def _finding(told: Told, session: Session) -> Iterator[str]:
    finding, result = told
    status, picture = status_words(finding), session.picture(finding, result)
    told_as = f"{finding.law}, {finding.severity}, {result.scenario}"
    yield f"- **{escaped(session.law(finding.law).failure_title)}** ({told_as})  "
    yield f"  {escaped(finding.sentence)}"
    if status:
        yield f"  - {escaped(status)}"
    if picture:
        yield f"  - picture: {_code(picture)}"
    yield f"  - see it again: {_code(result.replay)}"


def _left_out(held: Sequence[Told]) -> Iterator[str]:
    if len(held) > MOST:
        yield f"- and {number_of(len(held) - MOST, 'more finding')}, which the report shows"


def _unmet(session: Session) -> Iterator[str]:
    unmet = [f"{law} in {result.scenario}" for result in session.results for law in result.unmet]
    yield from _listing("Scenarios that exist for a law which did not pass", unmet)


def _listing(head: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"### {head}", "", *(f"- {escaped(line)}" for line in lines))


def _code(text: str) -> str:
    """Text as code: backticks in it cannot end it."""
    line = printable(text)
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    space = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{space}{line}{space}{fence}"
