"""The right cause, and no other: a failure says why, by the kind of trouble that it was."""

from harness.core import causes
from harness.core.verdicts import Severity
from harness.core.words import Outcome
from harness.facts.case import Case
from harness.facts.finding import Breach
from harness.laws.base import foreign, law
from harness.laws.shapes.resp import Due
from harness.laws.shapes.text import Told, breach, ends_told, told_at
from harness.speech.blame import fits, may_tell, names
from harness.speech.judged import Judged, carries, contradicts, omits, unverifiable


def failures(case: Case) -> list[Due]:
    """Applies to: each ending of a run of which items failed, in each view that tells it and is more than a row of a
    list.
    """
    return [due for due in ends_told(case) if has_failed(due, case) and not _in_brief(due, case)]


def has_failed(due: Due, case: Case) -> bool:
    """Whether anything failed in the run."""
    view = case.truth.view(due.run, int(due.due_ms))
    return view is not None and view.outcome in (Outcome.PARTIAL, Outcome.FAILED) and view.counts.failed > 0


def _in_brief(due: Due, case: Case) -> bool:
    return case.screen.showing(due.tab, due.due_ms, due.run).brief


@law(
    id="cause-true",
    title="The right cause, and no other",
    failure_title="A failure is told with a wrong cause, or with none",
    requires="Every view of a failure conveys the class of its cause (user data, permission, system, upstream) in "
    "words that differ between classes, names no other cause, and calls it unknown only when it is.",
    why="People mend what they are told is broken: with a wrong cause they mend the wrong thing, with none they guess.",
    instead="“3 items failed because of a missing ID”: each cause that the server gave, in words of its own, with "
    "how many it struck.",
    severity=Severity.BLOCKER,
    source="article A56 to A60; Atlassian, error messages",
    targets=failures,
    unseen=foreign,
)
def cause_true(due: Due, case: Case) -> Breach | None:
    """Expects: at the deadline each cause is named, by its words or its class, and no other is."""
    told = told_at(due, case)
    if told is None:
        return None
    truth = "; ".join(cause_of(name, told) for name in told.so.causes)
    return breach(due, case, told.shown(answer(told)), silence="did not say why items failed", truth=truth)


def answer(told: Told) -> Judged:
    """The slot of the cause, over all that the view says."""
    context = [line for line in told.lines if told.speaks_of_failure(line)]
    stated = [phrase for line in context for phrase in told.phrases(line) if phrase.causes and not phrase.order]
    if other := next((phrase for phrase in stated if not fits(phrase.causes, told.so)), None):
        return contradicts("cause", other.line)
    named = {name for phrase in told.said.phrases for name in phrase.causes}
    if all(any(names(held, wanted) for held in named) for wanted in told.so.causes):
        return carries("cause")
    strange = (phrase for line in context for phrase in told.phrases(line) if may_tell(phrase))
    unread = next((phrase.line for phrase in strange), None)
    return unverifiable("cause", unread) if unread else omits("cause")


def cause_of(name: str, told: Told) -> str:
    """``3 items failed: missing ID (user data)``."""
    count, noun = told.so.causes[name], told.so.noun or "item"
    return f"{count} {noun if count == 1 else noun + 's'} failed: {_cause_words(name)}"


def _cause_words(name: str) -> str:
    cls = causes.class_of(name).replace("-", " ")
    title = causes.cause(name).title if name in causes.BY_ID else ""
    return f"{title[:1].lower()}{title[1:]} ({cls})" if title else cls
