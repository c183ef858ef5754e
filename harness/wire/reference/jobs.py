"""Jobs: start one, list them, look at one."""

import json
from dataclasses import dataclass, replace
from typing import Any

from harness.model.kinds import KINDS
from harness.scenario.world import JobKind
from harness.wire import body, problems
from harness.wire.base import Backend, Response, WireRequest
from harness.wire.canaries import diagnostics
from harness.wire.later import last_seq, next_ms, next_of_job_ms
from harness.wire.reference import idempotency, uploads
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
        body=body.dump(job_document(view, backend)),
        valid_until_ms=valid_until_ms,
    )


def all_jobs(backend: Backend, at_ms: int) -> dict[str, Any]:
    """The document of the whole list at one moment."""
    documents = [job_document(view, backend) for view in backend.truth.at(at_ms)]
    last = str(last_seq(backend.truth, at_ms))
    return {"jobs": documents, "last_event": last, "diagnostics": diagnostics("jobs")}


def _accept(request: WireRequest, backend: Backend) -> Response:
    no = refused(request, backend)
    if no is not None:
        return no
    order = _order(request.body)
    if order is None:
        return problems.refuse(problems.BAD_REQUEST, extensions={"kinds": [kind.value for kind in KINDS]})
    if order.upload is not None and (no := uploads.unfit(order.upload, backend)) is not None:
        return no
    job = _start(order, backend, request.at_ms + backend.world.accept_ms)
    response = accepted(job, request, backend)
    if "respond-async" in request.headers.get("prefer", ""):
        return replace(response, headers={**response.headers, "preference-applied": "respond-async"})
    return response


def accepted(job: str, request: WireRequest, backend: Backend) -> Response:
    """202 with the job as it is once the request is accepted, which takes the world's accept latency."""
    accept_ms = backend.world.accept_ms
    view = backend.truth.job(job, request.at_ms + accept_ms)
    if view is None:
        raise LookupError(f"the truth holds no job {job!r} {accept_ms} ms after {request}, though it was told of it")
    lifetime_s = str(idempotency.LIFETIME_MS // 1000)
    return Response(
        status=202,
        headers={
            **body.headers(location=job_path(job), retry_after="2", etag=f'"{view.version}"'),
            idempotency.LIFETIME_HEADER: lifetime_s,
        },
        body=body.dump(job_document(view, backend)),
        delay_ms=accept_ms,
    )


def _start(order: "_Order", backend: Backend, at_ms: int) -> str:
    if order.upload is None:
        return backend.submit(kind=order.kind, items=order.items, at_ms=at_ms)
    rows, failed = uploads.held(order.upload, backend)
    return backend.submit(kind=order.kind, items=rows, at_ms=at_ms, failed=failed)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Order:
    """What the body asks for. Of an import the ``upload`` says how many items there are."""

    kind: str
    items: int | None
    upload: str | None


def _order(text: str | None) -> _Order | None:
    """The order in the body; None if it cannot be read."""
    try:
        told = json.loads(text or "")
    except ValueError:
        return None
    if not isinstance(told, dict) or told.get("kind") not in {kind.value for kind in KINDS}:
        return None
    items, upload = told.get("items"), told.get("upload")
    if items is not None and (type(items) is not int or not 1 <= items <= MOST_ITEMS):
        return None
    if upload is not None and (type(upload) is not str or told["kind"] != JobKind.IMPORT):
        return None
    return _Order(kind=told["kind"], items=items, upload=upload)
