"""What the person asked the server for that it took: starts, and what they had done to a job that was there."""

from harness.core.words import RunKey
from harness.facts.case import Case
from harness.facts.deeds import Deed, deeds
from harness.facts.submits import Submit, submits
from harness.trace.records import Command

RUNS_AGAIN = ("retry-failed", "rerun")
NAMES = {"retry-failed": "retry", "rerun": "re-run", "cancel": "cancellation", "continue": "wish to go on"}


def begun(case: Case) -> list[Submit]:
    """Each press that was to begin a run: starts, retries and re-runs."""
    return [*submits(case), *_done(case, RUNS_AGAIN)]


def asked(case: Case) -> list[Submit]:
    """Those, cancellations, and the wish that a paused run goes on; ``run`` is then the one that they are about."""
    return [*begun(case), *_done(case, ("cancel", "continue"))]


def name_of(submit: Submit) -> str:
    """What a sentence calls it."""
    return NAMES.get(submit.step.do, "start")


def _done(case: Case, does: tuple[str, ...]) -> list[Submit]:
    wanted = (deed for do in does for deed in deeds(case, do))
    return [_submit(deed, command, case) for deed in wanted if (command := deed.taken) is not None]


def _submit(deed: Deed, command: Command, case: Case) -> Submit:
    """The requests are those to where the server was told: a page may send it again until it has an answer."""
    path = next(request.path for request in deed.requests if request.id == command.request)
    requests = tuple(request for request in deed.requests if request.path == path)
    answers = [held.answered_ms for held in requests if held.answered_ms is not None and (held.status or 0) < 400]
    run = RunKey(command.job, command.run or 0)
    again = command.do in RUNS_AGAIN
    return Submit(
        step=deed.step,
        tab=deed.step.tab,
        sent_ms=requests[0].sent_ms,
        answered_ms=min(answers, default=None),
        run=run,
        accepted_ms=int(case.truth.accepted_at(run)) if again else command.at_ms,
        requests=requests,
    )
