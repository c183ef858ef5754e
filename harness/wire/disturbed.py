"""A wire on which faults of event streams are carried out, the same for both clocks: it stands before any other."""

from dataclasses import dataclass, fields
from functools import partial

from harness.network.faults import Buffered, Gap, InStream, Reordered, Replayed, ServerRestart
from harness.network.schedule import Schedule
from harness.wire.base import Backend, Frame, Response, Stream, Wire, WireRequest
from harness.wire.disturbances import Sending, buffered, gap, reordered, replayed
from harness.wire.restarts import Restarts


@dataclass(frozen=True, kw_only=True, slots=True)
class DisturbedStream(Stream):
    """A stream, and ``told``: how it is without faults."""

    told: Stream


def disturbed(wire: Wire, network: Schedule) -> Wire:
    """The wire with the network's faults of event streams; without any the wire itself."""
    return DisturbedWire(wire, network) if any(isinstance(one, InStream) for one in network.every) else wire


class DisturbedWire:
    """What is lost is not held, what is held comes twice or in another order when it is let out."""

    def __init__(self, wire: Wire, network: Schedule) -> None:
        self._wire = wire
        self._faults = network.every
        self._restarts = Restarts(tuple(one.at_ms for one in network.every if isinstance(one, ServerRestart)))

    @property
    def claims(self) -> tuple[str, ...]:
        """What the wire claims."""
        return self._wire.claims

    @property
    def canaries(self) -> tuple[str, ...]:
        """What the wire plants."""
        return self._wire.canaries

    def respond(self, request: WireRequest, backend: Backend) -> Response | Stream:
        """Answer as the wire does, given what the server knows that runs now."""
        answer = self._wire.respond(request, self._restarts.backend(backend, request.at_ms))
        if isinstance(answer, Response):
            return self._restarts.until(answer, request.at_ms)
        opened_ms = answer.opened_ms
        told = {one.name: getattr(answer, one.name) for one in fields(Stream) if one.name != "frames"}
        at_once = self._sending(answer, backend)(opened_ms - 1, opened_ms)
        return DisturbedStream(**told, frames=tuple(one for one in at_once if not one.lost), told=answer)

    def publish(self, stream: Stream, backend: Backend, from_ms: int, until_ms: int) -> tuple[Frame, ...]:
        """What leaves for the page, and what is lost."""
        assert isinstance(stream, DisturbedStream)
        return tuple(self._sending(stream.told, backend)(from_ms, until_ms))

    def _sending(self, stream: Stream, backend: Backend) -> Sending:
        known = self._restarts.backend(backend, stream.opened_ms)
        sending = self._restarts.close(partial(self._sent, stream, known), stream.opened_ms)
        for kind in (Gap, Reordered, Replayed, Buffered):
            for fault in self._faults:
                sending = _under(fault, sending) if isinstance(fault, kind) else sending
        return sending

    def _sent(self, stream: Stream, backend: Backend, from_ms: int, until_ms: int) -> list[Frame]:
        """What the server sends: the frames with which it begins, and those that follow."""
        begins = stream.frames if from_ms < stream.opened_ms <= until_ms else ()
        return [*begins, *self._wire.publish(stream, backend, max(from_ms, stream.opened_ms), until_ms)]


def _under(fault: object, sending: Sending) -> Sending:
    match fault:
        case Gap():
            return gap(fault, sending)
        case Reordered():
            return reordered(fault, sending)
        case Replayed():
            return replayed(fault, sending)
        case Buffered():
            return buffered(fault, sending)
    return sending
