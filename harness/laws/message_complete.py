"""A message carries what it owes: whatever happens to a job is told with all that a person needs to know of it."""

from harness.core.verdicts import Severity
from harness.facts.case import Case
from harness.facts.finding import Breach
from harness.laws.base import CannotTell, foreign, law
from harness.speech.acts import Act, Said
from harness.speech.duties import Duty, duties
from harness.speech.judged import Judged

Slot = tuple[Duty, Judged]

_WHAT = {
    "job": "which job it is",
    "reason": "why it waits",
    "activity": "what is being done",
    "quantity": "how far it is",
    "attempt": "which attempt it is",
    "next": "when it is tried again",
    "done": "how much had been done",
    "kept": "what was kept",
    "undone": "what was taken back",
    "succeeded": "how many succeeded",
    "failed": "how many failed",
    "skipped": "how many were skipped",
    "count": "how many items it concerns",
    "cause": "why items failed",
    "remedy": "what can be done about it",
    "as_of": "of when the numbers are",
}
_HAPPENED = {
    Act.STARTED: "that it was taken on",
    Act.WAITING: "that it waits",
    Act.WORKING: "that it is worked on",
    Act.STALLED: "that it gets no further",
    Act.RETRYING: "that it tries again",
    Act.CANCELLING: "that it is being cancelled",
    Act.CANCELLED: "that it was cancelled",
    Act.SUCCEEDED: "that it succeeded",
    Act.MIXED: "that a part failed",
    Act.FAILED: "that it failed",
    Act.OFFLINE: "that no news arrives",
    Act.BACK: "that news arrives again",
}


def owed(case: Case) -> list[Slot]:
    """Applies to: each slot of each message that is owed, on each tab in front that tells of the run in more than a row
    of a list. What the back end never tells is not owed.
    """
    return [(duty, slot) for duty in duties(case) for slot in duty.slots or ()]


def _unseen(case: Case) -> str | None:
    hidden = "no tab in front tells of a job in more than rows of a list"
    return foreign(case) or (hidden if duties(case) else None)


@law(
    id="message-complete",
    title="A message carries what it owes",
    failure_title="A message leaves out, or says otherwise, what it is there to tell",
    requires="By its deadline + β each thing that happens to a job is told with its slots, each as in the truth: a "
    "start names the job; a wait over 10 s, or no progress for a minute, its reason; work over 10 s what is done and "
    "how far it is; a retry the attempt and, where it is far off, the time of the next; a success the task, how many "
    "and how many were skipped; a mixed end its counts; a failure cause, remedy and count; a cancellation what was "
    "done, kept and undone; a silence of the network over 10 s since when.",
    why="A message that leaves out the one fact that matters makes people ask, guess or try again.",
    instead="One sentence an event, with its facts in it: “Waiting for a free worker, 2 jobs ahead of this one.” "
    "“3 items failed because of a missing ID. Give each item a unique ID, then try again.”",
    severity=Severity.MAJOR,
    source="article A35, A42, A56, A115 to A117",
    targets=owed,
    unseen=_unseen,
)
def message_complete(slot: Slot, case: Case) -> Breach | None:
    """Expects: at the deadline the slot is said, and as it was at some moment of the last β."""
    duty, told = slot
    if told.said is Said.UNVERIFIABLE:
        raise CannotTell(f'could not read "{told.text}"')
    if not told.is_wrong:
        return None
    at_ms = duty.due_ms
    what = _HAPPENED[duty.owed.act] if told.name == "state" else _WHAT[told.name]
    return Breach(
        run=duty.owed.run, tab=duty.tab, at_ms=at_ms, until_ms=at_ms, said=told.text or None,
        silence=f"did not say {what}", truth=case.truth.describe(duty.owed.run, at_ms),
        slot=f"{duty.owed.act.value}-{told.name}",
    )  # fmt: skip
