"""The sentences that reporters share."""

from collections import Counter
from collections.abc import Iterable

from harness.core.durations import spoken
from harness.core.verdicts import Level, Status, Verdict
from harness.trace.events import SessionFinished, SessionStarted, Totals
from harness.trace.result import NOT_JUDGED, Absent, Finding, LawVerdict, TrialResult

VERDICT_WORDS = {
    Verdict.PASSED: "passed",
    Verdict.FAILED: "failed",
    Verdict.NOT_EXERCISED: "not exercised",
    Verdict.NOT_OBSERVABLE: "not observable",
    Verdict.CANT_TELL: "can't tell",
    Verdict.ERROR: "error",
}

_STEPS = {
    "submit": "starts the job",
    "double-click": "double-clicks the button that starts the job",
    "cancel": "cancels the job",
    "retry-failed": "has the failed items tried again",
    "rerun": "runs the job again",
    "continue": "lets the job skip what failed and go on",
    "choose-file": "chooses a file",
    "reload": "reloads the page",
    "close-tab": "closes the tab",
    "open-tab": "opens the page again",
    "open-window": "opens the app in a window beside this one",
    "switch-to": "turns to another tab of the app",
    "background": "switches to another tab",
    "foreground": "comes back to the tab",
    "visit": "goes to another page of the app",
    "back": "goes back",
    "forward": "goes forward",
}

_FAULTS = {
    "offline": "the network is gone",
    "drop": "open connections close",
    "reset": "open connections break",
    "blackhole": "nothing arrives, though connections stay open",
    "refused": "new connections are refused",
    "slow": "the network is slow",
    "lost_response": "an answer is lost on its way back",
    "http": "the server answers with an error",
    "trickle": "what the server sends arrives in small pieces",
    "buffered": "event streams are held on the way, and let out in bursts",
    "replayed": "what event streams send arrives twice",
    "reordered": "what event streams send arrives in another order",
    "gap": "what event streams send never arrives",
    "server_restart": "the server starts again and closes event streams",
}

_FAULT_ENDS = {
    "offline": "the network is back",
    "drop": "connections can be made again",
    "reset": "connections can be made again",
    "blackhole": "what is sent arrives again",
    "refused": "new connections are taken again",
    "slow": "the network is as before",
    "http": "the server answers as usual again",
    "trickle": "what the server sends arrives whole again",
    "buffered": "event streams come as they are sent again",
    "replayed": "event streams come as they are sent again",
    "reordered": "event streams come as they are sent again",
    "gap": "event streams come as they are sent again",
}


def number_of(count: int, noun: str) -> str:
    """``1 trial``, ``2 trials``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def listed(parts: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    *head, last = list(parts) or [""]
    return f"{', '.join(head)} and {last}" if head else last


def printable(line: str) -> str:
    """What a page said may hold line ends, control characters and broken text; a line stays one line."""
    return "".join(mark if mark.isprintable() else " " for mark in line)


def step_words(do: str, note: str | None = None) -> str:
    """What the person does, as the end of a sentence that begins with `the person`."""
    words = _STEPS.get(do, do.replace("-", " "))
    return f"{words} ({note})" if note else words


def fault_words(kind: str) -> str:
    """What a fault means for the page."""
    return _FAULTS.get(kind, kind.replace("_", " "))


def fault_end_words(kind: str) -> str:
    """What the end of a fault means for the page."""
    return _FAULT_ENDS.get(kind, f"this is over: {fault_words(kind)}")


def session_words(event: SessionStarted) -> str:
    """What is about to be run, as one sentence."""
    target = f'"{event.target.title}"' + (f" with the defect {event.defect}" if event.defect else "")
    target += f" over {event.transport}" if event.transport else ""
    target += f" on the network {event.network}" if event.network else ""
    judging = sum(law.level is not Level.OFF for law in event.laws)
    return (
        f"meanwhile {event.version}: {number_of(event.trials, 'trial')} "
        f"of {number_of(len(event.scenarios), 'scenario')} on {target}, judged by {number_of(judging, 'law')}"
    )


def trace_lines(result: TrialResult) -> list[str]:
    """Where Playwright's trace is, where one was kept."""
    if result.traced is None:
        return []
    return [f"Playwright's trace, in the report's folder: {result.traced} (look at it with `playwright show-trace`)"]


def trial_name(scenario: str, seed: int, repeat: int, defect: str | None) -> str:
    """A trial by what sets it apart: ``seller-publish (seed 7, defect ignores-snapshot)``."""
    parts = [f"seed {seed}", *([f"repeat {repeat}"] if repeat > 1 else []), *([f"defect {defect}"] if defect else [])]
    return f"{scenario} ({', '.join(parts)})"


def trial_words(result: TrialResult) -> str:
    """How a trial went: its answer, how the laws answered, and how long it took."""
    took = f"{spoken(result.virtual_ms)} of the page's time in {spoken(result.wall_ms)}"
    if result.exit == NOT_JUDGED:
        return answer_words(result)
    parts = [answer_words(result), tally_words(result.verdicts), passed_words(result), took]
    return "; ".join(part for part in parts if part)


def passed_words(result: TrialResult) -> str:
    """What the page asked for that no wire claims: it came at once, so what it tells is not judged for its age."""
    if not result.passed_through:
        return ""
    such_as = "such as " if result.passed_through > len(result.passed_paths) else ""
    told = f"({such_as}{', '.join(result.passed_paths)})"
    return f"{number_of(result.passed_through, 'request')} outside the wire took no time {told}"


def answer_words(result: TrialResult) -> str:
    """``passed``, ``2 findings``, ``cannot be judged``, ``error``, or that a law which the scenario exists for was not
    put to the test.
    """
    if result.error is not None:
        return "cannot be judged" if result.exit == NOT_JUDGED else "error"
    if result.unmet and not result.findings:
        return f"not passed: {number_of(len(result.unmet), 'law')} not put to the test"
    return found_words(finding.status for finding in result.findings) if result.findings else "passed"


def tally_words(verdicts: Iterable[LawVerdict]) -> str:
    """``3 laws passed, 2 failed (1 told by another)``: the laws' answers by kind, in the order of Verdict."""
    held = list(verdicts)
    counts, under = Counter(verdict.verdict for verdict in held), sum(verdict.under is not None for verdict in held)
    parts = [count_words(kind, counts[kind], under) for kind in VERDICT_WORDS if counts[kind]]
    return f"laws: {', '.join(parts)}" if parts else "no law answered"


def count_words(kind: Verdict, count: int, under: int) -> str:
    """``2 failed (1 told by another)``; ``under`` are those failures whose findings another law tells."""
    told = f" ({under} told by another)" if kind is Verdict.FAILED and under else ""
    return f"{count} {VERDICT_WORDS[kind]}{told}"


def totals_words(totals: Totals) -> str:
    """The session's last sentence."""
    errors = f", {number_of(totals.not_judged, 'trial')} that cannot be judged" if totals.not_judged else ""
    errors += f", {number_of(totals.errors, 'trial')} that ended in trouble of our own" if totals.errors else ""
    time = f"{spoken(totals.virtual_ms)} of the page's time judged in {spoken(totals.wall_ms)}"
    new = totals.findings - totals.accepted - totals.warned
    found = [Status.NEW] * new + [Status.ACCEPTED] * totals.accepted + [Status.WARNED] * totals.warned
    return f"{found_words(found)} in {number_of(totals.trials, 'trial')}{errors}; {time}"


def found_words(statuses: Iterable[Status]) -> str:
    """``2 findings``, or where not all are new, ``3 findings (1 new, 2 accepted)``."""
    counts = Counter(statuses)
    found = number_of(counts.total(), "finding")
    if counts.total() == counts[Status.NEW]:
        return found
    return f"{found} ({', '.join(f'{counts[status]} {status.value}' for status in Status if counts[status])})"


def status_words(finding: Finding) -> str:
    """What the gate makes of a finding and why; nothing for one that is simply new."""
    if finding.status is Status.NEW:
        return f"new again: it {finding.note}" if finding.note else ""
    between = " " if finding.note.startswith("until ") else ": "
    return f"{finding.status.value}{between}{finding.note}"


def remark_lines(event: SessionStarted) -> list[str]:
    """What a person must know before the results: laws that do not judge or only warn, a part of a session, remarks."""
    off = [f"not judged: {law.id} is off: {law.reason}" for law in event.laws if law.level is Level.OFF]
    warn = [f"only warned of: {law.id}: {law.reason}" for law in event.laws if law.level is Level.WARN]
    part = f"part {event.shard} of the session; `meanwhile merge` gives the verdict over all parts"
    known = f"findings that {event.baseline} accepts do not fail"
    return [*off, *warn, *([part] if event.shard else []), *([known] if event.baseline else []), *event.remarks]


def absent_lines(totals: Totals) -> list[str]:
    """The findings that the baseline accepts and that did not come: those that are gone, and those nobody can tell."""
    gone = [f"gone: {_accepted(one)}; take it out of the baseline" for one in totals.absent if not one.why]
    unsure = [f"not seen, perhaps not gone: {_accepted(one)}; {one.why}" for one in totals.absent if one.why]
    return [*gone, *unsure]


def _accepted(one: Absent) -> str:
    says = f" ({one.says})" if one.says else ""
    return f'{one.law} in {one.scenario}, job "{one.job}", {one.claim}{says}'


def closing_lines(event: SessionFinished, scenarios: int) -> list[str]:
    """What is said at the end of so many scenarios besides the counts."""
    totals = event.totals
    if event.broken_off:
        return [f"broken off: {event.broken_off}"]
    never = never_judged(totals, scenarios)
    idle = [f"judged nothing in any trial: {', '.join(never)}"] if never else []
    return [*idle, *absent_lines(totals)]


def never_judged(totals: Totals, scenarios: int) -> tuple[str, ...]:
    """The laws that so many scenarios should have put to the test, and did not: one alone never does so with all, and
    where nothing was judged that is told already.
    """
    return totals.never_armed if scenarios > 1 and totals.verdicts else ()
