"""Event streams: each message when what it tells has changed, or from time to time."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from harness.facts.views import CauseCount, ItemView, PhaseView, RunView
from harness.told.book import TimedMessage
from harness.told.formats import in_text
from harness.told.slots import Scene
from harness.told.template import Node
from harness.wire import sse
from harness.wire.base import Frame, Response, Stream
from harness.wire.streams import until_closed
from harness.wire.told.bodies import content
from harness.wire.told.questions import Question, Turn


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What a message tells of one thing at one moment. The id is no news: it alone sends nothing."""

    event: str | None
    data: str

    def frame(self, at_ms: int, id: str | None, *, close: bool) -> Frame:
        """The message, sent."""
        return Frame(sent_ms=at_ms, id=id, event=self.event, data=self.data, close=close)


def opened(turn: Turn, question: Question) -> Stream | Response:
    """The stream that a request opens; a whole answer where the server closes it at once."""
    stream, request = turn.route.stream, question.request
    assert stream is not None
    first = [] if stream.told.retry_ms is None else [Frame(sent_ms=request.at_ms, retry_ms=stream.told.retry_ms)]
    on_opening = (message for message in stream.messages if message.told.on_opening)
    frames = tuple(until_closed([*first, *(one for message in on_opening for one in _now(message, turn.scene))]))
    over = stream.told.over
    if over == "sse" and any(frame.close for frame in frames):
        return Response(status=200, headers=dict(sse.HEADERS), body="".join(map(sse.encode, frames)))
    job = turn.scene.job
    return Stream(
        id=request.id,
        opened_ms=request.at_ms,
        job=job.key.job if job else None,
        frames=frames,
        headers=dict(sse.HEADERS) if over == "sse" else {},
        request=request,
        over=over,
    )


def publish(question: Question, opened_ms: int, from_ms: int, until_ms: int) -> tuple[Frame, ...]:
    """What the stream sends after ``from_ms`` until ``until_ms``; nothing once the server has closed it."""
    turn = question.turn(opened_ms)
    stream = turn.route.stream if turn else None
    if stream is None:
        return ()
    closing = tuple(message for message in stream.messages if message.told.close)
    if closing and any(_Sender(question, closing, opened_ms).frames(opened_ms, from_ms)):
        return ()
    frames = _Sender(question, stream.messages, opened_ms, stream.told.heartbeat_ms).frames(from_ms, until_ms)
    return tuple(until_closed(frames))


@dataclass(frozen=True)
class _Sender:
    """Sends these messages of the stream that a request opened."""

    question: Question
    messages: tuple[TimedMessage, ...]
    opened_ms: int
    heartbeat_ms: int | None = None

    def frames(self, from_ms: int, until_ms: int) -> Iterator[Frame]:
        """All that is sent after ``from_ms`` until ``until_ms``, in order."""
        changes = set(self._changes(from_ms, until_ms))
        intervals = {*(message.told.every_ms for message in self.messages), self.heartbeat_ms} - {None}
        beats = {at_ms for every_ms in intervals for at_ms in self._beats(every_ms or 1, from_ms, until_ms)}
        for at_ms in sorted(changes | beats):
            yield from self._at(at_ms, changed=at_ms in changes)

    def _at(self, at_ms: int, *, changed: bool) -> Iterator[Frame]:
        turn = self.question.turn(at_ms)
        assert turn is not None
        for message in self.messages:
            if message.told.every_ms is not None:
                yield from _now(message, turn.scene) if self._is_beat(message.told.every_ms, at_ms) else ()
            elif changed:
                yield from self._news(message, turn.scene)
        if self.heartbeat_ms is not None and self._is_beat(self.heartbeat_ms, at_ms):
            yield Frame(sent_ms=at_ms, comment="")

    def _news(self, message: TimedMessage, scene: Scene) -> Iterator[Frame]:
        """What the message tells otherwise than a millisecond before."""
        before = self.question.turn(scene.at_ms - 1)
        known = _told(message, before.scene) if before is not None else {}
        for thing, (said, inside) in _told(message, scene).items():
            if thing not in known or known[thing][0] != said:
                yield said.frame(scene.at_ms, _id(message, inside), close=message.told.close)

    def _changes(self, from_ms: int, until_ms: int) -> Iterator[int]:
        return takewhile(lambda at_ms: at_ms <= until_ms, self.question.changes(from_ms))

    def _beats(self, every_ms: int, from_ms: int, until_ms: int) -> range:
        first = max((from_ms - self.opened_ms) // every_ms + 1, 1)
        return range(self.opened_ms + first * every_ms, until_ms + 1, every_ms)

    def _is_beat(self, every_ms: int, at_ms: int) -> bool:
        return (at_ms - self.opened_ms) % every_ms == 0


def _now(message: TimedMessage, scene: Scene) -> Iterator[Frame]:
    """What the message tells at this moment, changed or not."""
    for said, inside in _told(message, scene).values():
        yield said.frame(scene.at_ms, _id(message, inside), close=message.told.close)


def _told(message: TimedMessage, scene: Scene) -> dict[Any, tuple[Said, Scene]]:
    """By the thing of which it tells, where it tells anything."""
    scenes = [(_key(thing), inside) for thing, inside in _scenes(message, scene)]
    fitting = [(key, inside) for key, inside in scenes if all(condition.holds(inside) for condition in message.when)]
    return {
        key: (Said(event=_word(message.event, inside), data=content(message.body, inside)), inside)
        for key, inside in fitting
    }


def _scenes(message: TimedMessage, scene: Scene) -> Iterator[tuple[Any, Scene]]:
    if message.source is None:
        yield None, scene
        return
    for thing in message.source.things(scene):
        yield thing, scene.about(**{message.source.thing: thing})


def _key(thing: Any) -> Any:
    """What makes it the same thing at another moment."""
    match thing:
        case RunView():
            return thing.key.job
        case CauseCount():
            return thing.cause, thing.state
        case ItemView() | PhaseView():
            return thing.id
    return thing


def _id(message: TimedMessage, scene: Scene) -> str | None:
    return _word(message.id, scene)


def _word(node: Node, scene: Scene) -> str | None:
    told = node.fill(scene)
    return None if told is None else in_text(told)
