"""Retry only what failed: one action tries the failed items again, and nothing that had succeeded is done twice."""

import re
from dataclasses import dataclass

from harness.core.causes import BY_ID
from harness.core.verdicts import Severity
from harness.core.words import ItemState, RunKey
from harness.facts.case import Case
from harness.facts.deeds import Deed, deeds
from harness.facts.finding import Breach
from harness.facts.views import ItemView
from harness.laws.base import law
from harness.laws.shapes.once import second
from harness.trace.records import Request

FEW = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Retry:
    """One opportunity: the person had the failed items of ``before`` tried again, and these runs came of it."""

    deed: Deed
    before: RunKey
    runs: tuple[RunKey, ...]


def retries(case: Case) -> list[Retry]:
    """Applies to: each press by which the person had the failed items of an ended run tried again, and of which a run
    came.
    """
    made = [_retry(deed, case) for deed in deeds(case, "retry-failed")]
    return [retry for retry in made if retry is not None and retry.runs]


def _retry(deed: Deed, case: Case) -> Retry | None:
    before = case.words.newest(deed.meant_ms, deed.step.job)
    if before is None:
        return None
    told = [command for command in deed.commands if command.refused is None and command.run is not None]
    runs = dict.fromkeys(RunKey(command.job, command.run) for command in told if command.run is not None)
    return Retry(deed=deed, before=before, runs=tuple(run for run in runs if run != before))


def _unseen(case: Case) -> str | None:
    """Nobody can press what is not there; nor is it a fault of this law."""
    tried = [deed for deed in deeds(case, "retry-failed") if not deed.presses]
    return "the page offers no control that tries the failed items again" if tried else None


@law(
    id="retry-failed-only",
    title="Retrying touches what failed, and nothing else",
    failure_title="The person retried what failed and the page had other items done again",
    requires="Where failed items can be retried, one action retries exactly those, once; no item that had succeeded is "
    "processed a second time, nor named in what the page asks for.",
    why="What is done twice is published, charged or sent twice.",
    instead="“Retry 3 failed items”: a press that names the run, not a list made on the page, so that the server "
    "retries just those.",
    severity=Severity.BLOCKER,
    source="article A82, A83; GitHub Actions, re-run failed jobs",
    targets=retries,
    unseen=_unseen,
)
def retry_failed_only(retry: Retry, case: Case) -> Breach | None:
    """Expects: one run came of it, over failed items alone, and at its end over all of them that a retry can mend."""
    more = second(retry.runs)
    if more is not None:
        at_ms = int(case.truth.accepted_at(more))
        return _breach(retry, at_ms, "had the failed items retried twice", f"there were {len(retry.runs)} runs of it")
    done = _succeeded(retry.before, case)
    asked = next((item for request in retry.deed.requests for item in done if _names(request, item)), None)
    if asked is not None:
        return _breach(
            retry, retry.deed.meant_ms, "asked for an item again that had succeeded", _named([asked], "had succeeded")
        )
    (run,) = retry.runs
    again = [item for item in done if item.id in _touched(run, case)]
    if again or _has_too_many(run, retry.before, case):
        return _breach(retry, _first_ms(run, again, case), "did more than retry what failed", _more(run, again, case))
    left = _left_out(run, retry.before, case)
    if left:
        at_ms = int(case.truth.ended_at(run))
        return _breach(retry, at_ms, "did not retry all that failed", _named(left, "had failed and could be retried"))
    return None


def _succeeded(before: RunKey, case: Case) -> list[ItemView]:
    """The items that have succeeded in some run of the job by then, and whose last end was no other."""
    last: dict[str, ItemView] = {}
    for number in range(1, before.run + 1):
        for item in case.truth.items(RunKey(before.job, number), case.end_ms):
            if item.state in (ItemState.SUCCEEDED, ItemState.FAILED, ItemState.SKIPPED, ItemState.WAITING):
                last[item.id] = item
    return [item for item in last.values() if item.state is ItemState.SUCCEEDED]


def _failed(before: RunKey, case: Case) -> list[ItemView]:
    return [item for item in case.truth.items(before, case.end_ms) if item.state is ItemState.FAILED]


def _touched(run: RunKey, case: Case) -> frozenset[str]:
    """The items that the run has come to."""
    return frozenset(item.id for item in case.truth.items(run, case.end_ms))


def _has_too_many(run: RunKey, before: RunKey, case: Case) -> bool:
    """Whether the run is of more items than had failed, before it has come to any."""
    view = case.truth.view(run, case.end_ms)
    return view is not None and (view.counts.total or 0) > len(_failed(before, case))


def _left_out(run: RunKey, before: RunKey, case: Case) -> list[ItemView]:
    """Items with a cause that a retry may mend, and that the run, which has ended of itself, has not come to."""
    view = case.truth.view(run, case.end_ms)
    if view is None or view.ended_ms is None or view.outcome == "cancelled":
        return []
    touched = _touched(run, case)
    return [item for item in _failed(before, case) if item.id not in touched and _is_retryable(item)]


def _is_retryable(item: ItemView) -> bool:
    return item.cause is not None and item.cause in BY_ID and BY_ID[item.cause].retryable


def _names(request: Request, item: ItemView) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(item.id)}(?![\w-])", f"{request.path} {request.body or ''}") is not None


def _first_ms(run: RunKey, again: list[ItemView], case: Case) -> int:
    ids = {item.id for item in again}
    moments = (event.at_ms for event in case.truth.events if event.key == run and event.data.get("item") in ids)
    return min(moments, default=int(case.truth.accepted_at(run)))


def _more(run: RunKey, again: list[ItemView], case: Case) -> str:
    view = case.truth.view(run, case.end_ms)
    total = view.counts.total if view is not None else None
    return _named(again, "had succeeded") if again else f"it was a run of {total} items, more than had failed"


def _named(items: list[ItemView], what: str) -> str:
    names = ", ".join(f'"{item.name}"' for item in items[:FEW])
    more = f" and {len(items) - FEW} more" if len(items) > FEW else ""
    return f"{len(items)} of these {what}: {names}{more}"


def _breach(retry: Retry, at_ms: int, silence: str, truth: str) -> Breach:
    return Breach(
        run=retry.before, tab=retry.deed.step.tab, at_ms=at_ms, until_ms=at_ms, said=None, silence=silence, truth=truth,
        slot="retry-failed",
    )  # fmt: skip
