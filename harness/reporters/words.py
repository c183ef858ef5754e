"""The sentences that reporters share."""

from collections import Counter
from collections.abc import Iterable

from harness.core.durations import spoken
from harness.core.verdicts import Verdict
from harness.trace.events import SessionStarted, Totals
from harness.trace.result import LawVerdict, TrialResult

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


def session_words(event: SessionStarted) -> str:
    """What is about to be run, as one sentence."""
    target = f'"{event.target.title}"' + (f" with the defect {event.defect}" if event.defect else "")
    return (
        f"meanwhile {event.version}: {number_of(event.trials, 'trial')} "
        f"of {number_of(len(event.scenarios), 'scenario')} on {target}, judged by {number_of(len(event.laws), 'law')}"
    )


def trial_name(scenario: str, seed: int, repeat: int, defect: str | None) -> str:
    """A trial by what sets it apart: ``seller-publish (seed 7, defect ignores-snapshot)``."""
    parts = [f"seed {seed}", *([f"repeat {repeat}"] if repeat > 1 else []), *([f"defect {defect}"] if defect else [])]
    return f"{scenario} ({', '.join(parts)})"


def trial_words(result: TrialResult) -> str:
    """How a trial went: its answer, how the laws answered, and how long it took."""
    took = f"{spoken(result.virtual_ms)} of the page's time in {spoken(result.wall_ms)}"
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
    """``passed``, ``2 findings``, ``error``, or that a law which the scenario exists for was not put to the test."""
    if result.error is not None:
        return "error"
    if result.unmet and not result.findings:
        return f"not passed: {number_of(len(result.unmet), 'law')} not put to the test"
    return number_of(len(result.findings), "finding") if result.findings else "passed"


def tally_words(verdicts: Iterable[LawVerdict]) -> str:
    """``3 laws passed, 1 not exercised``: the laws' answers by kind, in the order of Verdict."""
    counts = Counter(verdict.verdict for verdict in verdicts)
    parts = [f"{counts[kind]} {words}" for kind, words in VERDICT_WORDS.items() if counts[kind]]
    return f"laws: {', '.join(parts)}" if parts else "no law answered"


def totals_words(totals: Totals) -> str:
    """The session's last sentence."""
    errors = f", {number_of(totals.errors, 'error')} of the harness itself" if totals.errors else ""
    time = f"{spoken(totals.virtual_ms)} of the page's time judged in {spoken(totals.wall_ms)}"
    return f"{number_of(totals.findings, 'finding')} in {number_of(totals.trials, 'trial')}{errors}; {time}"
