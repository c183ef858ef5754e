"""The items of a job's newest run, with the cause of each that failed or was skipped."""

from typing import Any

from harness.core.words import ItemState, RunKey
from harness.facts.truth import Truth
from harness.facts.views import ItemView
from harness.wire import body, problems
from harness.wire.base import Backend, Response, WireRequest
from harness.wire.canaries import diagnostics
from harness.wire.later import events_after, next_of_job_ms


def show(request: WireRequest, backend: Backend, job: str) -> Response:
    """The items, or those in the state that ``?state=`` names."""
    truth, at_ms = backend.truth, request.at_ms
    view = truth.job(job, at_ms)
    if view is None:
        return problems.refuse(problems.UNKNOWN_JOB, valid_until_ms=next_of_job_ms(truth, job, at_ms))
    state = request.query.get("state")
    if state is not None and state not in set(ItemState):
        return problems.refuse(problems.BAD_REQUEST, extensions={"states": [word.value for word in ItemState]})
    items = _chosen(truth, view.key, at_ms, state)
    shown = [_item(item) for item in items]
    document = {"items": shown, "total": len(items), "diagnostics": diagnostics("items")}
    return Response(
        status=200,
        headers=body.headers(),
        body=body.dump(document),
        valid_until_ms=_changed_ms(truth, view.key, at_ms, state, items),
    )


def _chosen(truth: Truth, key: RunKey, at_ms: int, state: str | None) -> tuple[ItemView, ...]:
    items = truth.items(key, at_ms)
    return items if state is None else tuple(item for item in items if item.state == state)


def _changed_ms(truth: Truth, key: RunKey, at_ms: int, state: str | None, shown: tuple[ItemView, ...]) -> int | None:
    """When the answer is another one: an event that leaves these items alone does not end it."""
    checked_ms = at_ms
    for event in events_after(truth, at_ms):
        if event.job != key.job or event.at_ms == checked_ms:
            continue
        checked_ms = event.at_ms
        newest = truth.job(key.job, event.at_ms)
        if newest is None or newest.key != key or _chosen(truth, key, event.at_ms, state) != shown:
            return event.at_ms
    return None


def _item(item: ItemView) -> dict[str, Any]:
    return {
        "id": item.id,
        "name": item.name,
        "state": item.state.value,
        "attempt": item.attempt,
        "cause": problems.cause_document(item.cause) if item.cause else None,
    }
