"""The reference wire: which route is answered by what."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from harness.targets.file import Transport
from harness.wire import problems
from harness.wire.base import Backend, Frame, Response, Stream, WireRequest
from harness.wire.reference import catalogue, commands, events, items, jobs, uploads

Answer = Response | Stream
Handler = Callable[..., Answer]
JOB = r"/api/jobs/(?P<job>[^/]+)"


@dataclass(frozen=True, kw_only=True, slots=True)
class Route:
    """A path and what answers each method on it. Named groups of the pattern are given to the handler."""

    pattern: str
    methods: Mapping[str, Handler]
    stream: bool = False

    @property
    def allowed(self) -> tuple[str, ...]:
        """The methods that may be used here; whoever may GET may ask for the HEAD alone."""
        return (*self.methods, "HEAD") if "GET" in self.methods else tuple(self.methods)


ROUTES = (
    Route(pattern=r"/api/jobs", methods={"GET": jobs.show_all, "POST": jobs.submit}),
    *(Route(pattern=f"{JOB}:{do}", methods={"POST": partial(commands.tell, do=do)}) for do in commands.DOES),
    Route(pattern=JOB, methods={"GET": jobs.show}),
    Route(pattern=JOB + "/items", methods={"GET": items.show}),
    Route(pattern=JOB + "/events", methods={"GET": events.subscribe}, stream=True),
    Route(pattern=r"/api/events", methods={"GET": events.subscribe}, stream=True),
    Route(pattern=r"/api/catalogue", methods={"GET": catalogue.show}),
    Route(pattern=r"/api/uploads", methods={"POST": uploads.take}),
    Route(pattern=r"/api/uploads/(?P<upload>[^/]+)", methods={"GET": uploads.show}),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReferenceWire:
    """Speaks for the reference UI. Its streams are had over ``transport`` alone; with ``poll`` there are none."""

    transport: Transport = "sse"

    @property
    def claims(self) -> tuple[str, ...]:
        """Everything under /api/, whatever the method."""
        return ("/api/",)

    @property
    def canaries(self) -> tuple[str, ...]:
        """Every string planted in a technical field."""
        return problems.canaries()

    def respond(self, request: WireRequest, backend: Backend) -> Answer:
        """Answer by the table of routes."""
        for route in ROUTES:
            match = re.fullmatch(route.pattern, request.route)
            if match is not None:
                return self._answer(route, match.groupdict(), request, backend)
        return problems.refuse(problems.UNKNOWN_ROUTE)

    def publish(self, stream: Stream, backend: Backend, from_ms: int, until_ms: int) -> tuple[Frame, ...]:
        """The frames of an open stream after ``from_ms`` until ``until_ms`` inclusive."""
        return events.publish(stream, backend, from_ms, until_ms)

    def _answer(self, route: Route, values: dict[str, str], request: WireRequest, backend: Backend) -> Answer:
        if route.stream and self.transport != request.over:
            return problems.refuse(problems.NO_STREAM)
        if request.method not in route.allowed:
            return problems.refuse(problems.WRONG_METHOD, allow=", ".join(route.allowed))
        if request.method != "HEAD":
            return route.methods[request.method](request, backend, **values)
        return _head(route.methods["GET"](request, backend, **values))


def _head(answer: Answer) -> Response:
    """The answer without its body; of a stream only that it could be had."""
    if isinstance(answer, Stream):
        return Response(status=answer.status, headers=answer.headers)
    return replace(answer, body="")
