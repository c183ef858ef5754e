"""A press is felt at once: the page shows that it took it, whatever the network does."""

from dataclasses import dataclass

from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.case import Case
from harness.facts.finding import Breach
from harness.facts.reactions import Reactions
from harness.laws.base import CannotTell, NotObservable, law
from harness.trace.records import Press

WITHIN_MS = 100
FAIL_ABOVE_MS = 150
"""Between the two nobody can say whether it was felt as one with the press (laws.md: fail above 150 ms)."""
CHOOSES = "choose-file"
LOOKED_FOR_MS = 10_000
"""How long a late reaction is looked for, to say when it came."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pressed:
    """One press, from when on the page owes a sign of it, and when it first showed anything new."""

    press: Press
    owed_ms: int
    shown_ms: int | None


def presses(case: Case) -> list[Pressed]:
    """Applies to: each press of a control in a tab in front, but for one while the page still shows the first."""
    found = []
    for press in case.presses:
        reactions = Reactions(case.trial, press.tab)
        if press.part == "again" or not _is_fair(press, case) or _is_busy(press, reactions, case):
            continue
        shown_ms = reactions.first_after(press, press.at_ms + LOOKED_FOR_MS)
        found.append(Pressed(press=press, owed_ms=_owed(press, case), shown_ms=shown_ms))
    return found


def _owed(press: Press, case: Case) -> int:
    """The press on a file's control is answered by the system's own dialog: the page answers the file."""
    chosen = (step.done_ms for step in case.steps if step.n == press.step and step.do == CHOOSES)
    return max([press.at_ms, *chosen])


def _is_fair(press: Press, case: Case) -> bool:
    return case.ends_after(press.at_ms + FAIL_ABOVE_MS) and case.screen.visibility.is_seen(press.tab, press.at_ms)


def _is_busy(press: Press, reactions: Reactions, case: Case) -> bool:
    """Whether the control says already that an earlier press is on its way."""
    control = reactions.control(press)
    if control is None:
        return False
    earlier = [
        held for held in case.presses if (held.tab, held.node) == (press.tab, press.node) and held.at_ms < press.at_ms
    ]
    waiting = any(
        request.tab == press.tab
        and request.method != "GET"
        and earlier
        and earlier[-1].at_ms <= request.sent_ms < press.at_ms
        and (request.answered_ms is None or request.answered_ms > press.at_ms)
        for request in case.requests
    )
    return control.get("enabled") is False or (waiting and control != reactions.control(earlier[-1]))


@law(
    id="ack-instant",
    title="A press is felt at once",
    failure_title="The page showed nothing right after a press",
    requires="At most 100 ms after start, cancel, retry or skip is pressed, the control or its part of the page "
    "visibly changes, or the press shows elsewhere on it, whatever the network does.",
    why="People who see nothing happen press again, or take the page for broken.",
    instead="The pressed control itself answers in the same frame: it reads “Publishing…” and keeps its place, "
    "before anything is sent.",
    severity=Severity.MAJOR,
    source="article A15; Nielsen, 0.1 s; Polaris, loading",
    targets=presses,
)
def ack_instant(pressed: Pressed, case: Case) -> Breach | None:
    """Expects: something new on the page within a tenth of a second."""
    press, shown_ms = pressed.press, pressed.shown_ms
    if press.node is None:
        raise NotObservable("what was pressed is no part of the recorded screen")
    after_ms = None if shown_ms is None else shown_ms - pressed.owed_ms
    if after_ms is not None and after_ms <= WITHIN_MS:
        return None
    if after_ms is not None and after_ms <= FAIL_ABOVE_MS + case.clock_error_ms:
        raise CannotTell(f'"{press.name}" was answered after {after_ms} ms, between {WITHIN_MS} and {FAIL_ABOVE_MS}')
    at_ms = pressed.owed_ms + FAIL_ABOVE_MS
    return Breach(
        run=RunKey(_job(press, case), 1),
        tab=press.tab,
        at_ms=at_ms,
        until_ms=at_ms if shown_ms is None else shown_ms,
        said=None,
        silence=f'showed no sign that "{press.name}" had been pressed',
        truth="nothing changed for ten seconds"
        if after_ms is None
        else f"the first change came {after_ms} ms after it",
        slot=f"press:{press.role}",
    )


def _job(press: Press, case: Case) -> str:
    return next((step.job for step in case.steps if step.n == press.step and step.job), press.name)
