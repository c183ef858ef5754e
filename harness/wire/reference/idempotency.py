"""The Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header-06), all five behaviours.

Missing: 400. First: processed. Again while the first is still being accepted: 409. Again with another payload: 422.
Again after completion: the first answer, word for word, for as long as the published lifetime says. A refusal that does
not pass by itself is such an answer; after one that does (429, 503), or a request that cannot be read, the key is free.
"""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from harness.wire import problems
from harness.wire.base import Backend, Response, WireRequest

LIFETIME_MS = 24 * 60 * 60 * 1000
LIFETIME_HEADER = "idempotency-key-lifetime"
SHELF = "idempotency-keys"
LASTING = frozenset((403, 409, 422))


def once(request: WireRequest, backend: Backend, process: Callable[[], Response]) -> Response:
    """Process the request unless its key says that this was done; remember the answer."""
    key = _key(request)
    if not key:
        return problems.refuse(problems.KEY_MISSING, extensions={"lifetime_s": LIFETIME_MS // 1000})
    kept = _kept(backend, key, request.at_ms)
    if kept is not None:
        return _again(request, kept)
    response = process()
    if response.status < 400 or response.status in LASTING:
        _keep(backend, key, request, response)
    return response


def _key(request: WireRequest) -> str:
    """The key; the draft writes it as a quoted string, and clients in the field leave the quotes away."""
    return request.headers.get("idempotency-key", "").strip().strip('"')


def _kept(backend: Backend, key: str, at_ms: int) -> dict[str, Any] | None:
    kept: dict[str, Any] | None = backend.memory.get(SHELF, {}).get(key)
    if kept is None or at_ms >= kept["answered_ms"] + LIFETIME_MS:
        return None
    return kept


def _again(request: WireRequest, kept: dict[str, Any]) -> Response:
    if kept["payload"] != _payload(request):
        return problems.refuse(problems.KEY_REUSED)
    if request.at_ms < kept["answered_ms"]:
        return problems.refuse(problems.KEY_IN_USE, retry_after="1")
    return Response(status=kept["status"], headers=dict(kept["headers"]), body=kept["body"])


def _keep(backend: Backend, key: str, request: WireRequest, response: Response) -> None:
    shelf = backend.memory.setdefault(SHELF, {})
    shelf[key] = {
        "payload": _payload(request),
        "answered_ms": request.at_ms + response.delay_ms,
        "status": response.status,
        "headers": response.headers,
        "body": response.body,
    }


def _payload(request: WireRequest) -> str:
    """What makes two requests the same: method, route and body, however the body's keys are ordered or spaced."""
    try:
        text = json.dumps(json.loads(request.body or "null"), sort_keys=True)
    except ValueError:
        text = request.body or ""
    return hashlib.sha256(f"{request.method} {request.route} {text}".encode()).hexdigest()
