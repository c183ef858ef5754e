"""The server, or something before it, answers with an error."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, ClassVar

from harness.network.faults.window import check_window


@dataclass(frozen=True, kw_only=True, slots=True)
class Http:
    """From the nth on, ``count`` matching requests that arrive in the window get this status; None counts no further.

    The server's own work is not begun. ``match`` is the beginning of a path, or a pattern in which ``*`` is anything.
    """

    kind: ClassVar[str] = "http"
    at_ms: int
    end_ms: int | None
    status: int
    method: str | None = None
    match: str | None = None
    nth: int = 1
    count: int | None = 1
    retry_after_s: int | None = None

    def __post_init__(self) -> None:
        """Check window and status."""
        check_window(self.at_ms, self.end_ms)
        if self.status not in set(HTTPStatus) or self.status < HTTPStatus.BAD_REQUEST:
            raise ValueError(f'"{self.status}" is no status of an error; write one such as 429, 500, 502, 503 or 504')

    def to_page(self) -> dict[str, Any]:
        """The fault as JSON values: the answer is plain text, as from a proxy that knows nothing of the app."""
        headers = {"content-type": "text/plain"}
        if self.retry_after_s is not None:
            headers["retry-after"] = str(self.retry_after_s)
        return {
            "kind": self.kind,
            "at_ms": self.at_ms,
            "end_ms": self.end_ms,
            "method": self.method,
            "match": self.match,
            "nth": self.nth,
            "count": self.count,
            "status": self.status,
            "headers": headers,
            "body": HTTPStatus(self.status).phrase,
        }
