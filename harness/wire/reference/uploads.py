"""Files that a person sends before an import: what is in them is found at once, and kept until they are ordered."""

from collections import Counter
from email import message_from_string
from typing import Any

from harness.core.causes import cause as cause_of
from harness.wire import body, problems
from harness.wire.base import Backend, Response, WireRequest
from harness.wire.canaries import canary
from harness.wire.reference import idempotency
from harness.wire.reference.price_list import PriceList, Unreadable, read

SHELF = "uploads"
MOST_NAMED = 20
"""Of more rows than this that cannot be taken for one cause, only the first are named."""


def take(request: WireRequest, backend: Backend) -> Response:
    """Take a file, as it is or as the first file of a form: 201 with what is in it, 422 where it cannot be read."""
    return idempotency.once(request, backend, lambda: _take(request, backend))


def show(request: WireRequest, backend: Backend, upload: str) -> Response:
    """What is in a file that was taken before."""
    document = backend.memory.get(SHELF, {}).get(upload)
    if document is None or document["taken_ms"] > request.at_ms:
        return problems.refuse(problems.UNKNOWN_UPLOAD)
    return Response(status=200, headers=body.headers(), body=body.dump(document["told"]))


def unfit(upload: str, backend: Backend) -> Response | None:
    """Why nothing can be started with that file; None where it can."""
    kept = backend.memory.get(SHELF, {}).get(upload)
    if kept is None:
        return problems.refuse(problems.FILE_GONE)
    return problems.refuse(problems.FILE_EMPTY) if kept["told"]["rows"] == 0 else None


def held(upload: str, backend: Backend) -> tuple[int, dict[int, str]]:
    """How many rows a file has, and the causes of those that cannot be taken."""
    kept = backend.memory[SHELF][upload]
    return kept["told"]["rows"], kept["failed"]


def _take(request: WireRequest, backend: Backend) -> Response:
    name, text = _file(request)
    try:
        found = read(text)
    except Unreadable as error:
        return problems.refuse(problems.FILE_UNREADABLE, extensions={"errors": [_error(error)]})
    shelf = backend.memory.setdefault(SHELF, {})
    id = f"upload-{len(shelf) + 1}"
    told = _document(id, name, found)
    shelf[id] = {"told": told, "failed": found.failed, "taken_ms": request.at_ms}
    return Response(status=201, headers=body.headers(location=f"/api/uploads/{id}"), body=body.dump(told))


def _file(request: WireRequest) -> tuple[str, str]:
    """The name and the text of the file. A form holds it in its first part that has a file name."""
    content_type, text = request.headers.get("content-type", ""), request.body or ""
    if not content_type.startswith("multipart/form-data"):
        return request.query.get("name", ""), text
    form = message_from_string(f"Content-Type: {content_type}\n\n{text}")
    parts = [part for part in form.walk() if part.get_filename() is not None]
    return (str(parts[0].get_filename()), str(parts[0].get_payload())) if parts else ("", "")


def _document(id: str, name: str, found: PriceList) -> dict[str, Any]:
    counts = Counter(found.failed.values())
    return {
        "id": id,
        "name": name,
        "rows": found.rows,
        "good": found.rows - len(found.failed),
        "problems": [_problem(cause, count, found) for cause, count in counts.items()],
    }


def _problem(id: str, count: int, found: PriceList) -> dict[str, Any]:
    cause = cause_of(id)
    rows = [row for row, why in found.failed.items() if why == id]
    return {
        "cause": id,
        "title": cause.title,
        "class": cause.cls.value,
        "retryable": cause.retryable,
        "remedy": cause.remedy,
        "count": count,
        "rows": rows[:MOST_NAMED],
    }


def _error(error: Unreadable) -> dict[str, str]:
    """Where the trouble is, as RFC 7111 points into a CSV file."""
    return {
        "title": str(error),
        "detail": canary(problems.FILE_UNREADABLE.id, "detail"),
        "pointer": f"#row={error.line}" if error.line else "",
    }
