"""Jobs: start one, list them, look at one."""

import json
from dataclasses import replace
from typing import Any

from harness.model.kinds import KINDS
from harness.wire import body, problems
from harness.wire.base import Backend, Response, WireRequest
from harness.wire.canaries import diagnostics
from harness.wire.later import last_seq, next_ms, next_of_job_ms
from harness.wire.reference import idempotency
from harness.wire.reference.presentation import job_document, job_path
from harness.wire.reference.refusals import refused

MOST_ITEMS = 100_000


def submit(request: WireRequest, backend: Backend) -> Response:
    """Start a job: 202 once it is accepted, which takes the world's accept latency, or a refusal at once."""
    return idempotency.once(request, backend, lambda: _accept(request, backend))


def show_all(request: WireRequest, backend: Backend) -> Response:
    """The newest run of every job, in the order of their acceptance."""
    document = all_jobs(backend, request.at_ms)
    return Response(
        status=200,
        headers=body.headers(),
        body=body.dump(document),
        valid_until_ms=next_ms(backend.truth, request.at_ms),
    )


def show(request: WireRequest, backend: Backend, job: str) -> Response:
    """The newest run of one job."""
    valid_until_ms = next_of_job_ms(backend.truth, job, request.at_ms)
    view = backend.truth.job(job, request.at_ms)
    if view is None:
        return problems.refuse(problems.UNKNOWN_JOB, valid_until_ms=valid_until_ms)
    return Response(
        status=200,
        headers=body.headers(etag=f'"{view.version}"'),
        body=body.dump(job_document(view, backend.truth)),
        valid_until_ms=valid_until_ms,
    )


def all_jobs(backend: Backend, at_ms: int) -> dict[str, Any]:
    """The document of the whole list at one moment."""
    documents = [job_document(view, backend.truth) for view in backend.truth.at(at_ms)]
    last = str(last_seq(backend.truth, at_ms))
    return {"jobs": documents, "last_event": last, "diagnostics": diagnostics("jobs")}


def _accept(request: WireRequest, backend: Backend) -> Response:
    no = refused(request, backend)
    if no is not None:
        return no
    order = _order(request.body)
    if order is None:
        return problems.refuse(problems.BAD_REQUEST, extensions={"kinds": [kind.value for kind in KINDS]})
    kind, items = order
    accept_ms = backend.world.accept_ms
    job = backend.submit(kind=kind, items=items, at_ms=request.at_ms + accept_ms)
    response = _accepted(job, backend, request.at_ms + accept_ms)
    if "respond-async" in request.headers.get("prefer", ""):
        response = replace(response, headers={**response.headers, "preference-applied": "respond-async"})
    return replace(response, delay_ms=accept_ms)


def _accepted(job: str, backend: Backend, at_ms: int) -> Response:
    view = backend.truth.job(job, at_ms)
    if view is None:
        raise LookupError(f"the truth holds no job {job!r} at {at_ms} ms, though it was just submitted for then")
    lifetime_s = str(idempotency.LIFETIME_MS // 1000)
    return Response(
        status=202,
        headers={
            **body.headers(location=job_path(job), retry_after="2", etag=f'"{view.version}"'),
            idempotency.LIFETIME_HEADER: lifetime_s,
        },
        body=body.dump(job_document(view, backend.truth)),
    )


def _order(text: str | None) -> tuple[str, int | None] | None:
    """Kind and number of items that the body asks for; None if it cannot be read."""
    try:
        order = json.loads(text or "")
    except ValueError:
        return None
    if not isinstance(order, dict) or order.get("kind") not in {kind.value for kind in KINDS}:
        return None
    items = order.get("items")
    if items is not None and (type(items) is not int or not 1 <= items <= MOST_ITEMS):
        return None
    return order["kind"], items
