"""The job appears: what the person started, or had run again, is on the page soon after it was accepted, with a word
for its state.
"""

from dataclasses import dataclass

from harness.core.verdicts import Severity
from harness.facts.asked import RUNS_AGAIN, begun
from harness.facts.case import Case
from harness.facts.finding import Breach
from harness.facts.submits import Submit
from harness.laws.base import doubt_words, law
from harness.laws.shapes.resp import Due, doubt_silence, is_fair
from harness.microcopy.reading import Kind

WITHIN_MS = 1_000
SENDING_AFTER_MS = 10_000
APPEARS = frozenset((Kind.STATE, Kind.ENDED, Kind.COUNT, Kind.PERCENT, Kind.STEP, Kind.QUEUE))
WAITS = frozenset((Kind.SENDING, Kind.LOADING, Kind.CONNECTION, Kind.STATE))


@dataclass(frozen=True, kw_only=True, slots=True)
class Press:
    """One opportunity. ``sending``: no answer came for 10 s, and the page has to say that it is still sending. ``slot``
    is what was pressed.
    """

    due: Due
    sending: bool
    slot: str


def presses(case: Case) -> list[Press]:
    """Applies to: each start, retry and re-run that was accepted and answered, and each that had no answer for 10 s.

    A job that runs again before that is shown as its next run.
    """
    found = [press for submit in begun(case) for press in _of(submit, case) if is_fair(press.due, case)]
    return [press for press in found if press.due.due_ms < case.truth.again_at(press.due.run)]


def _of(submit: Submit, case: Case) -> list[Press]:
    answered_ms = submit.answered_ms
    waiting_ms = submit.sent_ms + SENDING_AFTER_MS
    slot = submit.step.do if submit.step.do in RUNS_AGAIN else "start"
    made = []
    if submit.run is not None and answered_ms is not None and answered_ms < waiting_ms:
        # a start that was lost on the way and sent again is known to the page only by its later answer
        from_ms = max(submit.accepted_ms, answered_ms) if submit.unanswered else submit.accepted_ms
        due_ms = case.deadline(from_ms + WITHIN_MS + case.beta_ms, submit.tab)
        due = Due(run=submit.run, tab=submit.tab, from_ms=submit.accepted_ms, due_ms=due_ms)
        made.append(Press(due=due, sending=False, slot=slot))
    if submit.run is not None and (answered_ms is None or answered_ms > waiting_ms):
        due = Due(run=submit.run, tab=submit.tab, from_ms=submit.sent_ms, due_ms=waiting_ms)
        made.append(Press(due=due, sending=True, slot=slot))
    return made


@law(
    id="job-acknowledged",
    title="The job appears",
    failure_title="The person started a job and the page did not show it",
    requires="At most 1 s + β after a start, retry or re-run is accepted the page shows that run of the job by name "
    "with a word for its state; with no answer 10 s after the press it says that it is still sending.",
    why="People who see nothing happen take it for broken, and press again.",
    instead="The job shows by its name, as “sending”, as soon as it is started, and as “waiting” or “running” "
    "once the server has taken it; after 10 s without an answer it says that it is still being sent.",
    severity=Severity.BLOCKER,
    source="article A14, A17; Nielsen, 1 s and 10 s",
    targets=presses,
)
def job_acknowledged(press: Press, case: Case) -> Breach | None:
    """Expects: at the deadline the run's state stands on the page, or that its request is still on its way."""
    due = press.due
    if press.sending:
        waits = [claim for claim in case.screen.claims(tab=due.tab) if claim.stands(due.due_ms) and claim.kind in WAITS]
        return None if waits or _shown(due, case) else _silence(press, case, "did not say that it was still sending")
    if _shown(due, case):
        return None
    doubt_silence(due, case)
    return _silence(press, case, "did not show the job" if press.slot == "start" else "did not show that it runs again")


def _shown(due: Due, case: Case) -> bool:
    return any(claim.kind in APPEARS for claim in case.telling(due.run, due.tab, due.due_ms))


def _silence(press: Press, case: Case, silence: str) -> Breach:
    doubt_words(case)
    due, at_ms = press.due, int(press.due.due_ms)
    truth = case.truth.describe(due.run, at_ms)
    return Breach(
        run=due.run, tab=due.tab, at_ms=at_ms, until_ms=at_ms, said=None, silence=silence, truth=truth, slot=press.slot
    )
