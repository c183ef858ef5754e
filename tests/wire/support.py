"""A small world with every kind of ending, simulated for real, and requests to a wire over it."""

import json
from collections.abc import Iterable
from typing import Any

from harness.drive.backend import SimulatedBackend
from harness.facts.truth import Truth
from harness.scenario.world import Cancellation, World
from harness.trace.truth_event import TruthEvent
from harness.wire.base import Response, Stream, Wire, WireRequest
from harness.wire.reference.wire import ReferenceWire

WORLD = World.model_validate(
    {
        "workers": 1,
        "third_party": {"marketplace": {"latency": {"p50": "900ms", "p99": "3s"}, "timeout": "10s"}},
        "retry": {"attempts": 3, "backoff": "4s"},
        "jobs": [
            {
                "id": "publish",
                "kind": "publish",
                "items": 28,
                "outcomes": {"failed": {"missing-id": 2, "no-permission": 1}, "skipped": {"out-of-stock": 5}},
                "flaky": {"items": 2, "attempts": 2, "cause": "timeout"},
            },
            {"id": "import", "kind": "import", "items": 10, "start": {"at": "1s"}},
        ],
    }
)
SEED = 7
END_MS = 200_000
ORDER = '{"kind":"publish","items":28}'


class Logged(SimulatedBackend):
    """A back end whose truth is a log that a test has written."""

    def __init__(self, events: Iterable[TruthEvent], cancellation: Cancellation | None = None) -> None:
        super().__init__(WORLD, SEED)
        self._truth = Truth(events)
        self._cancels = cancellation or Cancellation()

    def cancellation(self, job: str) -> Cancellation:
        """The same for every job."""
        return self._cancels


def a_backend(until_ms: int = 0) -> SimulatedBackend:
    """A back end to which nobody has submitted anything; the import is the world's."""
    backend = SimulatedBackend(WORLD, SEED)
    backend.reach(until_ms)
    return backend


def submitted(until_ms: int = END_MS) -> SimulatedBackend:
    """The publish submitted at 2 s, and the truth known until then."""
    backend = a_backend()
    backend.submit(kind="publish", items=28, at_ms=2_000)
    backend.reach(until_ms)
    return backend


def ask(
    backend: SimulatedBackend, path: str, at_ms: int, *, wire: Wire | None = None, method: str = "GET", **headers: str
) -> Response | Stream:
    """One request without a body; ``last_event_id`` is written ``last-event-id``."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = WireRequest(method=method, path=path, at_ms=at_ms, headers=named, id="r1")
    return (wire or ReferenceWire()).respond(request, backend)


def read(backend: SimulatedBackend, path: str, at_ms: int) -> Response:
    """A read that must not be a stream."""
    answer = ask(backend, path, at_ms)
    assert isinstance(answer, Response)
    return answer


def listen(backend: SimulatedBackend, path: str, at_ms: int, *, last_event_id: str = "") -> Stream:
    """A read that must be a stream."""
    answer = ask(backend, path, at_ms, last_event_id=last_event_id)
    assert isinstance(answer, Stream)
    return answer


def post(backend: SimulatedBackend, at_ms: int, *, key: str | None = '"k1"', body: str | None = ORDER) -> Response:
    """A submit of the publish."""
    headers = {} if key is None else {"idempotency-key": key}
    request = WireRequest(method="POST", path="/api/jobs", at_ms=at_ms, headers=headers, body=body)
    answer = ReferenceWire().respond(request, backend)
    assert isinstance(answer, Response)
    return answer


def tell(
    backend: SimulatedBackend, do: str, at_ms: int, *, key: str | None = "c1", body: str | None = None
) -> Response:
    """Have the publish do something."""
    headers = {} if key is None else {"idempotency-key": key}
    request = WireRequest(method="POST", path=f"/api/jobs/publish:{do}", at_ms=at_ms, headers=headers, body=body)
    answer = ReferenceWire().respond(request, backend)
    assert isinstance(answer, Response)
    return answer


def upload(
    backend: SimulatedBackend, text: str, at_ms: int = 1_000, *, key: str | None = "u1", content_type: str = "text/csv"
) -> Response:
    """Send a file."""
    headers = {"content-type": content_type} | ({} if key is None else {"idempotency-key": key})
    request = WireRequest(method="POST", path="/api/uploads?name=a%20b.csv", at_ms=at_ms, headers=headers, body=text)
    answer = ReferenceWire().respond(request, backend)
    assert isinstance(answer, Response)
    return answer


def document(answer: Response) -> Any:
    """The body, read."""
    return json.loads(answer.body)
