"""A back end that is told in the target file."""

from dataclasses import dataclass, replace
from functools import cached_property

from harness.told.book import Book
from harness.told.file import Over
from harness.told.other_slots import CANARY
from harness.wire import body
from harness.wire.base import Backend, Frame, Response, Stream, WireRequest
from harness.wire.told import streams
from harness.wire.told.orders import carry_out, own_kinds
from harness.wire.told.questions import Question, question


@dataclass(frozen=True)
class ToldWire:
    """Answers by its book. Of the streams that the book tells of there are those that travel ``over`` one of these."""

    book: Book
    over: frozenset[Over] = frozenset(("sse", "websocket"))

    @property
    def claims(self) -> tuple[str, ...]:
        """The addresses of its routes, and nothing else."""
        return self.book.claims

    @property
    def canaries(self) -> tuple[str, ...]:
        """The one that templates can plant."""
        return (CANARY,) if self.book.canary else ()

    def respond(self, request: WireRequest, backend: Backend) -> Response | Stream:
        """Answer by the first route that fits."""
        asked = question(self.book, request, backend)
        turn = asked.turn(request.at_ms)
        if turn is None or not turn.is_known or (turn.route.stream is None and turn.route.do is None):
            return self._read(asked)
        if turn.route.do is not None:
            return carry_out(turn.route, turn.scene, backend, self._kinds)
        return streams.opened(turn, asked) if request.over in self.over else _none("no stream is to be had", 404)

    def publish(self, stream: Stream, backend: Backend, from_ms: int, until_ms: int) -> tuple[Frame, ...]:
        """The messages that an open stream sends."""
        assert stream.request is not None
        return streams.publish(question(self.book, stream.request, backend), stream.opened_ms, from_ms, until_ms)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return own_kinds(self.book.kinds)

    def _read(self, asked: Question) -> Response:
        """The answer, and until when it holds: a read is asked again and again."""
        at_ms = asked.request.at_ms
        answer = asked.read(at_ms)
        if answer is None:
            return self._nothing(asked.request)
        if asked.ticks:
            return replace(answer, valid_until_ms=at_ms + 1)
        until_ms = next((change_ms for change_ms in asked.changes(at_ms) if asked.read(change_ms) != answer), None)
        return replace(answer, valid_until_ms=until_ms)

    def _nothing(self, request: WireRequest) -> Response:
        """No route is for this request."""
        path = request.path.partition("?")[0]
        routes = (route for route in self.book.routes if route.pattern.fits_path(path))
        allowed = [route.pattern.method for route in routes if not route.told.by_handshake]
        if request.method in allowed or not allowed:
            return _none(f"nothing is told for {request.method} {request.path}", 404)
        told = _none(f"{request.method} is not told for {path}", 405)
        return replace(told, headers={**told.headers, "allow": ", ".join(dict.fromkeys(allowed))})


def _none(reason: str, status: int) -> Response:
    return Response(status=status, headers=body.headers(), body=body.dump({"error": reason}))
