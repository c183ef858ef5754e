"""No machine talk: nothing that the service writes for its log, no empty place of a template and no words of the
engine reach a person.
"""

from dataclasses import dataclass
from typing import Any

from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.case import Case
from harness.facts.finding import Breach
from harness.facts.leaks import Leak, leaks
from harness.laws.base import law
from harness.microcopy.remarks import ENGINE, PLACEHOLDER

_TRUTH = {
    PLACEHOLDER: "the text has a place for a value that was not filled",
    ENGINE: "it is what JavaScript says to whoever mends the page",
}
"""kind of machine talk -> what is so"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Looked:
    """What a tab showed while it told of a run: one leak, or none at all."""

    run: RunKey
    tab: int
    leak: Leak | None = None


def looks(case: Case) -> list[Looked]:
    """Applies to: every string planted for the log, unfilled place and word of the engine that a tab shows; each tab
    that tells of a run and shows none.
    """
    found = [Looked(run=key, tab=leak.tab, leak=leak) for leak in _all(case) if (key := _run(leak, case)) is not None]
    told = {(claim.run, claim.tab) for claim in case.screen.claims()}
    clean = told - {(one.run, one.tab) for one in found}
    return [*found, *(Looked(run=run, tab=tab) for run, tab in sorted(clean))]


def _all(case: Case) -> list[Leak]:
    talk = [
        Leak(tab=held.tab, at_ms=held.at_ms, until_ms=held.until_ms, text=held.text, what=name, surface=held.surface)
        for name in _TRUTH
        for held in case.screen.remarks(name)
    ]
    return [*leaks(case.trial), *talk]


def _run(leak: Leak, case: Case) -> RunKey | None:
    """The run that is spoken of: the newest, before there is any the next."""
    later: Any = case.words.next_after(leak.at_ms)
    return case.words.newest(leak.at_ms) or (later[1] if later else None)


@law(
    id="no-internals",
    title="No machine talk",
    failure_title="The page shows what is meant for a log",
    requires="Nothing on the page, in its title or in an announcement is a string that the service planted in a field "
    "not meant for people (detail, instance, trace id, exception, internal state), an unfilled place of a "
    "template, or what JavaScript's engine says of an error.",
    why="People can do nothing with it, take it for worse than it is, and it may tell what should stay inside.",
    instead="Only fields that are meant for people are shown; a status that the page does not know is told in "
    "general words, and the details go to the log.",
    severity=Severity.MAJOR,
    source="article A29, A60; RFC 9457, 3.1.4 and 5",
    targets=looks,
)
def no_internals(looked: Looked, case: Case) -> Breach | None:
    """Expects: no leak."""
    leak = looked.leak
    if leak is None:
        return None
    truth = _TRUTH.get(leak.what, f"it is for the log alone ({leak.what})")
    return Breach(
        run=looked.run, tab=looked.tab, at_ms=leak.at_ms, until_ms=leak.until_ms, said=leak.text, truth=truth,
        slot=leak.what, surface=leak.surface,
    )  # fmt: skip
