"""When the words that claim much are licensed, in the truth of a trial: the spans of time in which each may be said."""

import math
from collections.abc import Callable

from harness.core.words import Outcome
from harness.facts.case import Case
from harness.facts.remarked import Remarked
from harness.facts.spans import Span, union
from harness.microcopy.reader import read
from harness.microcopy.reading import Kind
from harness.microcopy.remarks import SOON_S
from harness.speech.guards import ALMOST, LICENSES

ALWAYS: list[Span] = [(-math.inf, math.inf)]
NEVER: list[Span] = []


def licensed(held: Remarked, case: Case) -> list[Span] | None:
    """The spans in which the promise may stand; None where no fact of the trial decides it."""
    return _LICENCES[held.remark.name](held, case)


def _all(held: Remarked, case: Case) -> list[Span] | None:
    """From an end at which nothing had failed, been skipped or was left; of one phase, from the end of that one."""
    if held.remark.counted:
        return None  # "all 200 items" is a number like any other
    phase = case.words.phase_named(held.run, held.remark.subject) if held.remark.subject else None
    done = case.tracks(held.run).when(f"state:{phase.id}", "done") if phase and not phase.last else []
    ended_ms = case.truth.ended_at(held.run)
    view = case.truth.view(held.run, int(ended_ms)) if ended_ms != math.inf else None
    whole = view is not None and view.outcome is Outcome.SUCCEEDED and not view.counts.skipped
    return union([*done, *([(ended_ms, math.inf)] if whole else [])])


def _complete(held: Remarked, case: Case) -> list[Span] | None:
    """From a success; or from a mixed end whose failures are told in the same breath."""
    if held.remark.counted:
        return None
    outcome, ended_ms = case.truth.outcome(held.run), case.truth.ended_at(held.run)
    told = any(reading.kind is Kind.COUNT and reading.word == "failed" for reading in read(held.text).readings)
    good = outcome is Outcome.SUCCEEDED or (outcome is Outcome.PARTIAL and told)
    return [(ended_ms, math.inf)] if good else NEVER


def _nothing_changed(held: Remarked, case: Case) -> list[Span] | None:
    """Once it was cancelled or has failed, and nothing was kept. Of a run that goes on nobody says so of its work."""
    ended_ms = case.truth.ended_at(held.run)
    if held.at_ms < ended_ms - case.beta_ms:
        return None
    view = case.truth.view(held.run, int(ended_ms))
    if view is None:
        return None
    kept = view.kept if view.kept is not None else view.counts.succeeded
    return NEVER if kept else ALWAYS


def _will_retry(held: Remarked, case: Case) -> list[Span] | None:
    """While a run that may try items again goes on, and while a later run of the job does."""
    runs = [key for key in case.truth.runs() if key.job == held.run.job]
    return union((case.truth.accepted_at(key), case.truth.ended_at(key)) for key in runs if _attempts(key, case) > 1)


def _attempts(key: object, case: Case) -> int:
    accepted = (event for event in case.truth.events if event.kind == "job.accepted" and event.key == key)
    return next((int(event.data.get("max_attempts", 1)) for event in accepted), 1)


def _safe_to_close(held: Remarked, case: Case) -> list[Span] | None:
    """Once it is accepted: every job of the simulator goes on without the page."""
    return [(case.truth.accepted_at(held.run), math.inf)]


def _soon(held: Remarked, case: Case) -> list[Span] | None:
    """From ten seconds before the end, or the start, of which it is said; from nine tenths of the work on."""
    at_ms = case.truth.started_at(held.run) if held.remark.beginning else case.truth.ended_at(held.run)
    near: list[Span] = [(at_ms - 1_000 * SOON_S, math.inf)] if at_ms != math.inf else []
    return near if held.remark.beginning else union([*near, *_almost(held, case)])


def _almost(held: Remarked, case: Case) -> list[Span]:
    accepted_ms = int(case.truth.accepted_at(held.run))
    for view in case.truth.views(held.run, accepted_ms, case.end_ms):
        total = view.counts.total
        if total and view.counts.processed >= ALMOST * total:
            return [(case.truth.events[view.version - 1].at_ms, math.inf)]
    return []


_LICENCES: dict[str, Callable[[Remarked, Case], list[Span] | None]] = {
    "all": _all,
    "complete": _complete,
    "nothing changed": _nothing_changed,
    "will retry": _will_retry,
    "safe to close": _safe_to_close,
    "soon": _soon,
}
PROMISES = tuple(LICENSES)
