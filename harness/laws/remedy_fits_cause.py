"""A remedy that can work: each failure says what can be done about it, and nothing that cannot help."""

from collections.abc import Iterator

from harness.core import causes
from harness.core.verdicts import Severity
from harness.facts.case import Case
from harness.facts.finding import Breach
from harness.facts.showing import Line
from harness.laws.base import foreign, law
from harness.laws.cause_true import cause_of, failures
from harness.laws.shapes.resp import Due
from harness.laws.shapes.text import Told, breach, told_at
from harness.microcopy.remedies import Remedy
from harness.speech.blame import is_helped, names
from harness.speech.judged import Judged, carries, contradicts, omits, unverifiable

Offer = tuple[Remedy, str]
"""a remedy, and the words that offer it"""
NEAR = 3
"""How far up a part of the page may be that holds a cause and its remedy."""


@law(
    id="remedy-fits-cause",
    title="A remedy that can work",
    failure_title="A failure offers no remedy, or one that cannot help",
    requires="Each failure offers a remedy that is valid for its class: the field and its fix (user data), whom to ask "
    "or where to sign in (permission), trying again or when (system, upstream); and never a mere retry where that "
    "cannot help.",
    why="A failure without a way out is a dead end; a wrong one sends people round in circles.",
    instead="A missing ID: “Add it and retry these 3 items.” No permission: whom to ask. A slow third party: when "
    "it is tried again.",
    severity=Severity.BLOCKER,
    source="article A63, A120; WCAG 3.3.3; AIP-194",
    targets=failures,
    unseen=foreign,
)
def remedy_fits_cause(due: Due, case: Case) -> Breach | None:
    """Expects: for each cause something that can help stands beside it, or else on the view, in words or to press."""
    told = told_at(due, case)
    if told is None:
        return None
    wrong = next((held for name in told.so.causes if (held := answer(name, told)).is_wrong), None)
    judged = wrong or next(answer(name, told) for name in told.so.causes)
    surface = "control" if judged.text in told.showing.controls else "text"
    return breach(
        due, case, told.shown(judged), silence="offered nothing that can help", truth=_truth(told), surface=surface
    )


def _truth(told: Told) -> str:
    """``3 items failed: missing ID (user data), which trying again cannot mend``."""
    return "; ".join(_cause(name, told) for name in told.so.causes)


def _cause(name: str, told: Told) -> str:
    again = "" if "retry" in causes.mended_by(name) else ", which trying again cannot mend"
    return f"{cause_of(name, told)}{again}"


def answer(name: str, told: Told) -> Judged:
    """The slot of the remedy against one cause."""
    beside = [held for line in told.lines if _is_about(line, name, told) for held in _near(line, told)]
    offers = beside or _anywhere(told)
    if is_helped(name, [remedy for remedy, _ in offers], told.so):
        return carries("remedy")
    if offers:
        return contradicts("remedy", offers[0][1])
    context = (line for line in told.lines if told.speaks_of_failure(line))
    strange = (phrase.line for line in context for phrase in told.phrases(line) if not phrase.understood)
    unread = next(strange, None)
    return unverifiable("remedy", unread) if unread else omits("remedy")


def _anywhere(told: Told) -> list[Offer]:
    """What the whole view tells a person to do, and what can be pressed on it."""
    said = [(remedy, phrase.line) for phrase in told.said.phrases for remedy in phrase.remedies]
    return [*said, *((held, name) for name in told.showing.controls for held in told.pressed(name))]


def _is_about(line: Line, name: str, told: Told) -> bool:
    """Whether the line tells that very cause."""
    named = (held for phrase in told.phrases(line) if not phrase.order for held in phrase.causes)
    return told.speaks_of_failure(line) and any(names(held, name) for held in named)


def _near(line: Line, told: Told) -> Iterator[Offer]:
    """What the line itself, or the smallest part around it, tells a person to do."""
    for held in (line, *told.showing.beside(line, NEAR)):
        for phrase in told.phrases(held):
            yield from ((remedy, phrase.line) for remedy in phrase.remedies)
