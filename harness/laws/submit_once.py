"""One intent, one job: pressing twice, or again because no answer came, starts one job."""

from dataclasses import dataclass

from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.case import Case
from harness.facts.finding import Breach
from harness.facts.submits import accepted_by_person, presses, starts
from harness.laws.base import law
from harness.laws.shapes.once import intents, second
from harness.trace.records import Step

TOGETHER_MS = 2_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Intent:
    """What the person wanted once: the presses that belong together, and the jobs that came of them."""

    steps: tuple[Step, ...]
    jobs: tuple[RunKey, ...]


def starts_wanted(case: Case) -> list[Intent]:
    """Applies to: presses within 2 s of one another, presses again after a lost answer or after Back,
    repeated requests.
    """
    groups = intents(presses(case), lambda before, step: before.job == step.job and _again(before, step, case))
    ends = [group[0].at_ms for group in groups[1:]] + [case.end_ms + 1]
    made = [_intent(group, until, case) for group, until in zip(groups, ends, strict=False)]
    return [intent for intent, until in zip(made, ends, strict=False) if intent.jobs and _repeated(intent, until, case)]


def _again(before: Step, step: Step, case: Case) -> bool:
    """Whether the later press is the same intent: at once, after Back, or because the first had no answer."""
    if step.at_ms - before.at_ms <= TOGETHER_MS:
        return True
    if any(held.do == "back" and before.at_ms < held.at_ms <= step.at_ms for held in case.steps):
        return True
    sent = [request for request in starts(case) if before.at_ms <= request.sent_ms < step.at_ms]
    return bool(sent) and all(request.answered_ms is None or request.answered_ms > step.at_ms for request in sent)


def _intent(group: tuple[Step, ...], until_ms: int, case: Case) -> Intent:
    jobs = [
        key
        for key in accepted_by_person(case, group[0].job)
        if group[0].at_ms <= case.truth.accepted_at(key) < until_ms
    ]
    return Intent(steps=group, jobs=tuple(jobs))


def _repeated(intent: Intent, until_ms: int, case: Case) -> bool:
    first = intent.steps[0]
    sent = [request for request in starts(case) if first.at_ms <= request.sent_ms < until_ms]
    return len(intent.steps) > 1 or first.do == "double-click" or len(sent) > 1


@law(
    id="submit-once",
    title="One intent, one job",
    failure_title="One intent started more than one job",
    requires="2 to 5 presses within 2 s, a press again after a lost answer, and Back and a press again "
    "each start exactly one job.",
    why="A second job does the work twice: it charges, publishes or overwrites what the first has done.",
    instead="A key is made when the form is filled in and sent with each attempt (Idempotency-Key), so that the "
    "server knows one intent from two.",
    severity=Severity.BLOCKER,
    source="article A16; GOV.UK button; Idempotency-Key draft",
    targets=starts_wanted,
)
def submit_once(intent: Intent, case: Case) -> Breach | None:
    """Expects: of all presses of one intent came one job."""
    more = second(intent.jobs)
    if more is None:
        return None
    at_ms = int(case.truth.accepted_at(more))
    presses_word = "press" if len(intent.steps) == 1 else "presses"
    return Breach(
        run=intent.jobs[0],
        tab=intent.steps[0].tab,
        at_ms=at_ms,
        until_ms=at_ms,
        said=None,
        silence=f"sent the start again ({len(intent.steps)} {presses_word})",
        truth=f"there were {len(intent.jobs)} jobs: {', '.join(key.job for key in intent.jobs)}",
        slot="start",
    )
