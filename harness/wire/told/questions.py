"""A request before the routes that it may be for: which of them answers at a moment, and when that can change."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from harness.told.book import Book, ReadRoute
from harness.told.formats import in_text
from harness.told.slots import Asked, Scene
from harness.wire.base import Backend, Response, WireRequest
from harness.wire.later import events_after
from harness.wire.told.asking import asked
from harness.wire.told.bodies import response, tagged


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """A route that answers, at a moment. ``is_known`` is False where it speaks of a job that nobody knows."""

    route: ReadRoute
    scene: Scene

    @property
    def is_known(self) -> bool:
        """Whether there is what it speaks of."""
        return not self.route.speaks_of_job or self.scene.job is not None


@dataclass(frozen=True, kw_only=True)
class Question:
    """A request, and the routes whose address and method are its own, the likeliest first."""

    request: WireRequest
    backend: Backend
    routes: tuple[tuple[ReadRoute, Asked], ...]

    def turn(self, at_ms: int) -> Turn | None:
        """Who answers at that moment; None where no route does."""
        missed: Turn | None = None
        for route, said in self.routes:
            turn = Turn(route=route, scene=self._scene(route, said, at_ms))
            if all(condition.holds(turn.scene) for condition in route.when):
                return turn
            missed = missed or (None if turn.is_known else turn)
        return missed

    def read(self, at_ms: int) -> Response | None:
        """The answer to a read at that moment."""
        turn = self.turn(at_ms)
        if turn is None:
            return None
        if not turn.is_known:
            return response(turn.route.unknown, turn.scene, 404)
        answer = response(turn.route.body, turn.scene, turn.route.told.status)
        return tagged(answer, self.request) if turn.route.told.etag else answer

    def changes(self, after_ms: int) -> Iterator[int]:
        """The moments later than that at which another answer is possible, in order."""
        last_ms = after_ms
        for event in events_after(self.backend.truth, after_ms):
            if event.at_ms > last_ms and self._matters(event.job):
                last_ms = event.at_ms
                yield last_ms

    @property
    def ticks(self) -> bool:
        """Whether the answer changes with the clock alone."""
        return any(route.ticks for route, _ in self.routes)

    @cached_property
    def _tells_all(self) -> bool:
        return any(route.tells_all for route, _ in self.routes)

    @cached_property
    def _jobs(self) -> frozenset[str | None]:
        return frozenset(self._named(route, said) for route, said in self.routes)

    def _matters(self, job: str) -> bool:
        return self._tells_all or job in self._jobs

    def _scene(self, route: ReadRoute, said: Asked, at_ms: int) -> Scene:
        truth = self.backend.truth
        scene = Scene(truth=truth, at_ms=at_ms, world=self.backend.world, asked=said)
        if route.newest:
            newest = max(truth.at(at_ms), key=lambda view: view.accepted_ms, default=None)
            return scene.about(job=newest)
        job = self._named(route, said)
        return scene if job is None else scene.about(job=truth.job(job, at_ms))

    def _named(self, route: ReadRoute, said: Asked) -> str | None:
        """The job that the request names."""
        if route.job is None:
            return None
        scene = Scene(truth=self.backend.truth, at_ms=self.request.at_ms, world=self.backend.world, asked=said)
        return in_text(route.job.fill(scene))


def question(book: Book, request: WireRequest, backend: Backend) -> Question:
    """The request, put to the book."""
    meant = (route for route in book.routes if route.told.by_handshake == (request.over == "websocket"))
    matches = ((route, route.pattern.match(request.method, request.path)) for route in meant)
    routes = tuple((route, asked(request, values)) for route, values in matches if values is not None)
    return Question(request=request, backend=backend, routes=routes)
