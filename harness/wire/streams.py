"""How a stream opens and its frames travel: as server-sent events, or as messages of a WebSocket (RFC 6455)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from http import HTTPStatus

from harness.wire import sse
from harness.wire.base import Frame, Response, Stream, WireRequest

PROTOCOL = "sec-websocket-protocol"


def agreed(request: WireRequest, answer: Response | Stream) -> Response | Stream:
    """The answer as it can be given: a socket is for a handshake alone, and a handshake for a socket.

    Of the protocols that a page offers the first is taken, where the wire names none.
    """
    if not isinstance(answer, Stream) or answer.over != request.over:
        return answer if isinstance(answer, Response) else _refused(answer)
    if answer.over == "sse":
        return answer
    offered = request.headers.get(PROTOCOL, "").partition(",")[0].strip()
    headers = ({PROTOCOL: offered} if offered else {}) | answer.headers
    return replace(answer, status=HTTPStatus.SWITCHING_PROTOCOLS, headers=headers)


def message(stream: Stream, frame: Frame) -> str:
    """What leaves of a frame; over a WebSocket a frame without data is none."""
    return sse.encode(frame) if stream.over == "sse" else frame.data


def until_closed(frames: Iterable[Frame]) -> Iterator[Frame]:
    """The frames up to the one after which the server closes the stream."""
    for frame in frames:
        yield frame
        if frame.close:
            return


def _refused(stream: Stream) -> Response:
    if stream.over == "websocket":
        return Response(status=HTTPStatus.UPGRADE_REQUIRED, headers={"upgrade": "websocket"})
    return Response(status=HTTPStatus.BAD_REQUEST)
