"""The starts that the person asked for: each press with the requests that it made and the run that came of it."""

import math
import re
from dataclasses import dataclass

from harness.core.words import RunKey
from harness.facts.case import Case
from harness.trace.records import Request, Step

PRESSES = frozenset(("submit", "double-click"))
ATTEMPT_MS = 60_000
"""A run that was accepted later than this after a press did not come of it, unless its own request says so."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Submit:
    """One press that asks for something, a start most of all. ``run`` is None if nothing came of it; ``answered_ms`` is
    the first answer.
    """

    step: Step
    tab: int
    sent_ms: int
    answered_ms: int | None
    run: RunKey | None
    accepted_ms: int
    requests: tuple[Request, ...]

    @property
    def unanswered(self) -> tuple[Request, ...]:
        """The requests of this press that never got an answer."""
        return tuple(request for request in self.requests if request.answered_ms is None)


def starts(case: Case) -> list[Request]:
    """The requests that can start a job: the page's POSTs, but for where it has something else done to one."""
    others = {command.request for command in case.commands if command.do != "submit"}
    paths = {request.path for request in case.requests if request.id in others}
    return [request for request in case.requests if request.method == "POST" and request.path not in paths]


def presses(case: Case) -> list[Step]:
    """The steps in which the person pressed the start control."""
    return [step for step in case.steps if step.do in PRESSES]


def accepted_by_person(case: Case, job: str | None) -> list[RunKey]:
    """The first runs of the jobs that came of presses for this job: ``publish``, ``publish-2`` ..."""
    pattern = re.compile(rf"{re.escape(job)}(-\d+)?" if job else r".*")
    return [
        event.key
        for event in case.truth.events
        if event.kind == "job.accepted"
        and event.run == 1
        and event.data.get("by") == "person"
        and pattern.fullmatch(event.job)
    ]


def submits(case: Case) -> list[Submit]:
    """Every press, in order."""
    steps = presses(case)
    ends = [step.at_ms for step in steps[1:]] + [math.inf]
    return [_submit(step, until, case) for step, until in zip(steps, ends, strict=False)]


def _submit(step: Step, until_ms: float, case: Case) -> Submit:
    held = tuple(
        request for request in starts(case) if request.tab == step.tab and step.at_ms <= request.sent_ms < until_ms
    )
    answers = [
        request.answered_ms for request in held if request.answered_ms is not None and (request.status or 0) < 400
    ]
    runs = [
        key
        for key in accepted_by_person(case, step.job)
        if step.at_ms <= case.truth.accepted_at(key) < min(until_ms, step.at_ms + ATTEMPT_MS)
    ]
    run = runs[0] if runs else None
    return Submit(
        step=step,
        tab=step.tab,
        sent_ms=held[0].sent_ms if held else step.at_ms,
        answered_ms=min(answers) if answers else None,
        run=run,
        accepted_ms=int(case.truth.accepted_at(run)) if run else step.at_ms,
        requests=held,
    )
